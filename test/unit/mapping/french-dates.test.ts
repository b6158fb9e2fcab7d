import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseFrenchDate } from '../../../src/mapping/functions/french-dates.ts';
import { edtfYear } from '../../../src/mapping/functions/stretch.ts';
import { openSource } from '../../../src/sources/index.ts';

describe('A French date', () => {
  it.each([
    ['1880', '1880', 1880, 1880],
    ['1890 vers', '1890~', 1890, 1890],
    ['vers 1890', '1890~', 1890, 1890],
    ['1890 vers ; ?', '1890%', 1890, 1890],
    ['1890 ?', '1890?', 1890, 1890],
    ['1890 (?)', '1890?', 1890, 1890],
    ['1855 ; 1882 tirage', '1855/1882', 1855, 1882],
    ['1840 entre ; 1860 et', '1840/1860', 1840, 1860],
    ['1886 entre, 1895 et', '1886/1895', 1886, 1895],
    ['entre 1840 et 1860', '1840/1860', 1840, 1860],
    ['De 2000 à 2009', '2000/2009', 2000, 2009],
    ['1890 entre ; 1897 et ; ?', '1890/1897', 1890, 1897],
    ['1900 entre ; 1906 et ; 1922 tirage', '1900/1922', 1900, 1922],
    ['1764 ; 1770 entre ; 1780 et', '1764/1780', 1764, 1780],
    ['1450 vers ; 1455 ou', '1450/1455', 1450, 1455],
    ['1850-1860', '1850/1860', 1850, 1860],
    ['194.en', '194X', 1940, 1949],
    ['194.', '194X', 1940, 1949],
    ['années 1920', '192X', 1920, 1929],
    ['1715 COMMenCEE en', '1715', 1715, 1715],
    ['1952 édité en', '1952', 1952, 1952],
    ['1905 dépôt légal', '1905', 1905, 1905],
    ['1905/06', '1905', 1905, 1905],
    ['1993/04/01', '1993', 1993, 1993],
    ['1904-01-01/1938-12-31', '1904-01-01/1938-12-31', 1904, 1938],
    ['1982-01-01 / 1993-12-31', '1982-01-01/1993-12-31', 1982, 1993],
    ['1914-01-01', '1914-01-01', 1914, 1914],
    ['02/02/1865', '1865-02-02', 1865, 1865],
    ['15 av JC', '-0014', -14, -14],
    ['500 av JC vers', '-0499~', -499, -499],
    ['415 av JC ; 410 av JC', '-0414/-0409', -414, -409],
    ['520 av JC entre ; 510 av JC et', '-0519/-0509', -519, -509],
    ['500 ap entre ; 800 et', '0500/0800', 500, 800],
    ['69 entre ; 81 et', '0069/0081', 69, 81],
    ['19e siècle', '1801/1900', 1801, 1900],
    ['XIXe siècle', '1801/1900', 1801, 1900],
    ['19e siècle (?)', '1801/1900', 1801, 1900],
    ['19e siècle (? )', '1801/1900', 1801, 1900],
    ['1er siècle', '0001/0100', 1, 100],
    ['1er siècle av JC', '-0099/0000', -99, 0],
    ['IIe siècle av JC', '-0199/-0100', -199, -100],
    ['2e millénaire av J.-C.', '-1999/-1000', -1999, -1000],
    ['4e quart 19e siècle', '1876/1900', 1876, 1900],
    ['1ère moitié 17e siècle', '1601/1650', 1601, 1650],
    ['seconde moitié du 18e siècle', '1751/1800', 1751, 1800],
    ['2e tiers 19e siècle', '1834/1867', 1834, 1867],
    ['début 20e siècle', '1901/1920', 1901, 1920],
    ['milieu 16e siècle', '1541/1560', 1541, 1560],
    ['fin du 19e siècle', '1881/1900', 1881, 1900],
    ['18e siècle fin', '1781/1800', 1781, 1800],
    ['limite 19e siècle 20e siècle', '1891/1910', 1891, 1910],
    ['2e quart 19e siècle;3e quart 19e siècle', '1826/1875', 1826, 1875],
    ['19e siècle ; 1925', '1801/1925', 1801, 1925],
    ['début XXe', '1901/1920', 1901, 1920],
    ['début du XXe siècle', '1901/1920', 1901, 1920],
    ['fin 19e', '1881/1900', 1881, 1900],
    ['XVIIe s.', '1601/1700', 1601, 1700],
    ['XVIe-XVIIe siècle', '1501/1700', 1501, 1700],
    ['XVIIIe – XIXe s.', '1701/1900', 1701, 1900],
    ['du XVe au début du XVIe siècle', '1401/1520', 1401, 1520],
    ['Entre le XIIe et le XIVe siècle', '1101/1400', 1101, 1400],
    ['Ve s. av. J.-C.', '-0499/-0400', -499, -400],
    ['Ve siècle avant J.-C.', '-0499/-0400', -499, -400],
    ['IIe-Ier siècle avant notre ère', '-0199/0000', -199, 0],
    ['Ier s. av. J.-C. - IIe s. ap. J.-C.', '-0099/0200', -99, 200],
    ['44 avant Jésus-Christ', '-0043', -43, -43],
    ['1 av. J.-C.', '0000', 0, 0],
    ['520-510 av. J.-C.', '-0519/-0509', -519, -509],
    ['1914-18', '1914/1918', 1914, 1918],
    ['1939/45', '1939/1945', 1939, 1945],
  ])('%j is %s in EDTF, with its years', (value, edtf, begin, end) => {
    expect(parseFrenchDate(value)).toEqual({ edtf, begin, end });
  });

  it.each([
    ['1863 avant', { edtf: '../1863', end: 1863 }],
    ['avant 1863', { edtf: '../1863', end: 1863 }],
    ['1680 achevé avant', { edtf: '../1680', end: 1680 }],
    ['1789 (après)', { edtf: '1789/..', begin: 1789 }],
    ['1937 avant ; 1967', { edtf: '../1967', end: 1967 }],
    ['1789 après ; 1850', { edtf: '1789/..', begin: 1789 }],
  ])('%j is open on one side', (value, stretch) => {
    expect(parseFrenchDate(value)).toEqual(stretch);
  });

  it.each([
    '',
    '?',
    'Moyen Âge',
    'gallo-romain',
    '31564',
    '14ème',
    '1894 entre ; 1890 et',
    '1863 avant ; 1900 après',
    '5e quart 19e siècle',
    '0e siècle',
    '321 ; émission',
    'Bourgogne ; Côte-d’Or',
    '2021-11-26T10:00',
    '1901-05',
    '1914-02-30',
    '1938-12-31/1904-01-01',
    '1904-01-01/?',
    '1918-14',
    '1908-12',
    '1900 ou plus',
    'XXe',
    'XVIe arrondissement',
    'début vie',
    '2e-3e quart 19e siècle',
    'XVIIe-XVIe siècle',
  ])('%j is not understood, and no guess is made', (value) => {
    expect(parseFrenchDate(value)).toBeUndefined();
  });

  it.each([
    [1, '0001'],
    [0, '0000'],
    [-44, '-0044'],
    [12345, '12345'],
  ])('has the year %d as %s', (year, text) => {
    expect(edtfYear(year)).toBe(text);
  });
});

