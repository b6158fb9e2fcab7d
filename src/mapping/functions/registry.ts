import { CONDITION_FUNCTIONS } from './cim/conditions.ts';
import { DATES } from './cim/dates.ts';
import { IDENTIFIERS } from './cim/identifiers.ts';
import { LINKS } from './cim/links.ts';
import { MEASURES } from './cim/measures.ts';
import { PEOPLE } from './cim/people.ts';
import { PLACES } from './cim/places.ts';
import { TEXT } from './cim/text.ts';
import type { FunctionDescription } from './function.ts';
import { ARRAYS } from './grel/arrays.ts';
import { GREL_DATES } from './grel/dates.ts';
import { LOGIC } from './grel/logic.ts';
import { MATHEMATICS } from './grel/mathematics.ts';
import { SPELLING } from './grel/spelling.ts';
import { SPLITTING } from './grel/splitting.ts';
import { STRINGS } from './grel/strings.ts';
import { IDLAB_FUNCTIONS } from './idlab.ts';

/** Functions by subject, in the order of the reference. */
export const SUBJECTS = {
  text: TEXT,
  conditions: CONDITION_FUNCTIONS,
  dates: DATES,
  people: PEOPLE,
  measures: MEASURES,
  places: PLACES,
  identifiers: IDENTIFIERS,
  links: LINKS,
  grel: [...SPELLING, ...STRINGS, ...SPLITTING, ...ARRAYS, ...LOGIC, ...MATHEMATICS, ...GREL_DATES],
  idlab: IDLAB_FUNCTIONS,
} as const satisfies Record<string, readonly FunctionDescription[]>;

/** Every function that a mapping may call. */
export const ALL_FUNCTIONS: readonly FunctionDescription[] = Object.values(SUBJECTS).flat();
