import type { ChartTable } from './chart-table.ts';
import { type DrawingOptions, drawBars, MOST_BARS } from './draw-bars.ts';
import { drawColumns } from './draw-columns.ts';
import { drawLine } from './draw-line.ts';
import type { Drawing } from './drawing.ts';

/** Under this width, columns whose names would not be read lie down as bars. */
const NARROW = 480;

/** Widths that charts are drawn for: a page, and a telephone or a small multiple. */
export const WIDE = 720;
export const SLIM = 340;

/** A chart as its kind is drawn at a width. */
export function drawChart(table: ChartTable, options: DrawingOptions): Drawing {
  if (table.kind === 'line') return drawLine(table, options);
  const isNarrow = options.width < NARROW && table.categories.length <= MOST_BARS;
  const liesDown = isNarrow && !options.staysUpright;
  return table.kind === 'column' && !liesDown ? drawColumns(table, options) : drawBars(table, options);
}
