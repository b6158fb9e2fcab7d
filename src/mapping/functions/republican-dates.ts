import { arabic } from './plain-date.ts';
import type { Stretch } from './stretch.ts';

/** The Gregorian day in September on which each year began, from the year I (1792). */
const FIRST_DAYS = [22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23];
/** The calendar was given up on the first of January 1806. */
const LAST = '1805-12-31';

const MONTHS =
  'vendemiaire|brumaire|frimaire|nivose|pluviose|ventose|germinal|floreal|prairial|messidor|thermidor|fructidor';
const DATE = new RegExp(
  String.raw`^(?:(?:le )?(?:(1er|[1-9]|[12]\d|30) )?(${MONTHS}) |l')?an (\d{1,2}|[ivx]+)(?: de la republique(?: francaise)?)?$`,
);

/** `an II`, `brumaire an VIII`, `9 thermidor an II`; days that complete a year are none of these. */
export function republicanDate(text: string): Stretch | undefined {
  const [, day, month, numeral] = DATE.exec(text) ?? [];
  const year = numberOf(numeral);
  const first = FIRST_DAYS[year - 1];
  if (first === undefined) return undefined;
  const start = Date.UTC(1791 + year, 8, first);
  if (month === undefined) return days(start, nextYear(year));
  const at = start + (MONTHS.split('|').indexOf(month) * 30 + Number.parseInt(day ?? '1', 10) - 1) * DAY;
  return days(at, day === undefined ? at + 29 * DAY : at);
}

const DAY = 86_400_000;

const nextYear = (year: number): number =>
  year < FIRST_DAYS.length ? Date.UTC(1792 + year, 8, (FIRST_DAYS[year] ?? 0) - 1) : Date.parse(LAST);

/** `ii` → 2; what is no numeral in its proper form is 0. */
function numberOf(numeral = ''): number {
  if (/^\d/.test(numeral)) return Number(numeral);
  return /^(?:x?(?:i{1,3}|iv|vi{0,3}|ix)|x)$/.test(numeral) ? Number(arabic(numeral)) : 0;
}

function days(from: number, to: number): Stretch | undefined {
  const [first, last] = [from, to].map((time) => new Date(time).toISOString().slice(0, 10));
  if (first === undefined || last === undefined || last > LAST) return undefined;
  const [begin, end] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return { edtf: first === last ? first : `${first}/${last}`, begin, end };
}
