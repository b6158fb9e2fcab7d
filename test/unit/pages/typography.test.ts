import { describe, expect, it } from '@jest/globals';
import { dateText, yearText } from '../../../src/pages/dates.ts';
import { edtfText, spanText } from '../../../src/pages/time-spans.ts';
import {
  bytesText,
  coordinatesText,
  counted,
  french,
  numberText,
  quoted,
  shortened,
} from '../../../src/pages/typography.ts';
import { edtfSpan } from '../../../src/rdf/index.ts';

const [NB, NARROW] = ['\u00a0', '\u202f'];

describe('a number', () => {
  it.each([
    [44480, `44${NARROW}480`, '44,480'],
    [7, '7', '7'],
    ['1234567.50', `1${NARROW}234${NARROW}567,50`, '1,234,567.50'],
    ['-12.5', '\u221212,5', '\u221212.5'],
    [
      '123456789012345678901',
      `123${NARROW}456${NARROW}789${NARROW}012${NARROW}345${NARROW}678${NARROW}901`,
      '123,456,789,012,345,678,901',
    ],
    ['1e6', '1e6', '1e6'],
    ['beaucoup', 'beaucoup', 'beaucoup'],
  ])('%p is written as each language does', (value, fr, en) => {
    expect([numberText(value, 'fr'), numberText(value, 'en')]).toEqual([fr, en]);
  });

  it('of bytes has a decimal unit', () => {
    expect([
      bytesText(999, 'fr'),
      bytesText(1_234_567, 'fr'),
      bytesText(1_234_567, 'en'),
      bytesText(0, 'en'),
    ]).toEqual([`999${NB}octets`, `1,2${NB}Mo`, `1.2${NB}MB`, `0${NB}bytes`]);
  });

  it('agrees with its noun: zero is singular in French only', () => {
    const noun = [
      { fr: 'musée', en: 'museum' },
      { fr: 'musées', en: 'museums' },
    ] as const;
    expect([counted(0, ...noun, 'fr'), counted(0, ...noun, 'en'), counted(2, ...noun, 'fr')]).toEqual([
      `0${NB}musée`,
      `0${NB}museums`,
      `2${NB}musées`,
    ]);
  });

  it('of degrees names the four directions', () => {
    expect(coordinatesText(-20.9, 55.5, 'fr')).toBe(`20,9°${NB}S, 55,5°${NB}E`);
    expect(coordinatesText(14.6, -61.07, 'fr')).toBe(`14,6°${NB}N, 61,07°${NB}O`);
    expect(coordinatesText(14.6, -61.07, 'en')).toBe(`14.6°${NB}N, 61.07°${NB}W`);
  });
});

describe('a date', () => {
  it.each([
    ['2026-11-22', `22${NB}novembre${NB}2026`, `22${NB}November${NB}2026`],
    ['1880-05-01', `1ᵉʳ${NB}mai${NB}1880`, `1${NB}May${NB}1880`],
    ['1880-08', `août${NB}1880`, `August${NB}1880`],
    ['1880', '1880', '1880'],
    ['-0051', `52${NB}av.${NB}J.-C.`, `52${NB}BC`],
    ['0000', `1${NB}av.${NB}J.-C.`, `1${NB}BC`],
    ['2026-11-22T09:05:00Z', `22${NB}novembre${NB}2026 à 9${NB}h${NB}05`, `22${NB}November${NB}2026, 09:05`],
  ])('%p is said in words', (date, fr, en) => {
    expect([dateText(date, 'fr'), dateText(date, 'en')]).toEqual([fr, en]);
  });

  it.each(['1880-13-01', '1880-02-42', 'hier', '', '22/11/2026'])('%p is none', (text) => {
    expect(dateText(text, 'fr')).toBeUndefined();
  });

  it('long before our era groups its digits', () => {
    expect(yearText(-39999, 'en')).toBe(`40,000${NB}BC`);
  });
});

describe('an EDTF text', () => {
  it.each([
    ['1880', 1880, 1880, false],
    ['1880-05-17', 1880, 1880, false],
    ['188X', 1880, 1889, false],
    ['18XX', 1800, 1899, false],
    ['-02XX', -299, -200, false],
    ['1880~', 1880, 1880, true],
    ['1850/1875', 1850, 1875, false],
    ['../1880', -Infinity, 1880, false],
    ['1880/', 1880, Infinity, false],
    ['Y-40000/-0051', -40000, -51, false],
  ])('%p covers its years', (text, begin, end, approximate) => {
    expect(edtfSpan(text)).toEqual({ begin, end, approximate });
  });

  it.each(['', '..', '../..', '1900/1800', '1/2/3', 'vers 1880', '18', '[1667,1668]'])(
    '%p covers none',
    (text) => {
      expect(edtfSpan(text)).toBeUndefined();
    },
  );

  it('is said in both languages', () => {
    expect([edtfText('1880~', 'fr'), edtfText('../1880', 'en'), edtfText('1880-05', 'fr')]).toEqual([
      'vers 1880',
      'until 1880',
      `mai${NB}1880`,
    ]);
    expect(spanText({ begin: 1850, end: 1875, approximate: false }, 'fr')).toBe('1850–1875');
  });
});

describe('a text', () => {
  it('typed plainly gets the spaces and apostrophes of French printing', () => {
    expect(french("« L'œuvre » : quoi ?")).toBe(`«${NB}L’œuvre${NB}»${NB}: quoi${NARROW}?`);
  });

  it('is quoted as its language quotes', () => {
    expect([quoted('a', 'fr'), quoted('a', 'en')]).toEqual([`«${NB}a${NB}»`, '“a”']);
  });

  it('is shortened between words and never inside a character', () => {
    expect(shortened('un deux trois quatre', 16)).toBe('un deux trois…');
    expect(shortened('ab🏛️', 3)).toBe('ab…');
    expect(shortened('court', 20)).toBe('court');
  });
});
