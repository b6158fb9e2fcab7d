import { type DocumentInput, describeDocument } from '../catalogue/index.ts';
import { iriOfPath, type ResourceDescription, type ResourceIndex } from '../model/index.ts';
import { parseLines, type RDF, rdf } from '../rdf/index.ts';
import { linksQuads } from './links/links-quads.ts';

/** What a document says besides the thing's own statements. */
export type DocumentFacts = Omit<DocumentInput, 'thing'>;

/**
/**
 * The quads of a document about a thing: the thing's statements, links to it, and what is true of the document itself:
 * topic, licence, dataset, date. A document is one graph; the dataset's graph is named by `void:inDataset`.
 */
export const documentQuads = (description: ResourceDescription, facts: DocumentFacts): RDF.Quad[] => [
  ...parseLines(description.lines),
  ...linksQuads(description.iri, facts.document, description.incoming),
  ...describeDocument({ thing: description.iri, ...facts }),
];

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

/** The path of the document about a thing: `/id/x` → `/doc/x`, `/def/x` → `/doc/def/x`, and so for skolem IRIs. */
export const documentPath = (thingPath: string): string => thingPath.replace(/^\/(id\/)?/, '/doc/');

/** The path of the thing that a document is about. */
export function thingPath(path: string): string {
  const rest = path.slice('/doc/'.length);
  return /^(?:def(?:\/|$)|\.well-known\/genid\/)/.test(rest) ? `/${rest}` : `/id/${rest}`;
}

/** IRIs of the classes of the thing itself. */
export function typesOf({ iri: thing, lines }: ResourceDescription): string[] {
  const start = `<${thing}> <${rdf.type}> <`;
  return lines
    .filter((line) => line.startsWith(start))
    .map((line) => line.slice(start.length, line.indexOf('>', start.length)));
}
