import type * as RDF from '@rdfjs/types';
import { withoutFragment } from '../model/index.ts';
import { dcterms, rdf, rdfs, schema, skos } from './vocabulary.ts';

/** Names of things, before everything else that is said of them. */
const LABELS: readonly string[] = [skos.prefLabel, rdfs.label, schema.name, dcterms.title];
const LANGUAGES: readonly string[] = ['fr', 'en', ''];

/**
 * Statements in the order in which people read them: things as they first come, each followed by its hash IRIs; of each the
 * classes, the names and the rest in the order of the properties; texts in French, in English, in none and in other
 * languages. It depends on the order of the subjects only: the same statements are always written alike.
 * @param order rank of a property, the least first; equals go by their IRI
 */
export function inReadableOrder(
  quads: readonly RDF.Quad[],
  order: (property: string) => number = () => 0,
): RDF.Quad[] {
  const things = Map.groupBy(quads, ({ subject }) => withoutFragment(subject.value));
  return [...things].flatMap(([thing, said]) => {
    const subjects = Map.groupBy(said, ({ subject }) => subject.value);
    const [own, parts] = [subjects.get(thing) ?? [], [...subjects].filter(([name]) => name !== thing)];
    return [own, ...parts.map(([, of]) => of)].flatMap((of) =>
      of.toSorted((one, other) => compared(one, other, order)),
    );
  });
}

function compared(one: RDF.Quad, other: RDF.Quad, order: (property: string) => number): number {
  const [left, right] = [one.predicate.value, other.predicate.value];
  if (left === right) return comparedValues(one.object, other.object, order);
  return (
    firstRank(left) - firstRank(right) || bounded(order(left)) - bounded(order(right)) || byText(left, right)
  );
}

const FIRST = new Map([rdf.type, ...LABELS].map((property, rank) => [property, rank]));
const firstRank = (property: string): number => FIRST.get(property) ?? FIRST.size;

function comparedValues(one: RDF.Term, other: RDF.Term, order: (iri: string) => number): number {
  return (
    languageRank(one) - languageRank(other) ||
    byText(languageOf(one), languageOf(other)) ||
    bounded(order(one.value)) - bounded(order(other.value)) ||
    byText(one.value, other.value) ||
    byText(datatypeOf(one), datatypeOf(other))
  );
}

/** Infinity less Infinity is no number. */
const bounded = (rank: number): number => Math.min(rank, Number.MAX_SAFE_INTEGER);

function languageRank(term: RDF.Term): number {
  const rank = LANGUAGES.indexOf(languageOf(term));
  return rank < 0 ? LANGUAGES.length : rank;
}

const languageOf = (term: RDF.Term): string => (term.termType === 'Literal' ? term.language : '');
const datatypeOf = (term: RDF.Term): string => (term.termType === 'Literal' ? term.datatype.value : '');

function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
