import { scaleBand, scaleLinear } from 'd3-scale';
import type { Language } from '../../model/index.ts';
import type { ChartCategory, ChartTable } from './chart-table.ts';
import { totalOf } from './chart-table.ts';
import type { DrawingOptions } from './draw-bars.ts';
import { drawKey, markOf } from './draw-key.ts';
import { drawValueAxis, valueAxisWidth } from './draw-value-axis.ts';
import { type Drawing, type Look, type Shape, SIZES } from './drawing.ts';
import { extentOf, isStacked, type Segment, segmentsOf } from './segments.ts';
import { linesOf, textWidth } from './text-width.ts';
import { withGaps } from './time-slots.ts';
import { saidValue, valueText } from './value-text.ts';

/** Height for the marks, in a page and in a small drawing. */
const TALL = 240;
const LOW = 170;
const NARROW = 480;
const LINE = 15;
const MOST_LINES = 3;
/** Widest that a name below a column gets. */
const WIDEST_NAME = 130;
/** Beyond so many, columns are one shape a series, without words for pointers. */
const MOST_SINGLE = 80;

/** Vertical columns for periods in their order; periods that are left out keep their place. */
export function drawColumns(table: ChartTable, { width, language }: DrawingOptions): Drawing {
  const slots = withGaps(table.categories);
  const stacked = isStacked(table);
  const segments = slots.map((one) => segmentsOf(one, stacked));
  const extent = extentOf(segments.flat());
  const key = drawKey(table.series, width);
  const tall = width < NARROW ? LOW : TALL;
  const top = key.height + SIZES.value + 4;
  const values = slots.map((one) => (one.values.length > 0 ? valueText(totalOf(one), language) : ''));
  const isSaid =
    (stacked || table.series.length === 1) &&
    Math.max(...values.map((text) => textWidth(text, SIZES.value))) < (width - 8) / slots.length - 2;
  const y = scaleLinear(extent, [top + tall, top]).nice(isSaid ? 20 : 5);
  const axis = isSaid ? 0 : valueAxisWidth(y, language);
  const margin = Math.max(axis, 4);
  const x = scaleBand(slots.keys(), [margin, width - 4])
    .paddingInner(0.22)
    .paddingOuter(0.11);
  const names = drawNames(slots, { step: x.step(), at: (slot) => (x(slot) ?? 0) + x.bandwidth() / 2, width });
  const plot = { x: margin, y: top, width: width - 4 - margin, height: tall };
  const columns = { segments, x, y, series: table.series, names: slots.map(({ name }) => name), language };
  return {
    width,
    height: top + tall + 8 + names.lines * LINE,
    plot,
    shapes: [
      ...key.shapes,
      ...(isSaid ? [] : drawValueAxis(y, plot, language)),
      ...drawMarks(columns),
      ...(isSaid ? drawValues(columns, values) : []),
      { kind: 'line', x1: margin, x2: width - 4, y1: y(0), y2: y(0), look: 'axis' },
      ...names.shapes.map((shape) => ({ ...shape, y: shape.y + top + tall + 6 })),
    ],
    left: 0,
  };
}

interface Columns {
  readonly segments: readonly (readonly Segment[])[];
  readonly x: { (slot: number): number | undefined; bandwidth(): number };
  readonly y: (value: number) => number;
  readonly series: readonly string[];
  readonly names: readonly string[];
  readonly language: Language;
}

function drawMarks(columns: Columns): readonly Shape[] {
  const { segments, series, names, language } = columns;
  const boxes = segments.flatMap((of, slot) =>
    of.map((one) => ({ ...boxOf(one, slot, columns), value: one.to - one.from, slot })),
  );
  if (boxes.length <= MOST_SINGLE)
    return boxes.map(({ value, slot, of, ...box }): Shape => {
      const says = saidValue([names[slot], series[of]], value, language);
      return { kind: 'rect', ...box, look: markOf(of), says };
    });
  return series.map((_, at): Shape => {
    const own = boxes.filter(({ of }) => of === at);
    const d = own.map(
      ({ x, y, width, height }) =>
        `M${fixed(x)} ${fixed(y)}h${fixed(width)}v${fixed(height)}h${fixed(-width)}z`,
    );
    return { kind: 'path', d: d.join(''), look: markOf(at) };
  });
}

function boxOf({ from, to, series, band }: Segment, slot: number, { x, y, series: all, segments }: Columns) {
  const bands = segments.some((of) => of.some((one) => one.band > 0)) ? all.length : 1;
  const width = x.bandwidth() / bands;
  return {
    x: (x(slot) ?? 0) + band * width,
    y: Math.min(y(from), y(to)),
    width,
    height: Math.abs(y(to) - y(from)),
    of: series,
  };
}

const fixed = (value: number): string => String(Math.round(value * 10) / 10);

function drawValues({ segments, x, y }: Columns, values: readonly string[]): readonly Shape[] {
  return segments.flatMap((of, slot): readonly Shape[] => {
    const text = values[slot];
    const end = of.reduce((far, { to }) => (Math.abs(to) > Math.abs(far) ? to : far), 0);
    if (of.length === 0 || !text) return [];
    const below = end < 0 ? SIZES.value : -5;
    return [
      {
        kind: 'text',
        x: (x(slot) ?? 0) + x.bandwidth() / 2,
        y: y(end) + below,
        text,
        anchor: 'middle',
        look: 'value' satisfies Look,
      },
    ];
  });
}

type TextShape = Extract<Shape, { kind: 'text' }>;

/** Names below the columns: as many of them as find room beside each other. */
function drawNames(
  slots: readonly ChartCategory[],
  {
    step,
    at,
    width,
  }: { readonly step: number; readonly at: (slot: number) => number; readonly width: number },
): { readonly shapes: readonly TextShape[]; readonly lines: number } {
  const word = Math.max(
    ...slots.flatMap(({ name }) => name.split(/ +/).map((one) => textWidth(one, SIZES.tick))),
  );
  const every = Math.max(1, Math.ceil((Math.min(word, WIDEST_NAME) + 6) / step));
  const room = every * step - 6;
  let free = Number.NEGATIVE_INFINITY;
  const shapes = slots.flatMap(({ name }, slot) => {
    if (slot % every !== 0 || name === '') return [];
    const lines = linesOf(name, room, { size: SIZES.tick, most: MOST_LINES });
    const half = Math.max(...lines.map((line) => textWidth(line, SIZES.tick))) / 2;
    const middle = Math.min(Math.max(at(slot), half), width - half);
    // One at an end that was moved inwards may leave the next one no room.
    if (middle - half < free) return [];
    free = middle + half + 2;
    return lines.map(
      (text, line): TextShape => ({
        kind: 'text',
        x: middle,
        y: (line + 1) * LINE,
        text,
        anchor: 'middle',
        look: 'tick',
      }),
    );
  });
  return { shapes, lines: Math.max(1, ...shapes.map(({ y }) => y / LINE)) };
}
