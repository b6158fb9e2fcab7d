import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHART_KINDS, LANGUAGES, LARGEST_VALUE, SMALLEST_VALUE } from '../../../../src/model/index.ts';
import { type ChartTable, valuesOf } from '../../../../src/pages/charts/chart-table.ts';
import { drawChart, SLIM, WIDE } from '../../../../src/pages/charts/draw-chart.ts';
import { type Drawing, type Shape, SIZES } from '../../../../src/pages/charts/drawing.ts';
import { linesOf, textWidth } from '../../../../src/pages/charts/text-width.ts';
import { withGaps } from '../../../../src/pages/charts/time-slots.ts';

const value = fc.oneof(
  fc.integer({ min: -1000, max: 100_000 }),
  fc.constantFrom(0, 1, -1, 0.001, LARGEST_VALUE, -LARGEST_VALUE),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((one) => (Math.abs(one) < SMALLEST_VALUE ? 0 : one)),
);
const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }),
  fc.constantFrom('Provence-Alpes-Côte d’Azur', '12e siècle', 'W'.repeat(200), '博物馆', '1850–1899', '1850'),
);

/** A table of a kind, with names that are years where lines need them. */
const table = (kind: ChartTable['kind'], most = 45): fc.Arbitrary<ChartTable> =>
  fc.integer({ min: 1, max: 4 }).chain((series) =>
    fc
      .array(
        fc.tuple(
          name,
          fc.array(fc.option(value, { nil: undefined }), { minLength: series, maxLength: series }),
        ),
        { minLength: 1, maxLength: most },
      )
      .map((rows) => ({
        kind,
        unit: 'musées',
        series: Array.from({ length: series }, (_, at) => (series === 1 ? '' : `Série ${at}`)),
        categories: rows.map(([text, values], at) => ({
          name: kind === 'line' ? String(1900 + at) : text,
          values,
        })),
      })),
  );

const anyTable = fc.constantFrom(...CHART_KINDS).chain((kind) => table(kind));
const options = fc.record({ width: fc.constantFrom(WIDE, SLIM), language: fc.constantFrom(...LANGUAGES) });

type Box = { left: number; right: number; top: number; bottom: number };
const EDGE = 0.51;

function marksOf({ shapes, plot }: Drawing): readonly Extract<Shape, { kind: 'rect' }>[] {
  return shapes.filter((one) => one.kind === 'rect').filter(({ y }) => y >= plot.y - EDGE);
}

