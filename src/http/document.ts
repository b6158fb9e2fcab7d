import { type DocumentInput, describeDocument, qualityIri } from '../catalogue/index.ts';
import { datasetIri, iriOfPath, type ResourceDescription, type ResourceIndex } from '../model/index.ts';
import { dqv, namedNode, parseLines, quad, type RDF, rdf } from '../rdf/index.ts';
import { linksQuads } from './links/links-quads.ts';

/** What a document says besides the thing's own statements. */
export type DocumentFacts = Omit<DocumentInput, 'thing'>;

/**
 * The quads of a document about a thing: the thing's statements in the named graph they are published in, and, in the
 * default graph, links to it and what is true of the document itself: topic, licence, dataset, date.
 */
export function documentQuads(description: ResourceDescription, facts: DocumentFacts): RDF.Quad[] {
  const own = parseLines(description.lines);
  const { dataset, base } = facts;
  const placed = dataset ? own.map((one) => inGraph(one, base, dataset.slug)) : own;
  const links = linksQuads(description.iri, facts.document, description.incoming);
  return [...placed, ...links, ...describeDocument({ thing: description.iri, ...facts })];
}

/** Notes on a thing's quality stand in a graph beside the dataset's own. */
function inGraph({ subject, predicate, object }: RDF.Quad, base: string, slug: string): RDF.Quad {
  const isNote = predicate.value === dqv.hasQualityAnnotation;
  const graph = isNote ? qualityIri(base, slug) : datasetIri(base, slug);
  return quad(subject, predicate, object, namedNode(graph));
}

/**
 * The IRI that a root-relative path stands for. The ontology's own IRI ends in a slash, which no canonical address does:
 * `/def` stands for it.
 */
export const thingIri = (path: string, base: string): string =>
  iriOfPath(path === '/def' ? '/def/' : path, base);

/** What is known of the IRI that a root-relative path stands for. */
export const describePath = (
  index: ResourceIndex,
  path: string,
  base: string,
): ResourceDescription | undefined => index.describe(thingIri(path, base));

/** The path of the document about a thing: `/id/x` → `/doc/x`, `/def/x` → `/doc/def/x`. */
export const documentPath = (thingPath: string): string => thingPath.replace(/^\/(id\/)?/, '/doc/');

/** The path of the thing that a document is about. */
export function thingPath(path: string): string {
  const rest = path.slice('/doc/'.length);
  return /^def(\/|$)/.test(rest) ? `/${rest}` : `/id/${rest}`;
}

/** IRIs of the classes of the thing itself. */
export function typesOf({ iri: thing, lines }: ResourceDescription): string[] {
  const start = `<${thing}> <${rdf.type}> <`;
  return lines
    .filter((line) => line.startsWith(start))
    .map((line) => line.slice(start.length, line.indexOf('>', start.length)));
}
