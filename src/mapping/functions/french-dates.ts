import { betweenCenturies, century } from './centuries.ts';
import { betweenDays, dateInWords, oneOfDays, season } from './days.ts';
import { isoStretch } from './iso-date.ts';
import { plainDate } from './plain-date.ts';
import { republicanDate } from './republican-dates.ts';
import { type Stretch, union } from './stretch.ts';
import { betweenYears, decade, shortRange, year } from './years.ts';

/**
 * Reads a French date as museums write it: `1880`, `1890 vers`, `1950 entre ; 1960 et`, `1863 avant`, `194.`, `15 av JC`,
 * `4e quart 19e siècle`, `limite 19e siècle 20e siècle`, `XVIe-XVIIe siècle`, `10 août 1793`, `du 3 au 5 mars 1871`,
 * `1900 ou 1901`, `printemps 1900`, `an II`, several joined by `;`. Months in digits (`1905/06`, `1905/06/12`) are read as
 * their year, save in ISO 8601. Undefined where it is not understood.
 */
export function parseFrenchDate(value: string): Stretch | undefined {
  const text = plainDate(value.replace(MIDNIGHT, ''));
  const found = single(text) ?? union(pieces(text).map(single));
  if (!found || !value.includes('?') || !/^-?\d{4}(?:-\d\d){0,2}~?$/.test(found.edtf)) return found;
  return { ...found, edtf: found.edtf.endsWith('~') ? `${found.edtf.slice(0, -1)}%` : `${found.edtf}?` };
}

/** What spreadsheets add to a day: a time that says nothing. */
const MIDNIGHT = / 00:00(?::00)?$/;

/** Cut at semicolons, but `1950 entre ; 1960 et` stays together. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const part of text.split(/\s*;\s*/).filter((one) => one !== '')) {
    const before = found.at(-1);
    if (before?.endsWith(' entre') && part.endsWith(' et')) found.splice(-1, 1, `${before} ; ${part}`);
    else found.push(part);
  }
  return found;
}

/** The first that understands a text reads it; the commonest forms come first. */
const READERS: readonly ((text: string) => Stretch | undefined)[] = [
  betweenYears,
  year,
  decade,
  century,
  isoStretch,
  shortRange,
  betweenCenturies,
  dateInWords,
  betweenDays,
  oneOfDays,
  season,
  republicanDate,
];

function single(text: string): Stretch | undefined {
  for (const read of READERS) {
    const found = read(text);
    if (found) return found;
  }
  return undefined;
}
