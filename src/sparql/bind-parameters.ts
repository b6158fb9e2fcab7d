import { structureOf } from './query-bounds.ts';
import { nodesOf, parseTree, type SyntaxNode } from './syntax-tree.ts';

/** What a parameter of a query stands for: an IRI, or a literal. */
export type ParameterTerm =
  | { readonly iri: string }
  | { readonly text: string; readonly datatype?: string; readonly language?: string };

/** What follows is no longer the name of a variable (SPARQL 1.1, VARNAME). */
const END_OF_NAME = String.raw`(?![\p{L}\p{N}_\u00b7\u0300-\u036f\u203f\u2040])`;
const VARIABLE = String.raw`[?$]([\p{L}\p{N}_][\p{L}\p{N}_\u00b7\u0300-\u036f\u203f\u2040]*)${END_OF_NAME}`;
const BOUND_OR_VARIABLE = new RegExp(
  String.raw`(?<![\w:?$.-])bound\s*\(\s*${VARIABLE}\s*\)|${VARIABLE}`,
  'giu',
);

/**
 * Puts terms in place of variables, wherever they stand: in filters, optional parts and subqueries too, as if the author
 * had written the term. `BOUND(?x)` of what has a term is `true`. Variables without term stay variables. Terms are put in
 * where the text has structure, never inside strings, IRIs and comments, and are not looked at again.
 */
export function bindParameters(text: string, terms: ReadonlyMap<string, ParameterTerm>): string {
  let bound = '';
  let done = 0;
  for (const found of structureOf(text).matchAll(BOUND_OR_VARIABLE)) {
    const term = terms.get(found[1] ?? found[2] ?? '');
    if (term === undefined) continue;
    bound += `${text.slice(done, found.index)}${found[1] === undefined ? ` ${termText(term)} ` : 'true'}`;
    done = found.index + found[0].length;
  }
  return bound + text.slice(done);
}

/** As SPARQL writes it. An IRI that could end early is a fault of the caller. */
function termText(term: ParameterTerm): string {
  if ('iri' in term) return iriText(term.iri);
  const text = `"${term.text.replace(/[\\"\n\r]/g, (character) => ESCAPES[character] ?? character)}"`;
  if (term.language !== undefined) return `${text}@${term.language}`;
  return term.datatype === undefined ? text : `${text}^^${iriText(term.datatype)}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r' };

function iriText(iri: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no IRI of SPARQL may hold
  if (/[<>"{}|^`\\\u0000-\u0020]/.test(iri)) throw new TypeError(`“${iri}” is not an IRI.`);
  return `<${iri}>`;
}

/** Names of the columns of a SELECT; undefined where it is `SELECT *`, another form, or cannot be parsed. */
export function selectedColumns(text: string, base: string): readonly string[] | undefined {
  const parsed = parseTree(text, { base });
  if (parsed.kind !== 'tree' || parsed.tree['subType'] !== 'select') return undefined;
  const columns = (parsed.tree['variables'] as readonly SyntaxNode[]).map(columnOf);
  return columns.every((name) => name !== undefined) ? columns : undefined;
}

/** A variable, or an expression under the name of one. */
function columnOf({ type, value, variable }: SyntaxNode): string | undefined {
  if (type === 'wildcard') return undefined;
  const name = variable === undefined ? value : (variable as SyntaxNode)['value'];
  return typeof name === 'string' ? name : undefined;
}

/** Names of all variables of a query, wherever they stand. */
export function variablesOf(text: string, base: string): ReadonlySet<string> {
  const parsed = parseTree(text, { base });
  if (parsed.kind !== 'tree') return new Set();
  const variables = [...nodesOf(parsed.tree)].filter(
    ({ type, subType }) => type === 'term' && subType === 'variable',
  );
  return new Set(variables.map(({ value }) => String(value)));
}
