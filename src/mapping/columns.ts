import { folded, nearest } from '../documents/index.ts';
import type { UnknownColumn } from '../model/index.ts';
import { unknownColumn } from './column-complaints.ts';
import {
  type ColumnRule,
  type Expression,
  expressionsOf,
  joinsOf,
  type Mapping,
  type Reference,
  referencesOf,
  type TriplesRule,
} from './rules.ts';

/** Which column of this source each reference reads; absent columns map to undefined. */
export interface ResolvedColumns {
  readonly columns: ReadonlyMap<string, string | undefined>;
  readonly missing: readonly string[];
  readonly unused: readonly string[];
  /** Missing columns that are not declared optional. */
  readonly unknown: readonly UnknownColumn[];
}

/** A table to resolve columns in. */
export interface Table {
  readonly header: readonly string[];
  /** The rules that read it. */
  readonly rules: readonly TriplesRule[];
  /** The path as messages name it. */
  readonly shown?: string;
}

/**
 * Resolves references against a table's header, by name and then by alias. What joins of other rules read of these
 * rules' records are references too.
 */
export function resolveColumns(mapping: Mapping, { header, rules, shown }: Table): ResolvedColumns {
  const find = columnFinder(header, mapping.foldsColumns);
  const declared = new Map(mapping.columns.map((column) => [column.name, column]));
  const unknown: UnknownColumn[] = [];
  const columns = new Map<string, string | undefined>();
  for (const reference of dataReferences(mapping, rules)) {
    if (columns.has(reference.name)) continue;
    const rule = declared.get(reference.name);
    const column = find([reference.name, ...(rule?.aliases ?? [])]);
    columns.set(reference.name, column);
    if (column !== undefined || rule?.optional) continue;
    const near = candidate(reference, header, mapping.columns);
    const how = !mapping.foldsColumns ? 'plain' : rule === undefined ? 'undeclared' : 'declared';
    unknown.push({ name: reference.name, ...unknownColumn(reference, { near, how, shown, header }) });
  }
  const used = new Set(columns.values());
  return {
    columns,
    unknown,
    missing: [...columns].filter(([, column]) => column === undefined).map(([name]) => name),
    unused: header.filter((column) => !used.has(column)),
  };
}

/** Columns that expressions of a logical view's fields name and its table does not have. */
export function unknownOf(
  expressions: readonly Expression[],
  header: readonly string[],
  shown: string,
): readonly UnknownColumn[] {
  const unknown = expressions.flatMap(referencesOf).filter(({ name }) => !header.includes(trimmed(name)));
  return unknown.map((reference) => ({
    name: reference.name,
    ...unknownColumn(reference, { near: nearest(reference.name, header), how: 'plain', shown, header }),
  }));
}

/** Finds the first of several names in a header: as it is written, else without regard to case, accents and spaces. */
function columnFinder(
  header: readonly string[],
  folds: boolean,
): (names: readonly string[]) => string | undefined {
  const alike = folds ? folded : trimmed;
  const present = new Map(header.map((column) => [alike(column), column]));
  return (names) =>
    names.find((one) => header.includes(one)) ??
    names.map((name) => present.get(alike(name))).find((one) => one !== undefined);
}

/** As headers are read. */
const trimmed = (name: string): string => name.normalize('NFC').trim();

/** What was meant, perhaps: a column like the name or one of its aliases, or a declared one with such an alias. */
function candidate(
  { name }: Reference,
  header: readonly string[],
  columns: readonly ColumnRule[],
): string | undefined {
  const own = columns.find((column) => column.name === name);
  const others = columns.filter((column) => column !== own);
  // The header first: of two that are equally near, a column of the source is meant.
  const meant = new Map(header.map((one) => [one, one]));
  for (const column of others)
    for (const one of [column.name, ...column.aliases]) if (!meant.has(one)) meant.set(one, column.name);
  const near = [name, ...(own?.aliases ?? [])]
    .map((one) => nearest(one, meant.keys()))
    .find((one) => one !== undefined);
  return near === undefined ? undefined : meant.get(near);
}

/** References to the table's columns: those to a view's name are not among them. */
function dataReferences(mapping: Mapping, rules: readonly TriplesRule[]): readonly Reference[] {
  const names = new Set(rules.map(({ name }) => name));
  const fromOthers = mapping.rules
    .flatMap(joinsOf)
    .filter(({ parent }) => names.has(parent))
    .flatMap(({ conditions }) => conditions.flatMap(({ parent }) => referencesOf(parent)));
  return [...rules.flatMap(ownReferences), ...fromOthers];
}

const ownReferences = (rule: TriplesRule): readonly Reference[] =>
  expressionsOf(rule).flatMap((expression) =>
    expression === rule.view?.each
      ? referencesOf(expression)
      : referencesOf(expression).filter((reference) => reference.name !== rule.view?.name),
  );
