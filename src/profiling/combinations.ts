import type { ColumnKind } from '../model/index.ts';
import type { FoundColumn } from './column-profile.ts';
import { wordsOf } from './kinds.ts';

/** Columns that may name a record together, and how well they look. */
export interface Combination {
  readonly columns: readonly string[];
  readonly score: number;
}

/** What names things, what names moments, and what else may tell two records apart. */
const THINGS: ReadonlySet<ColumnKind> = new Set([
  ...(['code', 'museofile', 'joconde', 'merimee', 'palissy', 'insee-commune', 'insee-department'] as const),
  ...(['insee-region', 'whole', 'department-name', 'region-name'] as const),
]);
const MOMENTS: ReadonlySet<ColumnKind> = new Set(['year', 'date', 'period']);
const QUALIFIERS: ReadonlySet<ColumnKind> = new Set(['closed-list', 'boolean']);

const NAMING = /\bid\b|identifi|\bref\b|^ref|reference|\bcode\b|cod|numero|\bnum\b|\bcom\b|insee/;
const MOST = 12;

/** Pairs, then triples, of columns that are never empty: a thing and a moment first, a code and what qualifies it next. */
export function combinations(columns: readonly FoundColumn[], records: number): readonly Combination[] {
  const usable = columns
    .filter(
      ({ profile }) =>
        profile.filled >= records * 0.99 &&
        profile.filled <= records &&
        profile.distinct > 1 &&
        profile.longest <= 80,
    )
    .map((column) => ({ column, role: roleOf(column) }))
    .filter(({ role }) => role > 0)
    .sort((a, b) => b.role - a.role || b.column.profile.distinct - a.column.profile.distinct)
    .slice(0, MOST)
    .map(({ column }) => column);
  const pairs = usable.flatMap((one, at) => usable.slice(at + 1).map((other) => [one, other]));
  const triples = usable
    .slice(0, 6)
    .flatMap((one, at) =>
      usable
        .slice(at + 1, 6)
        .flatMap((two, next) => usable.slice(at + next + 2, 6).map((three) => [one, two, three])),
    );
  return [...pairs, ...triples]
    .filter((some) => mayBeUnique(some, records))
    .map((some) => ({ columns: some.map(({ profile }) => profile.name), score: scoreOf(some) }))
    .filter(({ score }) => score > 0.3)
    .sort((a, b) => b.score - a.score);
}

const isNamed = ({ profile }: FoundColumn): boolean => NAMING.test(wordsOf(profile.name));

function roleOf(column: FoundColumn): number {
  const kind = column.profile.kind.value;
  if (THINGS.has(kind)) return kind === 'whole' && !isNamed(column) ? 0 : isNamed(column) ? 3 : 2;
  if (MOMENTS.has(kind)) return 2.5;
  if (QUALIFIERS.has(kind)) return 1.5;
  return kind === 'text' && column.profile.longest <= 80 ? 1 : 0;
}

const mayBeUnique = (columns: readonly FoundColumn[], records: number): boolean =>
  columns.reduce((product, { profile }) => product * profile.distinct, 1) >= records &&
  // One that is nearly unique by itself needs no other but what tells its few repetitions apart.
  columns.some(({ profile }) => profile.distinct >= Math.min(20, records / 50));

function scoreOf(columns: readonly FoundColumn[]): number {
  const kinds = columns.map(({ profile }) => profile.kind.value);
  const things = columns.filter((one) => THINGS.has(one.profile.kind.value)).length;
  const moments = kinds.filter((kind) => MOMENTS.has(kind)).length;
  const texts = kinds.filter((kind) => kind === 'text').length;
  const named = columns.some((one) => isNamed(one)) ? 0.1 : 0;
  const largest = Math.max(...columns.map(({ profile }) => profile.distinct));
  const several = columns.length > 2 ? 0.15 : 0;
  const base =
    things > 0
      ? moments === 1 && kinds.includes('year')
        ? 0.78
        : moments > 0
          ? 0.7
          : 0.62
      : moments > 0
        ? 0.45
        : 0.4;
  return base + named - several - texts * 0.2 + Math.min(0.05, Math.log10(largest) / 100);
}
