import { BLANK_NODE_IRIS, type BoundTerm } from '../../model/index.ts';
import { blankNode, iri, literal, type RDF, termText, typed } from '../../rdf/index.ts';
import { compareMeasures, measured } from '../compare-literals.ts';
import type { Path } from '../paths.ts';
import { sameTerm } from '../term-keys.ts';

/** A term as a query names it. */
export const termInQuery = (term: RDF.Term): string =>
  term.termType === 'BlankNode' ? `<${BLANK_NODE_IRIS}${term.value}>` : termText(term);

/** A term as a store tells it. */
export function termOf({ type, value, language, datatype }: BoundTerm): RDF.Term {
  if (type === 'uri') return iri(value);
  if (type === 'bnode') return blankNode(value);
  if (language) return literal(value, language);
  return datatype ? typed(value, datatype) : literal(value);
}

/** The term among others that a store tells in another lexical form of its value; the term itself where there is none. */
export function asWritten(term: RDF.Term, candidates: readonly RDF.Term[]): RDF.Term {
  if (term.termType !== 'Literal') return term;
  const same = candidates.find((one) => sameTerm(one, term));
  if (same) return same;
  const measure = measured(term);
  const equal = candidates.find(
    (one) => one.termType === 'Literal' && compareMeasures(measured(one), measure) === 0,
  );
  return equal ?? term;
}

const MARKS = { zeroOrMore: '*', oneOrMore: '+', zeroOrOne: '?' } as const;

/** A path as SPARQL 1.1 writes it, whatever stands within. */
export function pathInQuery(path: Path): string {
  if (path.kind === 'predicate') return `<${path.iri}>`;
  if ('paths' in path) return `(${path.paths.map(pathInQuery).join(path.kind === 'sequence' ? '/' : '|')})`;
  return path.kind === 'inverse'
    ? `(^${pathInQuery(path.path)})`
    : `(${pathInQuery(path.path)}${MARKS[path.kind]})`;
}
