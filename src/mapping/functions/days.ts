import { EVENT, edtfYear, NEARNESS, nearly, type Stretch } from './stretch.ts';
import { YEAR, yearNumber } from './years.ts';

/** A year, a month of it or a day. */
interface Day {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** Without accents, and as they are abbreviated. */
const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan'],
  ['fevrier', 'fevr', 'fev'],
  ['mars'],
  ['avril', 'avr'],
  ['mai'],
  ['juin'],
  ['juillet', 'juil'],
  ['aout'],
  ['septembre', 'sept'],
  ['octobre', 'oct'],
  ['novembre', 'nov'],
  ['decembre', 'dec'],
];
const MONTH_NUMBER = new Map(MONTHS.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));
const MONTH = `(?:${[...MONTH_NUMBER.keys()].join('|')})`;

const DAY_NUMBER = String.raw`(?:1er|[12]?\d|0[1-9]|3[01])`;
const POSITIVE_YEAR = YEAR.replaceAll('-?', '');
/** `10 août 1793`, `le 1er janv. 1900`, `août 1793`. */
const IN_WORDS = String.raw`(?:le )?(?:${DAY_NUMBER} )?${MONTH}\.? (?:${POSITIVE_YEAR})`;
const IN_DIGITS = String.raw`(?:le )?(?:\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2})`;
const ANY = `${IN_WORDS}|${IN_DIGITS}|${POSITIVE_YEAR}`;
/** What leaves to the end of the stretch to say the rest: `10`, `10 août`, `août`. */
const BEGUN = String.raw`(?:le )?(?:${DAY_NUMBER}(?: ${MONTH}\.?)?|${MONTH}\.?)`;

const WORDS = new RegExp(
  `^(?:le )?(?:(${DAY_NUMBER})(?: |$))?(?:(${MONTH})\\.?(?: |$))?(${POSITIVE_YEAR})?$`,
);

function inWords(text: string): Partial<Day> | undefined {
  const match = WORDS.exec(text);
  if (!match) return undefined;
  const [, day, month, year] = match;
  return {
    ...(year === undefined ? {} : { year: yearNumber(year) }),
    ...(month === undefined ? {} : { month: MONTH_NUMBER.get(month) ?? 0 }),
    ...(day === undefined ? {} : { day: Number.parseInt(day, 10) }),
  };
}

function inDigits(text: string): Day | undefined {
  const [, day, month, year] = /^(?:le )?(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (year !== undefined) return { year: Number(year), month: Number(month), day: Number(day) };
  const iso = /^(?:le )?(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.slice(1).map(Number);
  return iso && { year: iso[0] ?? 0, month: iso[1] ?? 0, day: iso[2] ?? 0 };
}

/** A date in words or digits; undefined where the calendar does not have it. @param end says the year, and the month, that it leaves out */
function dayOf(text: string, end?: Day): Day | undefined {
  const said: Partial<Day> = inDigits(text) ?? inWords(text) ?? {};
  const { year = end?.year, month = said.year === undefined ? end?.month : undefined, day } = said;
  if (year === undefined || (day !== undefined && month === undefined)) return undefined;
  const sound =
    (month === undefined || (month >= 1 && month <= 12)) &&
    (day === undefined || (day >= 1 && day <= lengthOf(year, month)));
  if (!sound) return undefined;
  return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}

/** Days of a month in the Gregorian calendar, carried back as ISO 8601 does. */
function lengthOf(year: number, month = 0): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

const two = (number: number | undefined): readonly string[] =>
  number === undefined ? [] : [String(number).padStart(2, '0')];

const edtfOf = ({ year, month, day }: Day): string => [edtfYear(year), ...two(month), ...two(day)].join('-');

/** The first and last day, as numbers that can be compared. */
const firstOf = ({ year, month = 1, day = 1 }: Day): number => year * 372 + month * 31 + day;
const lastOf = ({ year, month = 12, day = lengthOf(year, month) }: Day): number =>
  year * 372 + month * 31 + day;

const ONE = new RegExp(
  String.raw`^(?:(${NEARNESS}) )?(${IN_WORDS})(?: \(?${EVENT}\)?)?(?: \(?(${NEARNESS})\)?)?$`,
);

/** `10 août 1793`, `vers mars 1871`, `avant le 1er janvier 1900`. */
export function dateInWords(text: string): Stretch | undefined {
  const match = ONE.exec(text);
  const day = match && dayOf(match[2] ?? '');
  return day ? nearly(edtfOf(day), day.year, match[1] ?? match[3]) : undefined;
}

const RANGES: readonly RegExp[] = [`(${ANY}) / (${ANY})`]
  .concat(
    // What the beginning leaves out a day or month in words says at the end.
    [
      [ANY, ANY],
      [BEGUN, IN_WORDS],
    ].flatMap(([from, to]) => [
      `(?:du |de |d')?(${from}) (?:au|a|jusqu'au|jusqu'en) (${to})`,
      `entre (${from}) et (${to})`,
      `(${from}) ?- ?(${to})`,
    ]),
  )
  .map((pattern) => new RegExp(`^${pattern}$`));

/** `du 10 août 1793 au 3 mars 1795`, `mars - avril 1871`, `10-15 août 1793`; undefined where it runs backwards. */
export function betweenDays(text: string): Stretch | undefined {
  const match = RANGES.map((pattern) => pattern.exec(text)).find((one) => one !== null);
  const end = match && dayOf(match[2] ?? '');
  const begin = end && dayOf(match?.[1] ?? '', end);
  if (!begin || firstOf(begin) > firstOf(end) || lastOf(begin) > lastOf(end)) return undefined;
  const [from, to] = [edtfOf(begin), edtfOf(end)];
  return { edtf: from === to ? from : `${from}/${to}`, begin: begin.year, end: end.year };
}

const SET = new RegExp(`^(?:${ANY})(?:, (?:${ANY}))*,? ou (?:${ANY})$`);

/** `1900 ou 1901`: one of several, a set of EDTF in the order of time. */
export function oneOfDays(text: string): Stretch | undefined {
  if (!SET.test(text)) return undefined;
  const days = text.split(/, | ou /).map((part) => dayOf(part));
  const known = days.filter((day) => day !== undefined).sort((a, b) => firstOf(a) - firstOf(b));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || known.length < days.length) return undefined;
  const edtf = [...new Set(known.map(edtfOf))];
  return {
    edtf: edtf.length === 1 ? edtfOf(first) : `[${edtf.join(',')}]`,
    begin: first.year,
    end: last.year,
  };
}

const DAY_AT_START = new RegExp(`^(${IN_WORDS})(?=$| ?[:(])`);

/** The day that a text begins with, in ISO 8601: a month or a year is none. */
export function dayInWords(text: string): string | undefined {
  const day = dayOf(DAY_AT_START.exec(text)?.[1] ?? '');
  return day?.day === undefined ? undefined : edtfOf(day);
}

const SEASONS = ['printemps', 'ete', 'automne', 'hiver'];
const SEASON = new RegExp(
  String.raw`^(?:(?:au|en|a l'|l') ?)?(${SEASONS.join('|')}) (?:de |(?:de )?l'(?:an|annee) )?(\d{4})$`,
);

/** `printemps 1900` is 1900-21 in EDTF. A winter of two years is none of these. */
export function season(text: string): Stretch | undefined {
  const [, name = '', year = ''] = SEASON.exec(text) ?? [];
  if (name === '') return undefined;
  return { edtf: `${year}-${21 + SEASONS.indexOf(name)}`, begin: Number(year), end: Number(year) };
}
