import type { YearSpan } from '../../rdf/index.ts';

/** Centuries that are told, from the 50th before Christ on: before, years are said by the thousand. */
const FIRST = -50;
const LAST = 30;

/** The century of an astronomical year: 1801 to 1900 are in the 19th, 0 (1 BC) to -99 in the first before Christ, -1. */
export const centuryOf = (year: number): number =>
  year > 0 ? Math.ceil(year / 100) : -1 - Math.floor(-year / 100);

/** Centuries that a span overlaps, in order, 0 left out as there is none. Of an open span, the one that is known. */
export function centuriesOf({ begin, end }: YearSpan): readonly number[] {
  const first = Math.max(FIRST, centuryOf(Number.isFinite(begin) ? begin : end));
  const last = Math.min(LAST, centuryOf(Number.isFinite(end) ? end : begin));
  const centuries: number[] = [];
  for (let century = first; century <= last; century++) if (century !== 0) centuries.push(century);
  return centuries;
}
