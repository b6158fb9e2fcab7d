import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ChartPoint, type ReleasedChart, same } from '../../../../src/model/index.ts';
import { chartSentence } from '../../../../src/pages/charts/chart-sentence.ts';
import { chartTable } from '../../../../src/pages/charts/chart-table.ts';
import { shortValueText, valueText } from '../../../../src/pages/charts/value-text.ts';
import { CHART_STYLE_HASH, chartFrame, chartPage, chartSvg } from '../../../../src/pages/index.ts';
import { elementsOf, textOf } from '../elements.ts';
import { chart, frame, shownChart } from '../values.ts';

const of = (points: readonly ChartPoint[], kind: ReleasedChart['chart'] = 'bar') =>
  chartTable(
    { chart: kind, unit: { fr: 'musées', en: 'museums' }, answer: { kind: 'answered', points } },
    'fr',
  );

const point = (name: string, value: number, series?: string): ChartPoint => ({
  name: same(name),
  value,
  ...(series !== undefined && { series: same(series) }),
});

const said = (points: readonly ChartPoint[], kind?: ReleasedChart['chart']): string => {
  const table = of(points, kind);
  return table ? chartSentence(table, 'fr').replace(/[\u00a0\u202f]/g, ' ') : '';
};

describe('The sentence of a chart', () => {
  it('tells the largest, the smallest and the sum', () => {
    expect(said([point('a', 3), point('b', 10), point('c', 1)])).toBe(
      '3 valeurs (musées). La plus grande : b, 10. La plus petite : c, 1. Leur somme : 14.',
    );
  });

  it('tells one value, equal values and ties as what they are', () => {
    expect(said([point('a', 3)])).toBe('Une seule valeur (musées) : a, 3.');
    expect(said([point('a', 3), point('b', 3)])).toContain('Toutes sont égales à 3.');
    expect(said([point('a', 3), point('b', 3), point('c', 1)])).toContain('La plus grande : a et b, 3.');
    expect(said([1, 1, 1, 2].map((value, at) => point(`n${at}`, value)))).toContain('3 à égalité, 1.');
  });

  it('tells a trend only where there is one', () => {
    const years = (values: readonly number[]) => values.map((value, at) => point(String(2000 + at), value));
    expect(said(years([1, 2, 8, 9]), 'line')).toContain(
      'De 1 (2000) à 9 (2003). La tendance est à la hausse.',
    );
    expect(said(years([9, 8, 2, 1]), 'line')).toContain('à la baisse');
    expect(said(years([5, 6, 6, 5]), 'line')).toContain('Aucune tendance');
    // Twenty years upwards, then a fall below the first: neither is told as the whole.
    expect(said(years([10, 12, 14, 18, 20, 7]), 'line')).toContain('Aucune tendance');
  });

  it('tells each series', () => {
    expect(said([point('a', 1, 'x'), point('a', 2, 'y'), point('b', 4, 'y')])).toContain(
      'Par série : x, 1 ; y, 6.',
    );
  });

  it('is none where there is nothing', () => {
    expect(of([])).toBeUndefined();
  });
});

describe('A number of a chart', () => {
  it.each([
    [1234567, '1 234 567'],
    [0.5, '0,5'],
    [-3.25, '−3,25'],
    [1234.56, '1 234,6'],
    [1e15, '1 000 000 000 000 000'],
    [1e-9, '1,00e-9'],
  ])('%d is written %s', (value, text) => {
    expect(valueText(value, 'fr').replace(/\u202f/g, ' ')).toBe(text);
  });

  it('is short beside an axis', () => {
    expect(shortValueText(9999, 'en')).toBe('9,999');
    expect(shortValueText(1_500_000, 'fr')).toBe('1,5\u202fM');
  });
});

