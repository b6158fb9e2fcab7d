import type { ColumnProfile, Guess, OddCell, Separation } from '../model/index.ts';
import type { ColumnTally } from './column-tally.ts';
import {
  chooseKind,
  type Evidence,
  type Judged,
  type KindCount,
  type Seen,
  survivors,
} from './kind-choice.ts';
import { splitCell } from './readings.ts';
import { findSeparation, spread } from './separation.ts';
import { hasMarkup } from './value-forms.ts';
import { wholeTest } from './whole-cells.ts';

const SAMPLE = 300;
const MOST_FREQUENT = 20;
const LONGEST_SHOWN = 200;
const MOST_ODD = 10;
const MOST_VALUES = 100;

/** A column as it was found, with what reads one of its values. */
export interface FoundColumn {
  readonly profile: ColumnProfile;
  readonly judged: Judged;
  /** Values, once separated, the most frequent first: all of them, or those that could be kept. */
  readonly values: readonly Seen[];
  readonly tally: ColumnTally;
}

/** Concludes what a column holds from all that was counted. */
export function concludeColumn(tally: ColumnTally, position: number): FoundColumn {
  const seen = tally.seen();
  const separation = tally.late?.separation ?? (tally.late ? undefined : found(seen, tally.filled));
  const parts = partsOf(tally, seen, separation?.value);
  const evidence = evidenceOf(tally, parts.values);
  const judged = chooseKind(evidence);
  const all = tally.late?.isFull === true ? undefined : parts.values;
  const isListed = all !== undefined && all.length <= MOST_VALUES && evidence.cells >= 3 * all.length;
  const profile: ColumnProfile = {
    name: tally.name,
    position,
    filled: tally.filled,
    distinct: Math.min(tally.distinct, tally.filled),
    isDistinctExact: tally.isDistinctExact,
    longest: tally.longest,
    frequent: frequentOf(seen),
    kind: judged.kind,
    odd: oddOf(parts.values, judged),
    html: tally.html + seen.reduce((sum, { text, count }) => sum + (hasMarkup(text) ? count : 0), 0),
    ...(separation === undefined ? {} : { separation: separated(separation, parts) }),
    ...(isListed ? { values: all.map(({ text }) => text).sort((a, b) => a.localeCompare(b, 'fr')) } : {}),
  };
  return { profile, judged, values: parts.values, tally };
}

const found = (seen: readonly Seen[], filled: number): Guess<string> | undefined =>
  findSeparation(seen, filled, wholeTest(seen));

interface Parts {
  readonly values: readonly Seen[];
  /** Cells that hold several. */
  readonly divided: number;
  /** Values of all cells. */
  readonly total: number;
}

/** Values once separated, with their counts and the first record of each. */
function partsOf(tally: ColumnTally, seen: readonly Seen[], separator: string | undefined): Parts {
  const values = new Map<string, { count: number; row: number }>();
  let divided = tally.late?.divided ?? 0;
  let total = tally.late?.cells ?? 0;
  const add = (text: string, count: number, row: number) => {
    const key = text.trim();
    const known = values.get(key);
    if (known === undefined) values.set(key, { count, row });
    else known.count += count;
  };
  for (const { text, count, row } of seen) {
    const parts = separator === undefined ? [text] : splitCell(text, separator);
    if (parts.length > 1) divided += count;
    total += count * parts.length;
    for (const part of parts) add(part, count, row);
  }
  for (const { text, count, row } of tally.late?.values ?? []) add(text, count, row);
  return { values: sorted(values), divided, total };
}

const sorted = (values: ReadonlyMap<string, { count: number; row: number }>): Seen[] =>
  [...values]
    .map(([text, { count, row }]) => ({ text, count, row }))
    .sort((a, b) => b.count - a.count || a.row - b.row);

function evidenceOf(tally: ColumnTally, values: readonly Seen[]): Evidence {
  const late = tally.late;
  const counts: KindCount[] =
    late?.counts.map(({ test, cells }) => ({ test, cells })) ??
    survivors(spread(values, SAMPLE)).map((test) => ({ test, cells: 0 }));
  for (const one of counts)
    for (const { text, count } of values) if (one.test.reads(text)) one.cells += count;
  const kept = values.reduce((sum, { count }) => sum + count, 0);
  return {
    name: tally.name,
    values,
    counts,
    cells: kept + (late?.tested ?? 0),
    isSampled: late !== undefined && kept + late.tested < late.cells,
    distinct: late?.isFull ? Number.POSITIVE_INFINITY : values.length,
  };
}

const frequentOf = (seen: readonly Seen[]): ColumnProfile['frequent'] =>
  [...seen]
    .sort((a, b) => b.count - a.count || a.row - b.row)
    .slice(0, MOST_FREQUENT)
    .map(({ text, count }) => ({ value: text.slice(0, LONGEST_SHOWN), count }));

function oddOf(values: readonly Seen[], { reads }: Judged): OddCell[] {
  if (reads === undefined) return [];
  return values
    .filter(({ text }) => !reads(text))
    .sort((a, b) => a.row - b.row)
    .slice(0, MOST_ODD)
    .map(({ text, row }) => ({ value: text.slice(0, LONGEST_SHOWN), row }));
}

const separated = (guess: Guess<string>, { divided, total }: Parts): Guess<Separation> => ({
  ...guess,
  value: { separator: guess.value, cells: divided, values: total },
});
