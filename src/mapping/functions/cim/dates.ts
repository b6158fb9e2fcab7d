import { dayInWords } from '../days.ts';
import { parseFrenchDate } from '../french-dates.ts';
import { type FunctionDescription, reading } from '../function.ts';
import { isoDate } from '../iso-date.ts';
import { cim, MISSES, VALUE } from '../namespaces.ts';
import { plainDate } from '../plain-date.ts';
import { edtfYear, type Stretch } from '../stretch.ts';

/** The three readings of a date follow one another on the same value: it is parsed once. */
const PARSED = new Map<string, Stretch | undefined>();

function stretchOf(value: string): Stretch | undefined {
  if (PARSED.has(value)) return PARSED.get(value);
  if (PARSED.size >= 2000) PARSED.clear();
  // Nobody writes a date of a thousand characters.
  const stretch = value.length > 1000 ? undefined : parseFrenchDate(value);
  PARSED.set(value, stretch);
  return stretch;
}

/** A date that is open on a side has no year there: that is no fault. */
const side = (value: string, name: 'begin' | 'end'): string | undefined => {
  const stretch = stretchOf(value);
  const year = stretch?.[name];
  return stretch && (year === undefined ? '' : edtfYear(year));
};

/** In digits or in words. */
const dayOf = (value: string): string | undefined =>
  isoDate(value) ?? (value.length > 1000 ? undefined : dayInWords(plainDate(value)));

const UNREADABLE = 'unreadable-date';

/** Each of them notes a value it cannot read once, at its own place in the mapping: one term was not produced there. */
export const DATES: readonly FunctionDescription[] = [
  cim(
    'edtf',
    'Une date écrite en français, en EDTF (ISO 8601-2).',
    'A date written in French, in EDTF (ISO 8601-2).',
    [VALUE, MISSES],
    reading(UNREADABLE, (value) => stretchOf(value)?.edtf),
    [
      [{ value: '4e quart 19e siècle' }, '1876/1900'],
      [{ value: ['1890 vers', '194.'] }, ['1890~', '194X']],
      [{ value: ['15 av JC', 'Ve s. av. J.-C.'] }, ['-0014', '-0499/-0400']],
      [{ value: ['10 août 1793', 'août 1793 - mars 1795'] }, ['1793-08-10', '1793-08/1795-03']],
      [{ value: ['1914-18', '1900 ou 1901'] }, ['1914/1918', '[1900,1901]']],
      [{ value: ['XVIe-XVIIe siècle', 'début XXe'] }, ['1501/1700', '1901/1920']],
      [{ value: ['printemps 1900', 'an II'] }, ['1900-21', '1793-09-22/1794-09-21']],
      [{ value: '01/09/1998 00:00' }, '1998-09-01'],
      [{ value: '31 février 1900' }, [], UNREADABLE],
      [{ value: 'Moyen Âge' }, [], UNREADABLE],
      [{ value: 'Moyen Âge', misses: 'quiet' }, []],
      [{ value: 'Moyen Âge', misses: 'literal' }, 'Moyen Âge'],
    ],
  ),
  cim(
    'yearBegin',
    'La première année d’une date écrite en français ; rien si elle est ouverte de ce côté.',
    'The first year of a date written in French; nothing where it is open on that side.',
    [VALUE, MISSES],
    reading(UNREADABLE, (value) => side(value, 'begin')),
    [
      [{ value: '1840 entre ; 1860 et' }, '1840'],
      [{ value: 'du 10 août 1793 au 3 mars 1795' }, '1793'],
      [{ value: '1863 avant' }, []],
      [{ value: '31564' }, [], UNREADABLE],
    ],
  ),
  cim(
    'yearEnd',
    'La dernière année d’une date écrite en français ; rien si elle est ouverte de ce côté.',
    'The last year of a date written in French; nothing where it is open on that side.',
    [VALUE, MISSES],
    reading(UNREADABLE, (value) => side(value, 'end')),
    [
      [{ value: '194.' }, '1949'],
      [{ value: '1789 (après)' }, []],
    ],
  ),
  cim(
    'isoDate',
    'Un jour (« 01/02/2003 », « 1993/04/01 : inscrit MH », « 10 août 1793 ») en ISO 8601, vérifié sur le calendrier.',
    'A day (“01/02/2003”, “1993/04/01 : inscrit MH”, “10 août 1793”) in ISO 8601, checked against the calendar.',
    [VALUE, MISSES],
    reading(UNREADABLE, dayOf),
    [
      [{ value: '1/2/2003' }, '2003-02-01'],
      [{ value: '1993/04/01 : inscrit MH' }, '1993-04-01'],
      [{ value: ['1er janvier 1900', 'le 3 mars 1871'] }, ['1900-01-01', '1871-03-03']],
      [{ value: '31/04/2020' }, [], UNREADABLE],
      [{ value: 'août 1793' }, [], UNREADABLE],
    ],
  ),
];
