import { literal, namedNode, type RDF, typed } from '../../rdf/index.ts';
import type { ResultTerm } from '../sparql/result-text.ts';

/** A term of a result: no published statement has a blank node. */
export function termOfResult(term: ResultTerm | undefined): RDF.NamedNode | RDF.Literal {
  const { type, value, datatype, 'xml:lang': language } = term ?? { type: 'literal', value: '' };
  const text = String(value);
  if (type === 'uri') return namedNode(text);
  return datatype === undefined || language !== undefined ? literal(text, language) : typed(text, datatype);
}
