import type { RDF } from '../rdf/index.ts';

const PAIRWISE = 8;

/** A text that two terms share exactly when they are the same term (RDF 1.1: language tags by lower case). */
export function termKey(term: RDF.Term): string {
  if (term.termType === 'NamedNode') return term.value;
  if (term.termType === 'Literal')
    return `"${term.value}"${term.language ? `@${term.language.toLowerCase()}` : `^^${term.datatype.value}`}`;
  return `_:${term.value}`;
}

export function sameTerm(a: RDF.Term, b: RDF.Term): boolean {
  if (a === b) return true;
  if (a.value !== b.value || a.termType !== b.termType) return false;
  return a.termType !== 'Literal' || termKey(a) === termKey(b);
}

/** The terms without repetitions, in their order; the same array where it has none and is short. */
export function distinctTerms(terms: readonly RDF.Term[]): readonly RDF.Term[] {
  if (terms.length < 2) return terms;
  if (terms.length > PAIRWISE) return [...new Map(terms.map((term) => [termKey(term), term])).values()];
  const repeated = terms.some((term, index) => terms.findIndex((other) => sameTerm(other, term)) < index);
  return repeated
    ? terms.filter((term, index) => terms.findIndex((other) => sameTerm(other, term)) === index)
    : terms;
}
