import { folded } from '../documents/index.ts';
import type { ColumnProfile } from '../model/index.ts';
import type { PlannedColumn } from './draft.ts';
import type { KnownColumn } from './known-column.ts';
import { camelCase, createNames, headerOf } from './names.ts';

/** What stands in `$(…)` without a second look: letters, digits, `_`, `-`. */
export const isSafeKey = (name: string): boolean => /^\p{L}[\p{L}\p{N}_-]*$/u.test(name);

/** A path without the `$.` that it may go without. */
export const referenceOf = (name: string): string => (/^\$\.[\p{L}_]/u.test(name) ? name.slice(2) : name);

/** Short names for columns whose headers are awkward, none of which is another column. */
export const createKeys = (headers: readonly string[]): ((header: string) => string) => {
  const given = new Set<string>();
  return (header) => {
    const own = folded(header);
    const name = createNames([...headers.filter((one) => folded(one) !== own), ...given])(camelCase(header));
    given.add(name);
    return name;
  };
};

interface Named {
  readonly column: ColumnProfile;
  readonly key: string;
  readonly known: KnownColumn | undefined;
}

/** Its header where the key is another, and its names in other generations of the file that no other column bears. */
export function aliasesOf(
  { column, key, known }: Named,
  columns: readonly ColumnProfile[],
): readonly string[] {
  const others = new Set(columns.filter(({ name }) => name !== column.name).map(({ name }) => folded(name)));
  const seen = new Set([folded(key)]);
  const generations = (known?.names ?? []).filter((name) => {
    const isNew =
      !others.has(folded(name)) && !seen.has(folded(name)) && folded(name) !== folded(column.name);
    if (isNew) seen.add(folded(name));
    return isNew;
  });
  const mostOthers = known !== undefined && known.names.length <= MOST_ALIASES ? generations : [];
  return key === column.name ? mostOthers : [column.name, ...mostOthers];
}

/** A longer list is one of synonyms, not of generations of one file. */
const MOST_ALIASES = 6;

/** The column that bears a header, by the name that a table of known headers gives it. */
export const columnNamed = (
  columns: readonly PlannedColumn[],
  names: readonly string[],
  isTable: boolean,
): PlannedColumn | undefined => {
  const wanted = new Set(names.map(folded));
  return columns.find(({ column }) => wanted.has(folded(headerOf(column.name, isTable))));
};
