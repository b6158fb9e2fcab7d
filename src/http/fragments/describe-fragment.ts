import {
  dcterms,
  foaf,
  hydra,
  integer,
  iri,
  literal,
  namedNode,
  quad,
  type RDF,
  rdf,
  statement,
  typed,
  voidVocabulary,
  xsd,
} from '../../rdf/index.ts';
import { type FragmentPage, PAGE_SIZE } from './page.ts';

/** A page of a fragment and where it stands. */
export interface DescribedFragment {
  readonly base: string;
  /** Absolute address as it was asked for. */
  readonly address: string;
  /** Address of the fragment's other pages. */
  readonly pageAddress: (page: number) => string;
  readonly page: number;
  readonly fragment: FragmentPage;
}

/**
 * What a page says of itself, in a graph of its own: how much there is, the pages beside it, and the form by which every
 * other fragment is found (https://linkeddatafragments.org/specification/triple-pattern-fragments/). No blank nodes.
 */
export function describeFragment({
  base,
  address,
  pageAddress,
  page,
  fragment: { total, hasNext },
}: DescribedFragment): RDF.Quad[] {
  const source = `${base}fragments#dataset`;
  const graph = namedNode(`${address}#metadata`);
  const facts = [
    statement(graph.value, foaf.primaryTopic, iri(address)),
    ...controls(base, source),
    // The dataset has this page as a part: so its form is found from the page.
    statement(source, voidVocabulary.subset, iri(address)),
    statement(address, rdf.type, iri(hydra.PartialCollectionView)),
    statement(address, dcterms.source, iri(source)),
    statement(address, hydra.totalItems, integer(total)),
    statement(address, voidVocabulary.triples, integer(total)),
    statement(address, hydra.itemsPerPage, integer(PAGE_SIZE)),
    statement(address, hydra.first, iri(pageAddress(1))),
    ...(page > 1 ? [statement(address, hydra.previous, iri(pageAddress(page - 1)))] : []),
    ...(hasNext ? [statement(address, hydra.next, iri(pageAddress(page + 1)))] : []),
  ];
  return facts.map((one) => quad(one.subject, one.predicate, one.object, graph));
}

const VARIABLES = [
  ['subject', rdf.subject],
  ['predicate', rdf.predicate],
  ['object', rdf.object],
] as const;

/** The search form: a URI template (RFC 6570) and what its variables mean. */
function controls(base: string, source: string): RDF.Quad[] {
  const form = `${base}fragments#form`;
  return [
    statement(source, rdf.type, iri(voidVocabulary.Dataset)),
    statement(source, rdf.type, iri(hydra.Collection)),
    statement(source, hydra.search, iri(form)),
    statement(form, rdf.type, iri(hydra.IriTemplate)),
    statement(form, hydra.template, literal(`${base}fragments{?subject,predicate,object}`)),
    statement(form, hydra.variableRepresentation, iri(hydra.ExplicitRepresentation)),
    ...VARIABLES.flatMap(([name, property]) => {
      const mapping = `${base}fragments#${name}`;
      return [
        statement(form, hydra.mapping, iri(mapping)),
        statement(mapping, rdf.type, iri(hydra.IriTemplateMapping)),
        statement(mapping, hydra.variable, typed(name, xsd.string)),
        statement(mapping, hydra.property, iri(property)),
      ];
    }),
  ];
}
