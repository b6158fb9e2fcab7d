import { type SyntaxNode as Node, placeOfNode, type TextSpan } from './syntax-tree.ts';
import { isAggregatedOnce, visibleNames } from './visible-names.ts';

/** Parts of one group that share nothing: each row of the one is combined with each row of the other. */
export interface CartesianProduct extends TextSpan {
  /** Variables of the part that stands at the place, without question marks. */
  readonly variables: readonly string[];
  /** Variables of the part before it. */
  readonly others: readonly string[];
}

/**
 * Products that a query makes without saying so. Patterns of one group are held together by what they share: variables,
 * blank nodes, a constant subject, a FILTER, BIND or VALUES that names variables of both. Inner groups are also held
 * together by what stands around them; a subquery is evaluated alone, and outside of it only what it projects counts.
 */
export function cartesianProducts(tree: Node): readonly CartesianProduct[] {
  return [...divisionsOf(tree)].flatMap(productOf).sort((a, b) => a.start - b.start);
}

/** Whether a query makes such a product; of any tree, also one that does not tell places. */
export const makesProduct = (tree: Node): boolean => divisionsOf(tree).next().done === false;

function* divisionsOf(tree: Node): Generator<Division> {
  const pending: Scope[] = scopeOf(tree['where'], []);
  while (pending.length > 0) {
    const scope = pending.pop() as Scope;
    const division = divisionOf(scope);
    if (division) yield division;
    pending.push(...innerScopesOf(scope));
  }
}

/** A group that falls apart. */
interface Division {
  readonly parts: readonly Part[];
  readonly sets: Sets;
  readonly first: Part;
  /** The first part that shares nothing with the first of all. */
  readonly apart: Part;
}

interface Scope {
  readonly patterns: readonly Node[];
  /** Names that hold everything inside together, because something around the group does. */
  readonly around: readonly string[];
}

const scopeOf = (group: unknown, around: readonly string[]): Scope[] => {
  const patterns = (group as Node | undefined)?.['patterns'] as readonly Node[] | undefined;
  return patterns ? [{ patterns, around }] : [];
};

function innerScopesOf({ patterns, around }: Scope): Scope[] {
  const counts = new Map<string, number>();
  const named = patterns.map((pattern) => visibleNames(pattern['patterns'] ?? pattern));
  for (const names of named) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const outer = new Set(around);
  return patterns.flatMap((pattern, index) => {
    const shared = [...(named[index] ?? [])].filter((name) => outer.has(name) || (counts.get(name) ?? 0) > 1);
    return innerScopes(pattern, shared);
  });
}

/** Groups within a pattern: branches of a union, what is optional, subqueries, what EXISTS asks. */
function innerScopes(pattern: Node, around: readonly string[]): Scope[] {
  if (pattern['type'] === 'query') return scopeOf(pattern['where'], []);
  if (pattern['subType'] === 'service') return [];
  if (pattern['subType'] === 'union')
    return ((pattern['patterns'] ?? []) as readonly Node[]).flatMap((branch) => scopeOf(branch, around));
  if (pattern['subType'] === 'filter') return scopeOf((pattern['expression'] as Node)['args'], around);
  return scopeOf(pattern, around);
}

/** Something that makes rows, with the names that tie it to others. */
interface Part {
  readonly names: readonly string[];
  readonly place: TextSpan | undefined;
}

function divisionOf({ patterns, around }: Scope): Division | undefined {
  const parts = patterns.flatMap(partsOf).filter(({ names }) => names.length > 0);
  if (parts.length < 2) return undefined;
  const sets = new Sets();
  sets.join(around);
  for (const pattern of patterns) if (CONNECTS.has(pattern['subType'])) sets.join([...visibleNames(pattern)]);
  for (const { names } of parts) sets.join(names);
  const first = parts[0] as Part;
  const apart = parts.find(({ names }) => !sets.areJoined(first.names[0] as string, names[0] as string));
  return apart && { parts, sets, first, apart };
}

function productOf({ parts, sets, first, apart }: Division): readonly CartesianProduct[] {
  if (!apart.place) return [];
  const named = (part: Part) => {
    const all = parts.filter(({ names }) => sets.areJoined(names[0] as string, part.names[0] as string));
    return [...new Set(all.flatMap(({ names }) => names.filter(isVariableName)))];
  };
  return [{ ...apart.place, variables: named(apart), others: named(first) }];
}

const CONNECTS: ReadonlySet<unknown> = new Set(['filter', 'bind', 'values']);
const MAKES_ROWS: ReadonlySet<unknown> = new Set(['union', 'optional', 'group', 'graph', 'service']);

function partsOf(pattern: Node): readonly Part[] {
  if (pattern['subType'] === 'bgp') return ((pattern['triples'] ?? []) as readonly Node[]).map(tripleOf);
  const isSubquery = pattern['type'] === 'query' && !isAggregatedOnce(pattern);
  if (!isSubquery && !MAKES_ROWS.has(pattern['subType'])) return [];
  if (holdsOneRow(pattern)) return [];
  return [{ names: [...visibleNames(pattern)], place: placeOfNode(pattern) }];
}

/** A group that is nothing but a subquery of one row: a total put beside other rows. */
const holdsOneRow = (pattern: Node): boolean => {
  const inside = (pattern['subType'] === 'group' ? pattern['patterns'] : undefined) as
    | readonly Node[]
    | undefined;
  return inside?.length === 1 && inside.every((one) => one['type'] === 'query' && isAggregatedOnce(one));
};

/** A triple; facts about one constant thing belong together. A triple that is reified alone has its subject inside. */
function tripleOf(triple: Node): Part {
  const names = [...visibleNames(triple)];
  const subject = (triple['subject'] ?? {}) as Node;
  const isConstant = names.length > 0 && subject['subType'] === 'namedNode';
  const key = `<${subject['prefix'] ?? ''} ${subject['value']}>`;
  return { names: isConstant ? [...names, key] : names, place: placeOfNode(triple) };
}

const isVariableName = (name: string): boolean => !/^[<_]/.test(name);

/** Disjoint sets of names. */
class Sets {
  readonly #parents = new Map<string, string>();

  join([first, ...others]: readonly string[]): void {
    if (first === undefined) return;
    for (const other of others) this.#parents.set(this.#root(other), this.#root(first));
  }

  areJoined(a: string, b: string): boolean {
    return this.#root(a) === this.#root(b);
  }

  #root(name: string): string {
    let root = name;
    for (;;) {
      const parent = this.#parents.get(root);
      if (parent === undefined || parent === root) return root;
      // Each walk halves the way for the next one.
      this.#parents.set(root, this.#parents.get(parent) ?? parent);
      root = parent;
    }
  }
}
