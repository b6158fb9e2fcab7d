import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { call } from './call.ts';

describe('A date function', () => {
  it.each<[string, string, readonly string[]]>([
    ['edtf', '4e quart 19e siècle', ['1876/1900']],
    ['edtf', '1890 vers', ['1890~']],
    ['yearBegin', '1840 entre ; 1860 et', ['1840']],
    ['yearBegin', '1863 avant', []],
    ['yearBegin', '15 av JC', ['-0014']],
    ['yearEnd', '194.', ['1949']],
    ['yearEnd', '1789 (après)', []],
    ['isoDate', '2021-11-26', ['2021-11-26']],
    ['isoDate', '1993/04/01 : inscrit MH', ['1993-04-01']],
    ['isoDate', '1/2/2003', ['2003-02-01']],
    ['isoDate', '2000-02-29T12:00:00Z', ['2000-02-29']],
    ['isoDate', '10 août 1793', ['1793-08-10']],
    ['isoDate', '10 aout 1793', ['1793-08-10']],
    ['isoDate', 'Le 1er janvier 1900 : inscrit MH', ['1900-01-01']],
    ['yearBegin', 'août 1793 - mars 1795', ['1793']],
    ['yearEnd', 'an II', ['1794']],
    ['yearEnd', '1900 ou 1901', ['1901']],
  ])('%s of %j is %j', (name, value, expected) => {
    expect(call(name, value)).toEqual({ values: expected, noted: [] });
  });

  it.each(['edtf', 'yearBegin', 'yearEnd', 'isoDate'])('%s counts what it cannot read', (name) => {
    expect(call(name, ['31564', 'Moyen Âge'])).toEqual({
      values: [],
      noted: ['unreadable-date 31564', 'unreadable-date Moyen Âge'],
    });
  });

  it.each([
    '2021-02-29',
    '31/04/2020',
    '00/00/1902',
    '2021-11-261',
    '12/10/20211',
    '26.11.2021',
    'août 1793',
    '31 février 1900',
    '10 août 1793 - 3 mars 1795',
    '10 août 17931',
  ])('isoDate does not read %j', (value) => {
    expect(call('isoDate', value).values).toEqual([]);
  });
});

describe('A place', () => {
  it.each([
    ['latitude', '48.86, 2.3266', ['48.86']],
    ['longitude', '48.86,2.3266', ['2.3266']],
    ['wkt', '48.86, 2.3266', ['POINT(2.3266 48.86)']],
    ['wkt', '[-20.8789, 55.4481]', ['POINT(55.4481 -20.8789)']],
    ['latitude', '43.9452087803,-2.8445536107', ['43.9452088']],
    ['longitude', '51.4778, -0.00000004', ['0']],
    ['longitude', '51.4778, 0.0000005', ['0.0000005']],
    ['latitude', '10, 20.0', ['10']],
    ['longitude', '100, 20', []],
  ])('%s of %j is %j', (name, value, expected) => {
    expect(call(name, value).values).toEqual(expected);
  });

  it.each(['91, 2', '48, 181', '0,0', '48.86', '48,86;2,33', 'Paris', '652000, 6862000', ''])(
    'is not at %j, which is counted',
    (value) => {
      expect(call('wkt', value)).toEqual({ values: [], noted: [`not-coordinates ${value}`] });
    },
  );

  it('always has decimals without exponent', () => {
    const degree = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    fc.assert(
      fc.property(degree(90), degree(180), (latitude, longitude) => {
        const cell = `${latitude.toFixed(12)},${longitude.toFixed(12)}`;
        for (const value of [call('latitude', cell), call('longitude', cell)].flatMap(
          ({ values }) => values ?? [],
        ))
          expect(value).toMatch(/^-?\d+(\.\d*[1-9])?$/);
      }),
    );
  });

  it.each([
    ['01001', '01001'],
    ['1001', '01001'],
    ['2A004', '2A004'],
    [' 2b033 ', '2B033'],
    ['75108', '75108'],
    ['97411', '97411'],
  ])('has the INSEE code %j as %s', (value, code) => {
    expect(call('inseeCode', value)).toEqual({ values: [code], noted: [] });
  });

  it.each(['1', '123', '00123', '67210 et 67140', '2C004', '123456', 'Paris'])(
    'has no INSEE code %j',
    (value) => {
      expect(call('inseeCode', value)).toEqual({ values: [], noted: [`not-an-insee-code ${value}`] });
    },
  );
});

describe('A link', () => {
  it.each([
    ['https://www.musee-orsay.fr/fr?a=b#c', 'https://www.musee-orsay.fr/fr?a=b#c'],
    ['www.musee-orsay.fr', 'http://www.musee-orsay.fr/'],
    ['/www.lecompa.fr/', 'http://www.lecompa.fr/'],
    [' musée.fr/œuvres ', 'http://xn--muse-dpa.fr/%C5%93uvres'],
    ['http://a.fr/x[1]|y z', 'http://a.fr/x%5B1%5D%7Cy%20z'],
    ['http://a.fr/100%', 'http://a.fr/100%25'],
  ])('to %j is %s', (value, address) => {
    expect(call('webAddress', value)).toEqual({ values: [address], noted: [] });
  });

  it.each([
    'non',
    'a b.fr',
    'contact@musee.fr',
    'ftp://a.fr',
    'javascript:alert(1)',
    'http://',
    'http://a.fr/x ; http://b.fr',
  ])('is not made of %j, which is counted', (value) => {
    expect(call('webAddress', value)).toEqual({ values: [], noted: [`not-an-address ${value}`] });
  });

  it('into a vocabulary goes to the concept of that label; a miss is counted', () => {
    expect(call('lookup', ['peinture', 'céramique'], 'domaines')).toEqual({
      values: ['http://v/peinture'],
      noted: ['not-in-vocabulary céramique'],
    });
    expect(call('lookup', 'peinture', 'nowhere')).toEqual({
      values: [],
      noted: ['not-in-vocabulary peinture'],
    });
  });
});
