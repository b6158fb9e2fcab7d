import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { type Language, momentOfName } from '../../model/index.ts';
import { type ChartTable, valuesOf } from './chart-table.ts';
import type { DrawingOptions } from './draw-bars.ts';
import { drawKey, markOf } from './draw-key.ts';
import { drawValueAxis, valueAxisWidth } from './draw-value-axis.ts';
import { type Drawing, type Plot, type Shape, SIZES } from './drawing.ts';
import { textWidth } from './text-width.ts';
import { saidValue, valueText } from './value-text.ts';

/** Height for the marks, in a page and in a small drawing. */
const TALL = 240;
const LOW = 170;
const NARROW = 480;
/** Beyond so many moments there are no dots on a line. */
const MOST_DOTS = 60;

interface Moment {
  readonly name: string;
  readonly at: number;
  readonly value: number;
}

/** A line a series over years, with a dot where a value is known. Names that are no years are left out. */
export function drawLine(table: ChartTable, { width, language }: DrawingOptions): Drawing {
  const lines = table.series.map((_, series) => momentsOf(table, series));
  const known = lines.flat().map(({ at }) => at);
  const moments = known.length > 0 ? known : [0];
  const values = valuesOf(table);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const key = drawKey(table.series, width);
  const tall = width < NARROW ? LOW : TALL;
  const top = key.height + SIZES.value + 6;
  const y = scaleLinear([least, most === least ? least + 1 : most], [top + tall, top]).nice(4);
  const left = valueAxisWidth(y, language);
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  const isOne = !(last > first);
  const ends: [number, number] = isOne ? [first - 1, first + 1] : [first, last];
  const x = scaleLinear(ends, [left + 6, width - 22]);
  const plot = { x: left, y: top, width: width - left, height: tall };
  return {
    width,
    height: top + tall + 24,
    plot,
    shapes: [
      ...key.shapes,
      ...drawValueAxis(y, plot, language),
      ...drawYears(x, plot, isOne ? [first] : undefined),
      ...lines.flatMap((of, series) => drawOne(of, { x, y, series, table, language })),
      ...drawPeak(lines.flat(), { x, y, width, language }),
    ],
    left: 0,
  };
}

const momentsOf = ({ categories }: ChartTable, series: number): readonly Moment[] =>
  categories
    .flatMap(({ name, values }): readonly Moment[] => {
      const at = momentOfName(name);
      const value = values[series];
      return at === undefined || value === undefined ? [] : [{ name, at, value }];
    })
    .sort((a, b) => a.at - b.at);

type Scale = ScaleLinear<number, number>;

interface LineRule {
  readonly x: Scale;
  readonly y: Scale;
  readonly series: number;
  readonly table: ChartTable;
  readonly language: Language;
}

function drawOne(moments: readonly Moment[], { x, y, series, table, language }: LineRule): readonly Shape[] {
  const look = markOf(series);
  const d = line<Moment>(
    ({ at }) => x(at),
    ({ value }) => y(value),
  ).digits(1)(moments as Moment[]);
  const name = table.series[series];
  return [
    ...(d === null || moments.length < 2 ? [] : [{ kind: 'path', d, look, isLine: true } as const]),
    ...(moments.length > MOST_DOTS ? [] : moments).map((one): Shape => {
      const says = saidValue([one.name, name], one.value, language);
      return { kind: 'dot', x: x(one.at), y: y(one.value), look, says };
    }),
  ];
}

/** Whole years, as many as find room. */
function drawYears(
  x: Scale,
  { x: left, y, width, height }: Plot,
  only?: readonly number[],
): readonly Shape[] {
  const years = only ?? x.ticks(Math.max(2, Math.floor(width / 80))).filter(Number.isInteger);
  const base = y + height;
  return [
    { kind: 'line', x1: left, x2: left + width, y1: base, y2: base, look: 'axis' },
    ...years.map(
      (year): Shape => ({
        kind: 'text',
        x: x(year),
        y: base + 17,
        text: String(year),
        anchor: 'middle',
        look: 'tick',
      }),
    ),
  ];
}

/** The number at the highest point. */
function drawPeak(
  moments: readonly Moment[],
  { x, y, width, language }: Pick<LineRule, 'x' | 'y' | 'language'> & { readonly width: number },
): readonly Shape[] {
  const [first] = moments;
  if (!first) return [];
  const peak = moments.reduce((best, one) => (one.value > best.value ? one : best), first);
  const text = valueText(peak.value, language);
  const half = textWidth(text, SIZES.value) / 2;
  const middle = Math.min(Math.max(x(peak.at), half), width - half);
  return [{ kind: 'text', x: middle, y: y(peak.value) - 9, text, anchor: 'middle', look: 'value' }];
}
