import { compactIri } from '../rdf/index.ts';

/** A term of a SPARQL result (https://www.w3.org/TR/sparql11-results-json/). */
export interface SparqlTerm {
  readonly type: string;
  readonly value: string;
  readonly 'xml:lang'?: string;
  readonly datatype?: string;
}

/** Rows of a SELECT. */
export interface SparqlTable {
  readonly kind: 'table';
  readonly variables: readonly string[];
  readonly rows: readonly Readonly<Record<string, SparqlTerm>>[];
  /** How long the store took. */
  readonly milliseconds?: number;
}

/** What the query page can show as an answer. */
export type SparqlResult =
  | SparqlTable
  /** An ASK. */
  | { readonly kind: 'verdict'; readonly value: boolean }
  /** A CONSTRUCT or DESCRIBE, in an RDF syntax. */
  | { readonly kind: 'graph'; readonly text: string; readonly mediaType: string }
  | { readonly kind: 'problem'; readonly message: string };

/**
 * Reads a SPARQL JSON result, as the store writes it.
 * @throws SyntaxError where the text is not one
 */
export function sparqlResultOfJson(json: string): SparqlResult {
  const document: unknown = JSON.parse(json);
  const { head, results, boolean } = document as {
    head?: { vars?: string[] };
    results?: { bindings: Record<string, SparqlTerm>[] };
    boolean?: boolean;
  };
  if (typeof boolean === 'boolean') return { kind: 'verdict', value: boolean };
  if (!results) throw new SyntaxError('Neither bindings nor a boolean: not a SPARQL JSON result.');
  const rows = json.includes('"triple"') ? results.bindings.map(withTriplesAsText) : results.bindings;
  return { kind: 'table', variables: head?.vars ?? [], rows };
}

/** A triple term (SPARQL 1.2) has terms in place of a text. */
interface TripleTerm {
  readonly type: 'triple';
  readonly value: Readonly<Record<'subject' | 'predicate' | 'object', SparqlTerm | TripleTerm>>;
}

const isTriple = (term: SparqlTerm | TripleTerm): term is TripleTerm => term.type === 'triple';

/** People read a triple as Turtle writes it. */
const withTriplesAsText = (
  row: Readonly<Record<string, SparqlTerm | TripleTerm>>,
): Readonly<Record<string, SparqlTerm>> =>
  Object.fromEntries(
    Object.entries(row).map(([name, term]) => [
      name,
      isTriple(term) ? { type: 'literal', value: turtleOf(term) } : term,
    ]),
  );

function turtleOf(term: SparqlTerm | TripleTerm): string {
  if (isTriple(term)) {
    const { subject, predicate, object } = term.value;
    return `<<( ${[subject, predicate, object].map(turtleOf).join(' ')} )>>`;
  }
  if (term.type === 'uri') return compactIri(term.value);
  if (term.type === 'bnode') return `_:${term.value}`;
  const lang = term['xml:lang'];
  return `"${term.value}"${lang === undefined ? '' : `@${lang}`}`;
}
