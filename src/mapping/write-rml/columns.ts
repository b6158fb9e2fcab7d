import { type Complaint, RefusedInput, type Source } from '../../model/index.ts';
import { openSource } from '../../sources/index.ts';
import { resolveColumns } from '../columns.ts';
import {
  type ColumnRule,
  expressionsOf,
  joinsOf,
  type Mapping,
  referencesOf,
  type SourceRule,
  type TriplesRule,
} from '../rules.ts';
import { unreadableTable } from './refusals.ts';
import { renameRule } from './rename.ts';

/** Reference → the column that it reads, in one table. */
type Columns = ReadonlyMap<string, string | undefined>;

/**
 * The mapping with the names that its tables have today in the place of its own: RML has no aliases, and compares names
 * letter by letter, so the names of a YARRRML mapping would read nothing. Tables are opened for their headers.
 * @throws RefusedInput for a column with aliases whose table cannot be opened, or has none of its names
 */
export async function withNamesOfTables(mapping: Mapping): Promise<Mapping> {
  if (!mapping.foldsColumns) return mapping;
  const columnsOf = new Map<string, Columns>();
  const complaints: Complaint[] = [];
  const groups = Map.groupBy(mapping.rules, ({ source }) => source?.id);
  for (const [id, rules] of groups) {
    const source = rules[0]?.source;
    // A rule without a source is refused by who writes it.
    if (id === undefined || source === undefined) continue;
    const found = await resolve(mapping, source, rules);
    if (found instanceof Map) columnsOf.set(id, found);
    else complaints.push(...(found as readonly Complaint[]));
  }
  if (complaints.length > 0) throw new RefusedInput(complaints);
  return { ...mapping, rules: renameAll(mapping.rules, columnsOf) };
}

function renameAll(
  rules: readonly TriplesRule[],
  columnsOf: ReadonlyMap<string, Columns>,
): readonly TriplesRule[] {
  const names = (rule: TriplesRule | undefined) => (name: string) =>
    columnsOf.get(rule?.source?.id ?? '')?.get(name) ?? name;
  const byName = new Map(rules.map((rule) => [rule.name, rule]));
  return rules.map((rule) =>
    renameRule(rule, { own: names(rule), ofParent: (parent) => names(byName.get(parent)) }),
  );
}

/** Columns of a table, or why columns with aliases cannot be found in it. */
async function resolve(
  mapping: Mapping,
  rule: SourceRule,
  rules: readonly TriplesRule[],
): Promise<Columns | readonly Complaint[]> {
  if (rule.kind !== 'source' || rule.source.format !== 'csv') return new Map();
  const { source } = rule;
  const header = await headerOf(source);
  const aliased = mapping.columns.filter(({ aliases }) => aliases.length > 0);
  if ('cause' in header)
    return aliased
      .filter(({ name }) => reads(mapping, rules, name))
      .map((column) => unreadableTable(column, source.shown, header.cause));
  const { columns, unknown } = resolveColumns(mapping, { header, rules, shown: source.shown });
  const lost = unknown.filter(({ name }) => aliased.some((column) => column.name === name));
  return lost.length > 0 ? lost : columns;
}

/** The header of a table, or why it cannot be opened now. */
async function headerOf(source: Source): Promise<readonly string[] | { readonly cause: Complaint }> {
  try {
    return (await openSource(source)).columns ?? [];
  } catch (error) {
    const [first] = error instanceof RefusedInput ? error.complaints : [];
    if (first === undefined) throw error;
    return { cause: first };
  }
}

/** Whether these rules read a column, or joins to them do. */
function reads(mapping: Mapping, rules: readonly TriplesRule[], column: ColumnRule['name']): boolean {
  const names = new Set(rules.map(({ name }) => name));
  const fromOthers = mapping.rules
    .flatMap(joinsOf)
    .filter(({ parent }) => names.has(parent))
    .flatMap(({ conditions }) => conditions.map(({ parent }) => parent));
  return [...rules.flatMap(expressionsOf), ...fromOthers]
    .flatMap(referencesOf)
    .some(({ name }) => name === column);
}
