import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseFrenchDate } from '../../../src/mapping/functions/french-dates.ts';

describe('A French date in words', () => {
  it.each([
    ['10 août 1793', '1793-08-10', 1793, 1793],
    ['10 aout 1793', '1793-08-10', 1793, 1793],
    ['1er janvier 1900', '1900-01-01', 1900, 1900],
    ['août 1793', '1793-08', 1793, 1793],
    ['en avril 1792', '1792-04', 1792, 1792],
    ['9 sept. 1793', '1793-09-09', 1793, 1793],
    ['le 3 mars 1871', '1871-03-03', 1871, 1871],
    ['27 janvier 1838 ; ?', '1838-01-27?', 1838, 1838],
    ['vers août 1793', '1793-08~', 1793, 1793],
    ['15 mars 44 av. J.-C.', '-0043-03-15', -43, -43],
    ['29 février 2000', '2000-02-29', 2000, 2000],
    ['du 10 août 1793 au 3 mars 1795', '1793-08-10/1795-03-03', 1793, 1795],
    ['août 1793 - mars 1795', '1793-08/1795-03', 1793, 1795],
    ['entre septembre 1954 et mars 1955', '1954-09/1955-03', 1954, 1955],
    ['août 1793 – 1795', '1793-08/1795', 1793, 1795],
    ['du 10/08/1793 au 03/03/1795', '1793-08-10/1795-03-03', 1793, 1795],
    ['10-15 août 1793', '1793-08-10/1793-08-15', 1793, 1793],
    ['du 28 mars au 3 avril 1871', '1871-03-28/1871-04-03', 1871, 1871],
    ['mars-avril 1871', '1871-03/1871-04', 1871, 1871],
    ['1900 ou 1901', '[1900,1901]', 1900, 1901],
    ['1902, 1901 ou 1900', '[1900,1901,1902]', 1900, 1902],
    ['printemps 1900', '1900-21', 1900, 1900],
    ["A l'automne 1935", '1935-23', 1935, 1935],
    ['an II', '1793-09-22/1794-09-21', 1793, 1794],
    ['l’an 4 de la République', '1795-09-23/1796-09-21', 1795, 1796],
    ['an XIV', '1805-09-23/1805-12-31', 1805, 1805],
    ['9 thermidor an II', '1794-07-27', 1794, 1794],
    ['18 brumaire an VIII', '1799-11-09', 1799, 1799],
    ['frimaire an II', '1793-11-21/1793-12-20', 1793, 1793],
  ])('%j, whose day, month or season is in words, is %s', (value, edtf, begin, end) => {
    expect(parseFrenchDate(value)).toEqual({ edtf, begin, end });
  });

  it.each([
    ['avant le 10 août 1793', { edtf: '../1793-08-10', end: 1793 }],
    ['mars 1871 (après)', { edtf: '1871-03/..', begin: 1871 }],
  ])('%j is open on one side of its day or month', (value, stretch) => {
    expect(parseFrenchDate(value)).toEqual(stretch);
  });

  it.each([
    '31 février 1900',
    '29 février 1900',
    '0 août 1793',
    '12 rue de mars',
    'rue du 4 septembre 1870',
    'mai 68',
    '10 août',
    '26-158',
    'mars - 1795',
    '1793 - août 1793',
    'du 15 au 10 août 1793',
    'mars 1795 - août 1793',
    'an XV',
    'an IIII',
    'an 2000',
    '30 nivôse an XIV',
    'hiver 1900-1901',
  ])('%j is not understood: the calendar has no such date, or it is none', (value) => {
    expect(parseFrenchDate(value)).toBeUndefined();
  });
});

describe('A day of the calendar', () => {
  const day = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
  const inWords = (date: Date) =>
    date.toLocaleDateString('fr', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const iso = (date: Date) => date.toISOString().slice(0, 10);

  it('is read as French writes it in words', () => {
    fc.assert(fc.property(day, (date) => expect(parseFrenchDate(inWords(date))?.edtf).toBe(iso(date))));
  });

  it('bounds a stretch that runs forwards only', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        fc.pre(iso(one) < iso(other));
        expect(parseFrenchDate(`du ${inWords(one)} au ${inWords(other)}`)?.edtf).toBe(
          `${iso(one)}/${iso(other)}`,
        );
        expect(parseFrenchDate(`du ${inWords(other)} au ${inWords(one)}`)).toBeUndefined();
      }),
    );
  });

  it('of the Republican calendar follows the one before', () => {
    const years = 'I II III IV V VI VII VIII IX X XI XII XIII XIV'.split(' ').map((year) => `an ${year}`);
    const [first, ...spans] = years.map((year) => parseFrenchDate(year)?.edtf.split('/'));
    expect(first).toEqual(['1792-09-22', '1793-09-21']);
    let last = first?.[1];
    for (const [from, to] of spans.map((one) => one ?? [])) {
      expect(Date.parse(from ?? '') - Date.parse(last ?? '')).toBe(86_400_000);
      last = to;
    }
  });
});
