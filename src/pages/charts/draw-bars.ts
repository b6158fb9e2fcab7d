import { scaleLinear } from 'd3-scale';
import type { Language } from '../../model/index.ts';
import type { ChartCategory, ChartTable } from './chart-table.ts';
import { totalOf } from './chart-table.ts';
import { drawKey, markOf } from './draw-key.ts';
import { type Drawing, LEADING, type Shape, SIZES } from './drawing.ts';
import { extentOf, isStacked, type Segment, segmentsOf } from './segments.ts';
import { linesOf, textWidth } from './text-width.ts';
import { saidValue, shortValueText, valueText } from './value-text.ts';

/** Most bars: what is beyond stands in the table. */
export const MOST_BARS = 40;

/** What a drawing is made for. */
export interface DrawingOptions {
  /** In pixels. */
  readonly width: number;
  readonly language: Language;
  /** Whether columns stay columns where their names find no room: for small multiples. */
  readonly staysUpright?: boolean;
}

/** Under this width names stand above their bars. */
const NARROW = 480;
const THICKNESS = 16;
const THIN = 11;
const GAP = 10;
const BESIDE = 6;

/** Horizontal bars, one a row, in the order of the table: the name, the bar, the number. */
export function drawBars(table: ChartTable, { width, language }: DrawingOptions): Drawing {
  const categories = table.categories.slice(0, MOST_BARS);
  const rule = ruleOf(categories, width);
  const segments = categories.map((one) => segmentsOf(one, isStacked(table)));
  const said = saidAll(categories, table, { width, language });
  const extent = extentOf(segments.flat());
  const room = Math.min(
    width / 3,
    Math.max(...said.flat().map((text) => textWidth(text, SIZES.value))) + BESIDE,
  );
  const left = rule.gutter + (extent[0] < 0 ? room : 0);
  // The number of a bar of nought stands at its right too.
  const right = segments.flat().some(({ to }) => to >= 0) ? room : 0;
  const x = scaleLinear(extent, [left, Math.max(left + 1, width - right)]);
  const key = drawKey(table.series, width);
  const shapes: Shape[] = [...key.shapes];
  let y = key.height;
  for (const [at, { name }] of categories.entries()) {
    const row = { segments: segments[at] ?? [], said: said[at] ?? [], y };
    const lines = linesOf(name, rule.room, { size: SIZES.name, most: 2 });
    const drawn = drawRow({ ...row, lines }, { rule, x, series: table.series, language });
    shapes.push(...drawn.shapes);
    y += drawn.height + GAP;
  }
  const height = y - GAP / 2;
  const zero = x(0);
  // Where names stand above the bars, a line between them would cross the names.
  if (rule.isBeside || extent[0] === 0)
    shapes.push({ kind: 'line', x1: zero, x2: zero, y1: key.height - 2, y2: height, look: 'axis' });
  return {
    width,
    height,
    plot: { x: left, y: key.height, width: width - right - left, height: height - key.height },
    shapes,
    left: table.categories.length - categories.length,
  };
}

/** Where names stand: beside the bars or, where it is narrow, above them. */
interface BarRule {
  readonly isBeside: boolean;
  /** Width at the left that names take. */
  readonly gutter: number;
  /** Width of a line of a name. */
  readonly room: number;
}

function ruleOf(categories: readonly ChartCategory[], width: number): BarRule {
  if (width < NARROW) return { isBeside: false, gutter: 1, room: width - BESIDE - 1 };
  const widest = Math.max(...categories.map(({ name }) => textWidth(name, SIZES.name)));
  const room = Math.min(widest, width * 0.36);
  return { isBeside: true, gutter: room + 2 * BESIDE, room };
}

/** Numbers written at the ends of bars, in few digits where they would leave no room for bars. */
function saidAll(
  categories: readonly ChartCategory[],
  table: ChartTable,
  { width, language }: DrawingOptions,
): readonly (readonly string[])[] {
  const whole = categories.map((one) => saidOf(one, table, (value) => valueText(value, language)));
  const widest = Math.max(...whole.flat().map((text) => textWidth(text, SIZES.value)));
  if (widest <= width / 4) return whole;
  return categories.map((one) => saidOf(one, table, (value) => shortValueText(value, language)));
}

/** The sum of stacked bars, each of grouped ones. */
function saidOf(
  category: ChartCategory,
  table: ChartTable,
  text: (value: number) => string,
): readonly string[] {
  if (isStacked(table)) return [text(totalOf(category))];
  return category.values.map((value) => (value === undefined ? '' : text(value)));
}

interface BarRow {
  readonly lines: readonly string[];
  readonly segments: readonly Segment[];
  readonly said: readonly string[];
  readonly y: number;
}

/** What all rows are drawn by. */
interface RowRule {
  readonly rule: BarRule;
  readonly x: (value: number) => number;
  readonly series: readonly string[];
  readonly language: Language;
}

function drawRow(
  { lines, segments, said, y }: BarRow,
  { rule, x, series, language }: RowRule,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const bands = Math.max(1, ...segments.map(({ band }) => band + 1));
  const thickness = bands > 1 ? THIN : THICKNESS;
  const text = lines.length * LEADING;
  const bars = bands * (thickness + 2);
  const height = rule.isBeside ? Math.max(text, bars) : text + 3 + bars;
  const top = rule.isBeside ? y + (height - bars) / 2 : y + text + 3;
  const first = rule.isBeside ? y + (height - text) / 2 : y;
  return {
    height,
    shapes: [
      ...lines.map(
        (line, at): Shape => ({
          kind: 'text',
          x: rule.isBeside ? rule.gutter - 2 * BESIDE : BESIDE + 1,
          y: first + at * LEADING + 13,
          text: line,
          ...(rule.isBeside && { anchor: 'end' }),
          look: 'name',
        }),
      ),
      ...segments.map(({ from, to, series: of, band }): Shape => {
        const [start, end] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))];
        const says = series[of] ? saidValue([lines.join(' '), series[of]], to - from, language) : undefined;
        return {
          kind: 'rect',
          x: start,
          y: top + band * (thickness + 2) + 1,
          width: end - start,
          height: thickness,
          look: markOf(of),
          ...(says !== undefined && { says }),
        };
      }),
      ...said.flatMap((value, band): readonly Shape[] => {
        const own = segments.filter((one) => said.length === 1 || one.series === band);
        if (value === '' || own.length === 0) return [];
        const end = own.reduce((far, { to }) => (Math.abs(to) > Math.abs(far) ? to : far), 0);
        const isNegative = end < 0;
        return [
          {
            kind: 'text',
            x: x(end) + (isNegative ? -BESIDE : BESIDE),
            y: top + (own[0]?.band ?? 0) * (thickness + 2) + thickness / 2 + 6,
            text: value,
            ...(isNegative && { anchor: 'end' }),
            look: 'value',
          },
        ];
      }),
    ],
  };
}
