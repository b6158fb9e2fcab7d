import { BLANK_NODE_IRIS, type BoundTerm, type GraphAnswer } from '../../model/index.ts';

/** SPARQL 1.1 Query Results JSON of a SELECT, https://www.w3.org/TR/sparql11-results-json/. */
interface ResultsJson {
  readonly head: { readonly vars: readonly string[] };
  readonly results: { readonly bindings: readonly Readonly<Record<string, BindingJson>>[] };
}

interface BindingJson {
  readonly type: BoundTerm['type'];
  readonly value: string;
  readonly 'xml:lang'?: string;
  readonly datatype?: string;
}

/** The rows of an answer, with blank nodes where IRIs stood for them. */
export function rowsOf(body: string, limitRows: number): GraphAnswer {
  const { head, results } = JSON.parse(body) as ResultsJson;
  if (results.bindings.length > limitRows) return { kind: 'too-large', limitRows };
  const rows = results.bindings.map((binding) =>
    head.vars.map((name) => {
      const found = binding[name];
      return found && boundTerm(found);
    }),
  );
  return { kind: 'answered', variables: head.vars, rows };
}

function boundTerm({ type, value, datatype, 'xml:lang': language }: BindingJson): BoundTerm {
  if (type === 'uri' && value.startsWith(BLANK_NODE_IRIS))
    return { type: 'bnode', value: value.slice(BLANK_NODE_IRIS.length) };
  return { type, value, ...(language && { language }), ...(datatype && { datatype }) };
}
