import { nodesOf, type SyntaxNode } from '../sparql/index.ts';

type Variables = ReadonlySet<string>;

const NONE: Variables = new Set();

/** The patterns inside a pattern. */
export const innerPatterns = (node: SyntaxNode): readonly SyntaxNode[] =>
  (node['patterns'] as readonly SyntaxNode[] | undefined) ?? [];

/** Names of all variables below a node. */
export const variablesBelow = (node: unknown): Variables =>
  new Set([...nodesOf(node)].filter(isVariable).map(({ value }) => String(value)));

const isVariable = ({ type, subType }: SyntaxNode): boolean => type === 'term' && subType === 'variable';

/** Variables that solutions of some patterns may bind (SPARQL 1.1 section 18.2.1). */
export function visibleVariables(patterns: readonly SyntaxNode[]): Variables {
  return unionOf(patterns.map(visibleIn));
}

function visibleIn(node: SyntaxNode): Variables {
  switch (kindOf(node)) {
    case 'bgp':
      return variablesBelow(node['triples']);
    case 'bind':
      return variablesBelow(node['variable']);
    case 'values':
      return variablesBelow(node['variables']);
    case 'graph':
    case 'service':
      return unionOf([variablesBelow(node['name']), visibleVariables(innerPatterns(node))]);
    case 'query':
      return projected(node, visibleVariables);
    case 'filter':
    case 'minus':
      return NONE;
    default:
      return visibleVariables(innerPatterns(node));
  }
}

/** Variables that every solution of some patterns binds; some that would need a closer look are left out. */
export function certainVariables(patterns: readonly SyntaxNode[]): Variables {
  return unionOf(patterns.map(certainIn));
}

function certainIn(node: SyntaxNode): Variables {
  switch (kindOf(node)) {
    case 'bgp':
      return variablesBelow(node['triples']);
    case 'values':
      return boundInEveryRow(node);
    case 'group':
      return certainVariables(innerPatterns(node));
    case 'graph':
      return unionOf([variablesBelow(node['name']), certainVariables(innerPatterns(node))]);
    case 'union':
      return innerPatterns(node).map(certainIn).reduce(commonTo);
    case 'query':
      return projected(node, certainVariables);
    default:
      return NONE;
  }
}

function boundInEveryRow(node: SyntaxNode): Variables {
  const rows = node['values'] as readonly Readonly<Record<string, unknown>>[];
  const names = [...variablesBelow(node['variables'])];
  return new Set(names.filter((name) => rows.every((row) => row[name] !== undefined)));
}

function projected(query: SyntaxNode, inner: (patterns: readonly SyntaxNode[]) => Variables): Variables {
  const below = inner([query['where'] as SyntaxNode]);
  const items = (query['variables'] ?? []) as readonly SyntaxNode[];
  if (items.some(({ type }) => type === 'wildcard')) return below;
  const plain = new Set(items.filter(isVariable).map(({ value }) => String(value)));
  if (inner === certainVariables) return commonTo(plain, below);
  return unionOf([plain, ...items.map(({ variable }) => variablesBelow(variable))]);
}

/** `bgp`, `optional`, …; a subquery is `query`. */
export const kindOf = (node: SyntaxNode): unknown => (node['type'] === 'query' ? 'query' : node['subType']);

const unionOf = (sets: readonly Variables[]): Variables => new Set(sets.flatMap((set) => [...set]));

const commonTo = (all: Variables, some: Variables): Variables =>
  new Set([...all].filter((name) => some.has(name)));
