// @ts-check
import { isNumber } from './cells.js';
import { isNumeric } from './table-view.js';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const TIMES = new Set(['gYear', 'gYearMonth', 'date', 'dateTime'].map((name) => XSD + name));

/**
 * What a table lets draw: columns of names, columns of numbers. Undefined where there is no number beside another column.
 * @param {{ variables: string[], rows: any[] }} table
 */
export function seriesOf({ variables, rows }) {
  if (rows.length === 0) return undefined;
  const numbers = variables.filter((name) => isNumeric(rows, name) && !/^(?:lat|lon|lng)/i.test(name));
  const names = variables.filter((name) => rows.some((row) => row[name] !== undefined));
  const value = numbers.find((name) => !isTime(rows, name)) ?? numbers[0];
  if (value === undefined) return undefined;
  const others = names.filter((name) => name !== value);
  // A column of words says more than one of addresses; years and dates make the best line.
  const name =
    others.find((one) => isTime(rows, one)) ??
    others.find((one) => rows.some((row) => row[one]?.type === 'literal' && !isNumber(row[one]))) ??
    others[0];
  return name === undefined ? undefined : { names, numbers, name, value };
}

/** Whether a column tells moments: dates, or whole numbers that are years. */
export function isTime(rows, name) {
  const bound = rows.flatMap((row) => (row[name] === undefined ? [] : [row[name]]));
  if (bound.length === 0) return false;
  if (bound.every(({ datatype }) => TIMES.has(datatype))) return true;
  return (
    bound.every((term) => /^-?\d{3,4}$/.test(term.value) && Number(term.value) < 2200) &&
    new Set(bound.map(({ value }) => value)).size === bound.length
  );
}

/** Moments as numbers: years and their fractions. */
export function momentOf({ value }) {
  const [, sign, year = '0', month = '1', day = '1'] =
    /^(-?)(\d{1,6})(?:-(\d\d))?(?:-(\d\d))?/.exec(value) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 372);
}

/**
 * Round values from nought to the end of an axis.
 * @param {number} least @param {number} most @param {number} count
 */
export function ticks(least, most, count) {
  const span = most - least || Math.abs(most) || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
  const first = Math.floor(least / step);
  // Numbers that are a multiple but for their rounding are one.
  const last = Math.ceil(most / step - 1e-7);
  return Array.from({ length: Math.min(last - first + 1, 50) }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
}
