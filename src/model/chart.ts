import type { Bilingual } from './language.ts';
import type { StoredQuery } from './query.ts';
import type { Release } from './release.ts';

/** How the rows of a chart are drawn: bars for names, columns for periods in their order, a line for years. */
export const CHART_KINDS = ['bar', 'column', 'line'] as const;

export type ChartKind = (typeof CHART_KINDS)[number];

/**
 * Columns that a chart's query may have: a thing whose label is the name, a name, a series where there are several, the
 * number.
 */
export const CHART_COLUMNS = ['item', 'name', 'series', 'value'] as const;

/** A SELECT kept as a file of `queries/charts/`, and how its rows are drawn. */
export interface ChartQuery extends StoredQuery {
  readonly chart: ChartKind;
  /** What the numbers count, in words: `musées`. */
  readonly unit: Bilingual;
}

/** One row: what is told apart, the series where there are several, and the number. */
export interface ChartPoint {
  readonly name: Bilingual;
  /** IRI of what is told apart, where it is a thing. */
  readonly iri?: string;
  readonly series?: Bilingual;
  /** Nought, or between `SMALLEST_VALUE` and `LARGEST_VALUE` from it. */
  readonly value: number;
}

/** Most rows of a chart. */
export const MOST_POINTS = 500;

/** Most series of a chart: more cannot be told apart. */
export const MOST_SERIES = 4;

/** Beyond it a number has more digits than it can keep. */
export const LARGEST_VALUE = 1e15;

/** Nearer to nought a number cannot be read; nought itself can. */
export const SMALLEST_VALUE = 1e-9;

/**
 * Why a query has not been asked. `late`: the time for all queries had passed; `others`: it asks endpoints of others;
 * `too-large`: no store holds the release here; `stopped`: what asked has stopped, for want of memory perhaps.
 */
export type UnaskedReason = 'late' | 'others' | 'too-large' | 'stopped';

/** The rows of a chart in one release, complete; or why there are none. */
export type ChartAnswer =
  | { readonly kind: 'answered'; readonly points: readonly ChartPoint[] }
  /** No answer, or one that cannot be drawn. The reason is in English. */
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'too-many'; readonly rows: number; readonly most: number }
  | { readonly kind: 'unasked'; readonly reason: UnaskedReason };

/** A chart as it stood when a release was made: its question, word for word, and the answer. */
export interface ReleasedChart
  extends Pick<ChartQuery, 'name' | 'dataset' | 'title' | 'question' | 'unit' | 'chart' | 'text'> {
  readonly answer: ChartAnswer;
}

/** A name that is a year or a date, in years; undefined for any other. */
export function momentOfName(name: string): number | undefined {
  const [whole, sign, year, month = '1', day = '1'] =
    /^([-−]?)(\d{1,6})(?:-(\d\d))?(?:-(\d\d))?(?:T.*|Z)?$/.exec(name.trim()) ?? [];
  if (whole === undefined) return undefined;
  const moment = Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 372;
  return sign === '' ? moment : -moment;
}

/** Port of charts: what their queries answered when releases were made. */
export interface ChartArchive {
  /** The charts of a kept release by name; undefined where it was made without any. */
  charts(release: Release): Promise<ReadonlyMap<string, ReleasedChart> | undefined>;
}
