import { faultsOfTree, isVariable, type QueryFault } from './prebinding-faults.ts';
import { structureOf } from './query-bounds.ts';
import { kindsOfSkolemised } from './skolemised-kinds.ts';
import type { SyntaxComplaint } from './syntax-error.ts';
import { parseTree, type SyntaxNode } from './syntax-tree.ts';

/** A query of a shapes graph, and what is bound before it is asked. */
export interface QueryToPrepare {
  readonly text: string;
  readonly form: 'select' | 'ask';
  /** Prefix → namespace, beside those that the text declares. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** Names of variables that have values before the query is asked: `this`, parameters of a component, `value`. */
  readonly prebound: readonly string[];
  /** What `$PATH` stands for, as SPARQL writes paths; absent on node shapes. */
  readonly path?: string;
  /** Begin of the IRIs that stand for blank nodes in the store. */
  readonly blankNodes: string;
}

/** A query that can be asked of a whole table of bindings. */
export interface PreboundQuery {
  readonly form: 'select' | 'ask';
  /** BASE and PREFIX. */
  readonly prologue: string;
  /** From SELECT on; or what stands between the braces of ASK. */
  readonly body: string;
}

/** The query, or everything that keeps it from being asked as SHACL means it. */
export type PreparedQuery =
  | { readonly kind: 'prepared'; readonly query: PreboundQuery }
  | SyntaxComplaint
  | { readonly kind: 'too-complex'; readonly reason: string }
  | { readonly kind: 'faulty'; readonly faults: readonly QueryFault[] };

/** Texts made from a query may be longer than the query; beyond this they are refused. */
const MOST_CHARACTERS = 200_000;

/** Checks a query by the rules of SHACL-SPARQL (SHACL 5.2.1, 5.3, appendix A) and prepares it for `queryOver`. */
export function prepareQuery(source: QueryToPrepare): PreparedQuery {
  const declared = [...source.prefixes]
    .map(([name, namespace]) => `PREFIX ${name}: <${namespace}>`)
    .join(' ');
  const parsed = parseTree(`${declared}\n${source.text}`, { base: 'urn:cimaise:query:' });
  if (parsed.kind === 'malformed') return lineUp(parsed);
  if (parsed.kind === 'too-complex') return parsed;
  const faults = faultsOfTree(parsed.tree, source);
  if (faults.length > 0) return { kind: 'faulty', faults };
  const query = prepared(source, declared, parsed.tree);
  return query === undefined
    ? { kind: 'too-complex', reason: 'The query is too long once isBlank and isIRI are written out.' }
    : { kind: 'prepared', query };
}

/** Lines are told as they stand in the shapes: without the one that declares prefixes. */
const lineUp = ({ line, ...complaint }: SyntaxComplaint): SyntaxComplaint => ({
  ...complaint,
  ...(line === undefined ? {} : { line: Math.max(1, line - 1) }),
});

function prepared(source: QueryToPrepare, declared: string, tree: SyntaxNode): PreboundQuery | undefined {
  const { text, form, path, blankNodes } = source;
  const start = structureOf(text).search(/(?<![\w:.-])(?:select|ask)(?![\w:.-])/i);
  const prologue = `${declared}\n${text.slice(0, start)}`;
  const rest = kindsOfSkolemised(withPath(text.slice(start), path), blankNodes, MOST_CHARACTERS);
  if (rest === undefined) return undefined;
  const body = form === 'ask' ? insideBraces(rest) : withAll(source.prebound, rest, tree);
  return { form, prologue, body };
}

const withPath = (text: string, path: string | undefined): string =>
  path === undefined ? text : replaced(text, /[?$]PATH(?![\w\u00b7])/g, () => path);

/** Replaces what is found in the structure of a text; strings, IRIs and comments stay. */
function replaced(text: string, pattern: RegExp, by: () => string): string {
  const found = [...structureOf(text).matchAll(pattern)];
  return found.reduceRight(
    (whole, { index, 0: { length } }) => whole.slice(0, index) + by() + whole.slice(index + length),
    text,
  );
}

function insideBraces(text: string): string {
  const structure = structureOf(text);
  return text.slice(structure.indexOf('{') + 1, structure.lastIndexOf('}'));
}

/** What a query inside LATERAL does not project is not bound in it: every pre-bound variable is projected. */
function withAll(prebound: readonly string[], text: string, tree: SyntaxNode): string {
  const projected = namesIn(tree['variables']);
  const added = prebound.filter((name) => !projected.has(name));
  if (added.length === 0 || isWildcard(tree)) return text;
  const grouped = withGroups(prebound, text, tree);
  return grouped.replace(
    /^select(?:\s+(?:distinct|reduced)(?![\w:]))?/i,
    (kept) => `${kept} ${named(added)} `,
  );
}

function withGroups(prebound: readonly string[], text: string, tree: SyntaxNode): string {
  const group = (tree['solutionModifiers'] as SyntaxNode)['group'] as SyntaxNode | undefined;
  if (group === undefined) return text;
  const known = namesIn(group['groupings']);
  const added = prebound.filter((name) => !known.has(name));
  const place = groupPlace(text);
  return `${text.slice(0, place)} ${named(added)} ${text.slice(place)}`;
}

/** Behind the GROUP BY that belongs to the query itself: the last one outside of braces. */
function groupPlace(text: string): number {
  const structure = structureOf(text);
  const after = structure.lastIndexOf('}');
  const [found = ''] = /group\s+by/i.exec(structure.slice(after)) ?? [];
  return after + structure.slice(after).indexOf(found) + found.length;
}

const isWildcard = (tree: SyntaxNode): boolean =>
  (tree['variables'] as readonly SyntaxNode[]).some(({ type }) => type === 'wildcard');

const named = (names: readonly string[]): string => names.map((name) => `?${name}`).join(' ');

/** Names of the variables that stand bare in a list. */
const namesIn = (list: unknown): ReadonlySet<unknown> =>
  new Set((list as readonly SyntaxNode[]).filter(isVariable).map(({ value }) => value));

/**
 * The query asked of every row of a table: pre-binding is LATERAL (SEP-0006, which Oxigraph has): its right side is
 * evaluated once for each row of the left, with that row's values in place of the variables. An ASK tells the rows that it
 * does not hold for.
 * @param table a group graph pattern without braces that binds every pre-bound variable
 * @param limit of solutions, of all rows together
 */
export const queryOver = ({ form, prologue, body }: PreboundQuery, table: string, limit: number): string => {
  const asked = form === 'select' ? 'LATERAL' : 'FILTER NOT EXISTS';
  return `${prologue}\nSELECT * WHERE { ${table} ${asked} { ${body}\n} } LIMIT ${limit}`;
};
