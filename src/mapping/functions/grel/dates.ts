import { eachKept, type FunctionDescription, reading } from '../function.ts';
import { OUTPUTS } from '../namespaces.ts';
import { dayOf, parseDate } from './date-format.ts';
import { grel, integerOf, P } from './parameters.ts';

const UNREADABLE = 'unreadable-date';
const DAY = 86_400_000;

/** `days` and `day` → day. */
const unitOf = (text: string): string => text.trim().toLowerCase().replace(/s$/, '');

const months = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();

function difference(from: Date, to: Date, unit: string): number | undefined {
  const days = Math.round((to.getTime() - from.getTime()) / DAY);
  const whole = months(to) - months(from);
  // The last month counts only once it is over.
  const over =
    whole > 0 ? Number(to.getUTCDate() < from.getUTCDate()) : -Number(to.getUTCDate() > from.getUTCDate());
  const elapsed = whole === 0 ? 0 : whole - over;
  switch (unit) {
    case 'day':
      return days;
    case 'week':
      return Math.trunc(days / 7);
    case 'month':
      return elapsed;
    case 'year':
      return Math.trunc(elapsed / 12);
    default:
      return undefined;
  }
}

/** The end of a month stays the end of a month: 31 January and a month is 28 or 29 February. */
function moved(date: Date, count: number, unit: string): Date | undefined {
  if (unit === 'day' || unit === 'week')
    return new Date(date.getTime() + count * DAY * (unit === 'week' ? 7 : 1));
  if (unit !== 'month' && unit !== 'year') return undefined;
  const target = new Date(Date.UTC(2000, 0, 1));
  target.setUTCFullYear(date.getUTCFullYear(), date.getUTCMonth() + count * (unit === 'year' ? 12 : 1), 1);
  const last = new Date(target);
  last.setUTCMonth(target.getUTCMonth() + 1, 0);
  target.setUTCDate(Math.min(date.getUTCDate(), last.getUTCDate()));
  return target;
}

const iso = (date: Date | undefined): string | undefined => {
  const valid = date !== undefined && !Number.isNaN(date.getTime());
  const text = valid ? date.toISOString() : '';
  // Years of five figures and years before 0 have a sign: no one means them.
  return /^\d{4}-/.test(text) ? text.slice(0, 10) : undefined;
};

const PARTS: Readonly<Record<string, (date: Date) => number>> = {
  year: (date) => date.getUTCFullYear(),
  month: (date) => date.getUTCMonth() + 1,
  day: (date) => date.getUTCDate(),
};

function partOf(date: Date, unit: string): string | undefined {
  return Object.hasOwn(PARTS, unit) ? String(PARTS[unit]?.(date)) : undefined;
}

export const GREL_DATES: readonly FunctionDescription[] = [
  grel(
    'date_toDate',
    [
      'Un jour lu selon un format, en ISO 8601 ; les mois peuvent être en lettres, en français ou en anglais.',
      'A day read by a format, in ISO 8601; months may be words, in French or English.',
    ],
    [P.value, P.pattern],
    OUTPUTS.date,
    reading(UNREADABLE, (value, [format = '']) => parseDate(value, format), 9),
    [
      [{ valueParameter: '09/12/2018', p_string_pattern: 'dd/MM/yyyy' }, '2018-12-09'],
      [{ valueParameter: '14 juil. 1789', p_string_pattern: 'd MMM yyyy' }, '1789-07-14'],
      [{ valueParameter: '31/02/2018', p_string_pattern: 'dd/MM/yyyy' }, [], UNREADABLE],
    ],
  ),
  grel(
    'date_diff',
    ['Le temps écoulé de la première date à la seconde.', 'The time from the first date to the second.'],
    [P.date1, P.date2, P.timeUnit],
    OUTPUTS.string,
    eachKept((value, [other = '', unit = '']) => {
      const from = dayOf(value);
      const to = dayOf(other);
      const found = from && to && difference(from, to, unitOf(unit));
      return found === undefined ? undefined : String(found);
    }),
    [
      [{ p_datetime_d: '2020-02-28', p_datetime_d2: '2020-03-01T12:00:00Z', p_string_timeunit: 'days' }, '2'],
      [{ p_datetime_d: '2020-01-31', p_datetime_d2: '2021-01-30', p_string_timeunit: 'months' }, '11'],
    ],
  ),
  grel(
    'date_inc',
    [
      'La date, plus ou moins tant de jours, semaines, mois ou années.',
      'The date, plus or minus so many days, weeks, months or years.',
    ],
    [P.date, P.number, P.unit],
    OUTPUTS.date,
    eachKept((value, [count = '', unit = '']) => {
      const date = dayOf(value);
      const by = integerOf(count);
      return date && by !== undefined && Math.abs(by) < 1e6 ? iso(moved(date, by, unitOf(unit))) : undefined;
    }),
    [
      [{ p_date_d: '2020-01-31', p_dec_n: '1', p_string_unit: 'month' }, '2020-02-29'],
      [{ p_date_d: '2020-01-01', p_dec_n: '-1', p_string_unit: 'day' }, '2019-12-31'],
    ],
  ),
  grel(
    'date_datePart',
    ['L’année, le mois ou le jour d’une date.', 'The year, month or day of a date.'],
    [P.date, P.unit],
    OUTPUTS.any,
    eachKept((value, [unit = '']) => {
      const date = dayOf(value);
      return date && partOf(date, unitOf(unit));
    }),
    [
      [{ p_date_d: '1789-07-14', p_string_unit: 'year' }, '1789'],
      [{ p_date_d: 'hier', p_string_unit: 'year' }, []],
    ],
  ),
];
