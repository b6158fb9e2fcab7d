import type { SyntaxNode as Node } from './syntax-tree.ts';

/**
 * Names that a part of a query shares with what stands beside it: variables by their name, blank nodes as `_:label`. Of
 * a subquery only what it projects, of MINUS nothing.
 */
export function visibleNames(root: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (Array.isArray(next)) {
      pending.push(...next.toReversed());
      continue;
    }
    const node = next as Node;
    if (node['subType'] === 'minus') continue;
    const name = nameOf(node);
    if (name !== undefined) names.add(name);
    if (node['type'] === 'query') pending.push(...projected(node));
    else for (const [key, value] of Object.entries(node).toReversed()) if (key !== 'loc') pending.push(value);
  }
  return names;
}

function nameOf({ type, subType, value, label }: Node): string | undefined {
  if (type !== 'term') return undefined;
  if (subType === 'variable') return String(value);
  return subType === 'blankNode' ? `_:${label}` : undefined;
}

/** What a subquery lets out: its list, or with `*` all that is inside. */
function projected({ variables, where }: Node): readonly unknown[] {
  const list = (variables ?? []) as readonly Node[];
  if (list.some(({ type }) => type === 'wildcard')) return [where];
  return list.map((one) => one['variable'] ?? one);
}

/** Whether a query has one row whatever the data: aggregates without GROUP BY, or LIMIT 1. */
export function isAggregatedOnce({ variables, solutionModifiers }: Node): boolean {
  const { group, limitOffset } = (solutionModifiers ?? {}) as Readonly<Record<string, Node | undefined>>;
  if (limitOffset?.['limit'] === 1) return true;
  const list = (variables ?? []) as readonly Node[];
  return group === undefined && list.some(({ expression }) => holdsAggregate(expression));
}

function holdsAggregate(root: unknown): boolean {
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== 'object' || next === null) continue;
    if ((next as Node)['subType'] === 'aggregate') return true;
    pending.push(...Object.values(next));
  }
  return false;
}
