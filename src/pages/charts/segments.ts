import { type ChartCategory, type ChartTable, valuesOf } from './chart-table.ts';

/** A mark of a category: from where to where, of which series, in which of the bands beside each other. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly series: number;
  readonly band: number;
}

/** Series stand on each other where none goes below nought; else beside each other. */
export const isStacked = (table: ChartTable): boolean =>
  table.series.length > 1 && valuesOf(table).every((value) => value >= 0);

/** The marks of a category. */
export function segmentsOf({ values }: ChartCategory, stacked: boolean): readonly Segment[] {
  let sum = 0;
  return values.flatMap((value, series): readonly Segment[] => {
    if (value === undefined) return [];
    if (!stacked) return [{ from: 0, to: value, series, band: series }];
    const from = sum;
    sum += value;
    return [{ from, to: sum, series, band: 0 }];
  });
}

/** The least and the greatest that are reached, nought among them; never the same. */
export function extentOf(segments: readonly Segment[]): readonly [number, number] {
  const ends = segments.map(({ to }) => to);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return least === most ? [0, 1] : [least, most];
}