describe('The page of a chart', () => {
  const page = chartPage(frame('fr', '/chart/cabanes/par-lac'), shownChart);

  it('has a table with the numbers that are drawn', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 40 }), (values) => {
        const points = values.map((value, at) => point(`n${at}`, value));
        const answered = { ...chart, answer: { kind: 'answered', points } } as const;
        const html = chartPage(frame('en'), { ...shownChart, chart: answered });
        const cells = [...html.matchAll(/<td class="number">([^<]*)<\/td>/g)].map(([, text]) => text);
        const wide = /class="drawing wide-drawing".*?<\/svg>/s.exec(html)?.[0] ?? '';
        const drawn = [...wide.matchAll(/<text class="value"[^>]*>([^<]*)</g)].map(([, text]) => text);
        expect(cells).toEqual(values.map((value) => valueText(value, 'en')));
        expect(drawn).toEqual(cells);
      }),
      { numRuns: 30 },
    );
  });

  it('gives what to copy as text, and opens the query in the editor', () => {
    const areas = elementsOf(page).filter(({ name }) => name === 'textarea');
    expect(areas.map(({ attributes }) => attributes['readonly'] !== undefined)).toEqual([true, true]);
    expect(textOf(page)).toContain(
      '<iframe src="https://data.example.org/chart/cabanes/par-lac/frame?lang=fr"',
    );
    expect(page).toContain('/sparql?query=');
  });

  it('says why nothing is drawn', () => {
    const failed = { ...chart, answer: { kind: 'failed', reason: 'timed-out (5000 ms)' } } as const;
    const html = chartPage(frame('fr'), { ...shownChart, chart: failed });
    expect(textOf(html)).toContain('timed-out (5000 ms)');
    expect(html).not.toContain('<svg');
    expect(html).toContain('/sparql?query=');
  });

  it('draws a name of a million letters as soon as any', () => {
    const points = [
      point('<b>long</b> '.repeat(90_000), 3),
      point('x'.repeat(1_000_000), 2, 'y'.repeat(1e6)),
    ];
    const began = process.cpuUsage();
    const html = chartPage(frame('fr'), {
      ...shownChart,
      chart: { ...chart, answer: { kind: 'answered', points } },
    });
    // Measured letter by letter, it would take minutes.
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(10);
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  });

  it('stays under 100 KB with as many rows as a chart may have', () => {
    for (const kind of ['bar', 'column', 'line'] as const) {
      const points = Array.from({ length: 500 }, (_, at) =>
        point(kind === 'line' ? String(1500 + at) : `Un nom un peu long, comme il y en a ${at}`, at),
      );
      const html = chartPage(frame('fr'), {
        ...shownChart,
        chart: { ...chart, chart: kind, answer: { kind: 'answered', points } },
      });
      expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    }
  });
});

describe('A chart for others', () => {
  it('as a frame has no navigation, and its links leave the frame', () => {
    const html = chartFrame(frame('fr'), shownChart);
    const elements = elementsOf(html);
    expect(elements.filter(({ name }) => ['nav', 'script', 'form'].includes(name))).toEqual([]);
    expect(elements.find(({ name }) => name === 'base')?.attributes).toEqual({ target: '_top' });
    expect(elements.every(({ attributes }) => attributes['style'] === undefined)).toBe(true);
    expect(html).not.toContain('<script>');
  });

  it('as a frame says who publishes', () => {
    const identity = { name: { fr: 'Musée de la Cabane', en: 'Hut Museum' }, texts: {} };
    const text = textOf(chartFrame({ ...frame('fr'), identity }, shownChart));
    expect(text).toContain('Musée de la Cabane');
    expect(text).not.toContain('Cimaise');
  });

  it('as an image stands alone: title, sentence, source, and a style that a policy can name', () => {
    const table = of([point('a', 1), point('</text><script>x</script>', 2)]);
    if (!table) throw new Error('No table.');
    const image = {
      title: 'T & <t>',
      sentence: 'S.',
      unit: 'musées',
      source: 'https://x.example/',
      language: 'fr',
    } as const;
    const svg = chartSvg(table, image);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+"/);
    expect(svg).toContain('<title id="title">T &amp; &lt;t&gt;</title>');
    expect(svg).not.toMatch(/<script|href=|url\(/);
    expect(svg).toContain('prefers-color-scheme:dark');
    expect(CHART_STYLE_HASH).toMatch(/^sha256-[A-Za-z0-9+/]{43}=$/);
  });
});
