import { type IncomingLinks, type IncomingPage, linksAddress } from '../../model/index.ts';
import { hydra, iri, type RDF, rdf, statement, typed, xsd } from '../../rdf/index.ts';

/** A part of the links to a thing by one property. */
export interface LinksPart extends Omit<IncomingPage, 'next'> {
  readonly property: string;
}

/** The statements by which things link to one: whose subjects are those things, or hash IRIs of them. */
export const linkStatements = (
  thing: string,
  { property, sources, subjects = sources }: LinksPart,
): RDF.Quad[] => subjects.map((subject) => statement(subject, property, iri(thing)));

/**
 * What a document about a thing says of the links to it: the first of each property and, where there are more, how many
 * and where all of them are (https://www.hydra-cg.com/spec/latest/core/).
 * @param document IRI of the document
 */
export const linksQuads = (
  thing: string,
  document: string,
  incoming: readonly IncomingLinks[],
): readonly RDF.Quad[] =>
  incoming.flatMap((links) => [
    ...linkStatements(thing, links),
    ...(links.count > links.sources.length ? collection(thing, document, links) : []),
  ]);

/** All links of one property as a collection, whose pages are documents. */
export function collection(
  thing: string,
  document: string,
  { property, count }: Pick<LinksPart, 'property' | 'count'>,
): readonly RDF.Quad[] {
  const first = linksAddress(document, property);
  const all = `${first}#links`;
  const assertion = `${first}#assertion`;
  return [
    statement(all, rdf.type, iri(hydra.Collection)),
    statement(all, hydra.totalItems, typed(String(count), xsd.integer)),
    statement(all, hydra.memberAssertion, iri(assertion)),
    statement(assertion, hydra.property, iri(property)),
    statement(assertion, hydra.object, iri(thing)),
    statement(all, hydra.view, iri(first)),
  ];
}

/** A page of links and the way to the next. */
export function viewQuads(
  document: string,
  property: string,
  { after, next }: { after?: string; next?: string },
) {
  const first = linksAddress(document, property);
  const view = linksAddress(document, property, after);
  return [
    statement(view, rdf.type, iri(hydra.PartialCollectionView)),
    statement(`${first}#links`, hydra.view, iri(view)),
    statement(view, hydra.first, iri(first)),
    ...(next === undefined ? [] : [statement(view, hydra.next, iri(linksAddress(document, property, next)))]),
  ];
}

/** Properties whose next pages a header names. */
const MOST_NEXT = 20;

/** `Link` values: where the links go on of which a document has the first. */
export const nextLinks = (
  document: string,
  incoming: readonly IncomingLinks[],
): readonly { readonly iri: string; readonly relation: string }[] =>
  incoming
    .filter(({ count, sources }) => count > sources.length)
    .slice(0, MOST_NEXT)
    .map(({ property, sources }) => ({
      iri: linksAddress(document, property, sources.at(-1)),
      relation: 'next',
    }));