function boxOf({ x, y, text, anchor = 'start', look }: Extract<Shape, { kind: 'text' }>): Box {
  const size = SIZES[look as keyof typeof SIZES];
  const width = textWidth(text, size);
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return { left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.2 };
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right - EDGE && b.left < a.right - EDGE && a.top < b.bottom - EDGE && b.top < a.bottom - EDGE;

const textsOf = ({ shapes }: Drawing, ...looks: readonly string[]) =>
  shapes.filter((one) => one.kind === 'text').filter(({ look }) => looks.includes(look));

const numbersIn = (shape: Shape): readonly number[] =>
  Object.values(shape).filter((one) => typeof one === 'number');

describe('A drawing', () => {
  it('holds its marks within the plot, and the plot within the drawing', () => {
    fc.assert(
      fc.property(anyTable, options, (rows, how) => {
        const drawing = drawChart(rows, how);
        const { plot, width, height } = drawing;
        expect(plot.x).toBeGreaterThanOrEqual(-EDGE);
        expect(plot.x + plot.width).toBeLessThanOrEqual(width + EDGE);
        expect(plot.y + plot.height).toBeLessThanOrEqual(height + EDGE);
        for (const mark of marksOf(drawing)) {
          expect(mark.width).toBeGreaterThanOrEqual(0);
          expect(mark.height).toBeGreaterThanOrEqual(0);
          expect(mark.x).toBeGreaterThanOrEqual(plot.x - EDGE);
          expect(mark.x + mark.width).toBeLessThanOrEqual(plot.x + plot.width + EDGE);
          expect(mark.y + mark.height).toBeLessThanOrEqual(plot.y + plot.height + EDGE);
        }
      }),
    );
  });

  it('holds nothing but numbers that can be drawn, and no line outside', () => {
    fc.assert(
      fc.property(anyTable, options, (rows, how) => {
        const { shapes, height, width } = drawChart(rows, how);
        expect(Number.isFinite(height)).toBe(true);
        for (const shape of shapes) {
          expect(numbersIn(shape).every(Number.isFinite)).toBe(true);
          if (shape.kind === 'path') expect(shape.d).not.toMatch(/NaN|Infinity/);
          if (shape.kind === 'line') expect(Math.max(shape.x1, shape.x2)).toBeLessThanOrEqual(width + EDGE);
        }
      }),
    );
  });

  it('writes names and numbers within its width, none over another of its kind', () => {
    fc.assert(
      fc.property(anyTable, options, (rows, how) => {
        const drawing = drawChart(rows, how);
        for (const looks of [['name'], ['value'], ['key'], ['tick']]) {
          const boxes = textsOf(drawing, ...looks).map(boxOf);
          for (const [at, box] of boxes.entries()) {
            expect(box.left).toBeGreaterThanOrEqual(-1);
            expect(box.right).toBeLessThanOrEqual(drawing.width + 1);
            expect(boxes.slice(at + 1).filter((other) => overlap(box, other))).toEqual([]);
          }
        }
      }),
    );
  });

  it('of bars draws each number as long as it is large', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 30 }), (values) => {
        const categories = values.map((one, at) => ({ name: `n${at}`, values: [one] }));
        const drawing = drawChart(
          { kind: 'bar', unit: 'x', series: [''], categories },
          { width: WIDE, language: 'fr' },
        );
        const marks = marksOf(drawing);
        const most = Math.max(1, ...values);
        const longest = Math.max(...values) === 0 ? 0 : drawing.plot.width;
        expect(marks).toHaveLength(values.length);
        for (const [at, { width }] of marks.entries())
          expect(width).toBeCloseTo((longest * (values[at] ?? 0)) / most, 6);
      }),
    );
  });

  it('stacks series to the sum of their numbers', () => {
    const categories = [
      { name: 'a', values: [1, 2, 3] },
      { name: 'b', values: [undefined, 6, undefined] },
    ];
    const drawing = drawChart(
      { kind: 'bar', unit: 'x', series: ['p', 'q', 'r'], categories },
      { width: WIDE, language: 'en' },
    );
    const [p, q, r, b] = marksOf(drawing);
    expect(q?.x).toBeCloseTo((p?.x ?? 0) + (p?.width ?? 0));
    expect((r?.x ?? 0) + (r?.width ?? 0)).toBeCloseTo((b?.x ?? 0) + (b?.width ?? 0));
    expect(textsOf(drawing, 'value').map(({ text }) => text)).toEqual(['6', '6']);
    expect(textsOf(drawing, 'key').map(({ text }) => text)).toEqual(['p', 'q', 'r']);
  });

  it('leaves out what finds no room, and says how much', () => {
    const categories = Array.from({ length: 100 }, (_, at) => ({ name: `n${at}`, values: [at] }));
    const drawing = drawChart(
      { kind: 'bar', unit: 'x', series: [''], categories },
      { width: WIDE, language: 'fr' },
    );
    expect(marksOf(drawing)).toHaveLength(40);
    expect(drawing.left).toBe(60);
  });

  it('of 500 columns is one shape, and every value has its place in it', () => {
    const categories = Array.from({ length: 500 }, (_, at) => ({ name: `n ${at}`, values: [at + 1] }));
    const rows: ChartTable = { kind: 'column', unit: 'x', series: [''], categories };
    const { shapes } = drawChart(rows, { width: WIDE, language: 'fr' });
    const paths = shapes.filter((one) => one.kind === 'path');
    expect(paths).toHaveLength(1);
    expect(paths[0]?.d.match(/M/g)).toHaveLength(valuesOf(rows).length);
  });

  it('lays columns down where they are narrow, unless they are to stand', () => {
    const rows: ChartTable = {
      kind: 'column',
      unit: 'x',
      series: [''],
      categories: [{ name: 'a', values: [1] }],
    };
    expect(textsOf(drawChart(rows, { width: SLIM, language: 'fr' }), 'name')).toHaveLength(1);
    const upright = drawChart(rows, { width: SLIM, language: 'fr', staysUpright: true });
    expect(textsOf(upright, 'tick')).toHaveLength(1);
  });
});

describe('Periods', () => {
  const named = (...names: string[]) => names.map((one) => ({ name: one, values: [1] }));
  const filledUp = (...names: string[]) => withGaps(named(...names)).map((one) => one.name);

  it('keep the place of those that are left out', () => {
    expect(filledUp('1840', '1860', '1870')).toEqual(['1840', '1850', '1860', '1870']);
    expect(filledUp('1800–1849', '1900–1949')).toEqual(['1800–1849', '1850–1899', '1900–1949']);
  });

  it('come back as they are where they are no regular years, or too far apart', () => {
    for (const names of [
      ['a', 'b'],
      ['1840'],
      ['1860', '1840'],
      ['1', '2000', '2001'],
      ['1840', '1850–1899'],
    ])
      expect(withGaps(named(...names)).map((one) => one.name)).toEqual(names);
  });
});

describe('A text in lines', () => {
  it('never leaves its room, and is whole where it finds enough', () => {
    fc.assert(
      fc.property(name, fc.integer({ min: 40, max: 600 }), (text, room) => {
        const lines = linesOf(text, room, { size: 14, most: 2 });
        expect(lines.length).toBeLessThanOrEqual(2);
        expect(lines.every((line) => textWidth(line, 14) <= room || line.length <= 2)).toBe(true);
        if (textWidth(text, 14) <= room) expect(lines.join(' ')).toBe(text.split(/ +/).join(' '));
      }),
    );
  });
});
