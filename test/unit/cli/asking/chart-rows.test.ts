import { describe, expect, it } from '@jest/globals';
import { readChartRows } from '../../../../src/cli/asking/chart-rows.ts';
import { labelledCharts } from '../../../../src/cli/asking/labelled-charts.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
type Term = Readonly<Record<string, string>>;
const text = (value: string): Term => ({ type: 'literal', value });
const uri = (value: string): Term => ({ type: 'uri', value });
const number = (value: string, datatype = 'integer'): Term => ({
  type: 'literal',
  value,
  datatype: XSD + datatype,
});

const json = (...bindings: readonly Readonly<Record<string, Term>>[]) =>
  JSON.stringify({ head: { vars: [] }, results: { bindings } });

const rows = (...bindings: readonly Readonly<Record<string, Term>>[]) =>
  readChartRows(json(...bindings), 'bar');

describe('The rows of a chart', () => {
  it('are read with their things, names, series and numbers', () => {
    expect(
      rows(
        { item: uri('urn:x'), name: text(' a  b '), series: text('s'), value: number('3') },
        { name: text('c'), series: uri('urn:t'), value: number('1.5e2', 'double') },
      ),
    ).toEqual({
      kind: 'rows',
      rows: [
        { of: { iri: 'urn:x' }, named: 'a b', series: { text: 's' }, value: 3 },
        { of: { text: 'c' }, series: { iri: 'urn:t' }, value: 150 },
      ],
    });
    expect(rows()).toEqual({ kind: 'rows', rows: [] });
  });

  it.each([
    [{ name: text('a') }, /row 1: no number/],
    [{ name: text('a'), value: text('3') }, /no number/],
    [{ name: text('a'), value: number('INF', 'double') }, /no number/],
    [{ name: text('a'), value: number('1e300', 'double') }, /too large/],
    [{ name: text('a'), value: number('1e-300', 'double') }, /too small/],
    [{ name: text('  '), value: number('3') }, /no name/],
    [{ value: number('3') }, /no name/],
    [{ name: { type: 'bnode', value: 'b0' }, value: number('3') }, /no name/],
  ] as const)('are refused where one cannot be drawn (%#)', (row, reason) => {
    expect(rows(row)).toEqual({ kind: 'failed', reason: expect.stringMatching(reason) });
  });

  it('are refused where names repeat, where series are too many, and where a line has no years', () => {
    const same = { name: text('a'), value: number('3') };
    expect(rows(same, same)).toMatchObject({ kind: 'failed', reason: expect.stringContaining('same name') });
    const many = [1, 2, 3, 4, 5].map((at) => ({ ...same, series: text(`s${at}`) }));
    expect(rows(...many)).toMatchObject({ kind: 'failed', reason: expect.stringContaining('5 series') });
    expect(readChartRows(json(same), 'line')).toMatchObject({ reason: expect.stringContaining('no year') });
    expect(readChartRows(json({ name: text('-0450-01-01'), value: number('1') }), 'line')).toMatchObject({
      kind: 'rows',
    });
  });

  it('are bounded in number and in length', () => {
    const many = Array.from({ length: 501 }, (_, at) => ({ name: text(`n${at}`), value: number('1') }));
    expect(rows(...many)).toEqual({ kind: 'too-many', rows: 501, most: 500 });
    const read = rows({ name: text('x'.repeat(10_000)), value: number('1') });
    expect(read.kind === 'rows' && JSON.stringify(read.rows).length).toBeLessThan(300);
  });
});

describe('The names of a chart', () => {
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'urn:x': { fr: 'Corse', en: 'Corsica' },
  };
  const index = { label: (iri: string, language: string) => known[iri]?.[language] };

  it('come from the index in both languages, else from the query, else from the IRI', async () => {
    const answered = rows(
      { item: uri('urn:x'), name: text('Corse'), value: number('1') },
      { item: uri('urn:y'), name: text('Y'), value: number('2') },
      { item: uri('https://x.example/a#Zed'), value: number('3') },
      { name: text('texte'), value: number('4') },
    );
    const { chart } = await labelledCharts({ chart: answered }, index, { ontologies: [] });
    expect(chart).toEqual({
      kind: 'answered',
      points: [
        { name: { fr: 'Corse', en: 'Corsica' }, iri: 'urn:x', value: 1 },
        { name: { fr: 'Y', en: 'Y' }, iri: 'urn:y', value: 2 },
        { name: { fr: 'Zed', en: 'Zed' }, iri: 'https://x.example/a#Zed', value: 3 },
        { name: { fr: 'texte', en: 'texte' }, value: 4 },
      ],
    });
  });

  it('leave what has no rows as it is', async () => {
    const failed = { kind: 'failed', reason: 'x' } as const;
    expect(await labelledCharts({ failed }, index, { ontologies: [] })).toEqual({ failed });
  });
});
