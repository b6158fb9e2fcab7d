import type { ThingStatement } from './origin-addresses.ts';
import type { OriginWriter } from './origins.ts';
import type { Sheet } from './sheet.ts';
import { MOST_VALUES } from './statements.ts';

/** Statements that the list does not show, for the top of the page does; nor those that are too many for it. */
export function untold(sheet: Sheet, origins: OriginWriter): readonly ThingStatement[] {
  const all = [...sheet.subjects].flatMap(([subject, statements]) =>
    [...statements].flatMap(([property, values]) =>
      values.slice(0, MOST_VALUES).map((value) => ({ subject, property, value })),
    ),
  );
  return all.filter((one) => !origins.isTold(one));
}

/** The more a page has to say, the less it says of where that comes from: it stays below 100 KB. */
export const roomFor = (lines: readonly string[]): number =>
  Math.max(
    4000,
    Math.min(
      40_000,
      lines.reduce((left, line) => left - Math.min(line.length, 400), 70_000),
    ),
  );
