import { folded, nearest } from '../../documents/index.ts';
import type { Bilingual } from '../../model/index.ts';

/** A column that the mapping reads. */
export interface KnownColumn {
  readonly name: string;
  readonly aliases: readonly string[];
  /** It may be absent. */
  readonly optional: boolean;
}

/** A column that was there and is not any more. */
export interface LostColumn {
  readonly name: string;
  /** The column of the mapping that read it, where one did and finds no other. */
  readonly read?: KnownColumn;
  /** The new column that is most like it. */
  readonly nearest?: string;
}

export interface Drift {
  readonly lost: readonly LostColumn[];
  readonly added: readonly string[];
  /** No column of before is there: it is another table. */
  readonly isOther: boolean;
}

/**
 * How a header differs from the one before.
 * @param before undefined: there is none to compare with
 * @param known what the mapping reads; undefined: whatever was there counts as read
 */
export function driftOf(
  before: readonly string[] | undefined,
  now: readonly string[],
  known: readonly KnownColumn[] | undefined,
): Drift {
  const names = new Set(now.map(folded));
  const added = before === undefined ? [] : now.filter((one) => !before.map(folded).includes(folded(one)));
  // A new column is proposed before one that was there all along.
  const near = (column: string): string | undefined =>
    nearest(column, added) ??
    added.find((one) => isWithin(folded(one), folded(column))) ??
    nearest(column, now);
  const missing = (known ?? []).filter(
    ({ name, aliases, optional }) => !optional && ![name, ...aliases].some((one) => names.has(folded(one))),
  );
  const gone = (before ?? []).filter((one) => !names.has(folded(one)));
  const readers = new Map(
    missing.map((column) => [gone.find((one) => isReadBy(one, column)) ?? column.name, column]),
  );
  const lost = [...new Set([...readers.keys(), ...gone])].map((name): LostColumn => {
    const read =
      readers.get(name) ?? (known === undefined ? { name, aliases: [], optional: false } : undefined);
    const proposed = near(name) ?? (read && near(read.name));
    return { name, ...(read && { read }), ...(proposed !== undefined && { nearest: proposed }) };
  });
  return { lost, added, isOther: before !== undefined && before.length > 0 && gone.length === before.length };
}

const isReadBy = (column: string, { name, aliases }: KnownColumn): boolean =>
  [name, ...aliases].some((one) => folded(one) === folded(column));

const isWithin = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= 3 && (a.includes(b) || b.includes(a));

/** What is said of a column that is gone, and what to write. */
export function lostText({ name, read, nearest: near }: LostColumn): Bilingual {
  const gone = { fr: `La colonne « ${name} » n’y est plus`, en: `The column “${name}” is gone` };
  if (near === undefined) return { fr: `${gone.fr}.`, en: `${gone.en}.` };
  const alias = read
    ? {
        fr: ` : ajoutez-la aux alias de « ${read.name} » (columns, dans le mapping)`,
        en: `: add it to the aliases of “${read.name}” (columns, in the mapping)`,
      }
    : { fr: '', en: '' };
  return {
    fr: `${gone.fr} ; la plus proche est « ${near} »${alias.fr}.`,
    en: `${gone.en}; the nearest is “${near}”${alias.en}.`,
  };
}

export const addedText = (added: readonly string[]): Bilingual => {
  const shown = added.slice(0, 10).map((one) => one);
  const more = added.length > shown.length ? '…' : '';
  return {
    fr: `Colonnes nouvelles : ${[...shown.map((one) => `« ${one} »`), more].filter((one) => one !== '').join(', ')}.`,
    en: `New columns: ${[...shown.map((one) => `“${one}”`), more].filter((one) => one !== '').join(', ')}.`,
  };
};
