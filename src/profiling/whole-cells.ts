import { edtf, isoDate } from './readings.ts';
import { type Counted, spread, type WholeTest } from './separation.ts';
import * as forms from './value-forms.ts';

/** Kinds of values that hold separators of values themselves. */
const WHOLES: readonly ((cell: string) => boolean)[] = [
  forms.isCoordinates,
  forms.isProjectedPair,
  (cell) => forms.isAddress(cell),
  (cell) => /^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}(?: [\d:]+)?$/.test(cell) && isoDate(cell) !== undefined,
  forms.isPhone,
  forms.isDecimal,
  (cell) => /^(?:true|false|oui|non)\/(?:true|false|oui|non)$/i.test(cell),
];

/** How many values are looked at. */
const SAMPLE = 200;

/** What tells, for a column, whether a cell with a separator in it is one value all the same. */
export function wholeTest(cells: readonly Counted[]): WholeTest {
  const sample = spread(cells, SAMPLE).map(({ text }) => text.trim());
  const usual = WHOLES.filter((is) => sample.filter(is).length > sample.length * 0.6);
  return (cell, parts) => usual.some((is) => is(cell.trim())) || isOneDate(cell, parts);
}

/** `1840 entre ; 1860 et` is one date; `1855 ; 1882` is two. */
function isOneDate(cell: string, parts: readonly string[]): boolean {
  if (cell.length > 100 || !/\d/.test(cell) || parts.every((part) => edtf(part) !== undefined)) return false;
  return edtf(cell) !== undefined;
}
