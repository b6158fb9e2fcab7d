import { describe, expect, it } from '@jest/globals';
import type { AskedValue } from '../../../../src/http/reconciliation/asked.ts';
import { createEffort } from '../../../../src/http/reconciliation/effort.ts';
import { nameWords } from '../../../../src/http/reconciliation/name-words.ts';
import type { SaidValue } from '../../../../src/http/reconciliation/said-values.ts';
import { valueLikeness } from '../../../../src/http/reconciliation/value-likeness.ts';
import { edtf, schema, wgs, xsd } from '../../../../src/rdf/index.ts';

const BASE = 'https://data.example.org/';
const reading = {
  base: BASE,
  thing: (iri: string) => (iri === `${BASE}id/lieux/75` ? 'Île-de-France' : undefined),
  words: nameWords,
  effort: createEffort(),
};
const likenessOf = (asked: AskedValue, value: SaidValue, property: string = schema.addressLocality) =>
  valueLikeness(asked, { property, value }, reading);
const text = (value: string, datatype: string = xsd.string): SaidValue => ({
  kind: 'text',
  text: value,
  language: '',
  datatype,
});
const area: SaidValue = { kind: 'thing', iri: `${BASE}id/lieux/75` };

describe('A value', () => {
  const same: readonly (readonly [AskedValue, SaidValue])[] = [
    ['ile de france', area],
    ['lieux/75', area],
    [{ id: 'lieux/75' }, area],
    [{ id: `${BASE}id/lieux/75` }, area],
    ['SAINT ETIENNE', text('St-Étienne')],
    [1809, text('1809', xsd.gYear)],
    ['1809', text('1805/1810', edtf.EDTF)],
    ['1809', text('1809-05-02', xsd.date)],
    ['3,50', text('3.5', xsd.decimal)],
    ['M0476', text('M0476')],
  ];
  it.each(same)('%j agrees with %j', (asked, said) => {
    expect(likenessOf(asked, said)).toBe(1);
  });

  const other: readonly (readonly [AskedValue, SaidValue])[] = [
    ['Bretagne', area],
    [{ id: 'lieux/76' }, area],
    ['M0477', text('M0476')],
    [1850, text('1809', xsd.gYear)],
    ['1809-05-03', text('1809-05-02', xsd.date)],
    ['Lyon', text('Montpellier')],
  ];
  it.each(other)('%j does not agree with %j', (asked, said) => {
    expect(likenessOf(asked, said)).toBeLessThan(0.5);
  });

  it('of degrees agrees nearby', () => {
    const at = (asked: number) => likenessOf(asked, text('48.859', xsd.decimal), wgs.lat);
    expect([at(48.86), at(48.9), at(43.6)]).toEqual([1, 0.7, 0]);
  });
});
