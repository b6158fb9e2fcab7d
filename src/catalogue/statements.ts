import { type Bilingual, LANGUAGES } from '../model/index.ts';
import { iri, literal, type RDF, rdf, statement, text } from '../rdf/index.ts';

/** Property → values: IRIs as text, literals as terms, bilingual texts as one literal a language. */
export type Properties = readonly (readonly [
  property: string,
  ...values: readonly (string | RDF.Literal | Bilingual | undefined)[],
])[];

/** Statements about one node, in the order of the table; undefined values say nothing. */
export function about(subject: string, types: readonly string[], properties: Properties = []): RDF.Quad[] {
  return [
    ...types.map((type) => statement(subject, rdf.type, iri(type))),
    ...properties.flatMap(([property, ...values]) =>
      values.flatMap(objectsOf).map((object) => statement(subject, property, object)),
    ),
  ];
}

function objectsOf(value: string | RDF.Literal | Bilingual | undefined): (RDF.NamedNode | RDF.Literal)[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return [iri(value)];
  if ('termType' in value) return [value];
  return LANGUAGES.map((language) => text(value[language], language));
}

export const plain = (value: string): RDF.Literal => literal(value);

/** Each statement once, in the order of the first. */
export function distinct(quads: readonly RDF.Quad[]): RDF.Quad[] {
  const key = ({ subject, predicate, object }: RDF.Quad) =>
    JSON.stringify([subject.value, predicate.value, object.termType, object.value, languageOrType(object)]);
  return [...new Map(quads.map((quad) => [key(quad), quad])).values()];
}

const languageOrType = (term: RDF.Term): string =>
  term.termType === 'Literal' ? term.language || term.datatype.value : '';
