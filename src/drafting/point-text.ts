import type { PlaceGuess } from '../model/index.ts';
import type { PlannedColumn } from './draft.ts';
import { callOf, quoted, reference } from './terms-text.ts';

/** An expression that gives “lat,lon” in degrees, as `cim:latitude`, `cim:longitude` and `cim:wkt` read it. */
export function pointOf(
  { columns: names, reference: how, separator = ',', toldBy }: PlaceGuess,
  columns: readonly PlannedColumn[],
): string {
  const found = names.map((name) => columns.find(({ column }) => column.name === name));
  const [first = '', second] = names.map((name, at) => reference(found[at]?.key ?? name));
  if (how.kind === 'projected') {
    const [x, y] = second === undefined ? halves(first, separator) : [first, second];
    const zone = columns.find(({ column }) => column.name === toldBy)?.key;
    return callOf('cim:toWgs84', x, y, zone === undefined ? quoted(String(how.epsg)) : reference(zone));
  }
  const isLatFirst = how.order === 'lat-long';
  const hasCommas = found.some(
    (one) => one !== undefined && writesCommas(one, second === undefined && separator),
  );
  if (second !== undefined) {
    const pair = isLatFirst ? `${first};${second}` : `${second};${first}`;
    return hasCommas ? withPoints(quoted(pair)) : quoted(pair.replace(';', ','));
  }
  const cell = hasCommas ? withPoints(first) : first;
  if (isLatFirst && (separator === ',' || separator === ';')) return cell;
  return callOf('cim:replacePattern', cell, quoted(PAIR), quoted(isLatFirst ? '$1,$2' : '$2,$1'));
}

/** Two numbers with points, whatever stands around and between them. */
const PAIR = '^[^-0-9]*(-?[0-9.]+)[^-0-9]+(-?[0-9.]+)[^0-9]*$';

/** Whether fractions stand behind a comma; one that separates two numbers is none. */
const writesCommas = ({ column }: PlannedColumn, separator: string | false): boolean =>
  separator !== ',' && column.frequent.some(({ value }) => /\d,\d/.test(value));

const withPoints = (text: string): string =>
  callOf('cim:replacePattern', text, quoted('([0-9]),([0-9])'), quoted('$1.$2'));

const halves = (cell: string, separator: string): readonly [string, string] => [
  callOf('cim:before', cell, quoted(separator)),
  callOf('cim:after', cell, quoted(separator)),
];