const JOCONDE = join(import.meta.dirname, '../../../../shared/data/real/joconde-reduced-2020.csv');
const whenThere = existsSync(JOCONDE) ? it : it.skip;

async function distinct(column: string): Promise<readonly string[]> {
  const dialect = { delimiter: ',', quote: '"', encoding: 'utf-8' };
  const source = await openSource({ path: JOCONDE, shown: JOCONDE, format: 'csv', dialect, namespaces: {} });
  const read = source.reference(column);
  const values = new Set<string>();
  for await (const batch of source.records())
    for (const { record } of batch) for (const value of read(record)) values.add(value);
  return [...values];
}

describe('The dates of Joconde (skipped without ../shared)', () => {
  whenThere.each([
    ['Millésime', ['321 ; émission', '2 av JC ; 12', '1894 entre ; 1890 et', "Bourgogne ; Côte-d'Or"]],
    ['Période_de_création', ['Gallo-romain;Mérovingien (contexte)', 'gallo-romain;mérovingien (contexte)']],
  ])('are read in %s but for those that no one could read', async (column, unreadable) => {
    const values = await distinct(column);
    expect(values.length).toBeGreaterThan(150);
    expect(values.filter((value) => parseFrenchDate(value) === undefined).sort()).toEqual(unreadable.sort());
  });
});
