import { parameter } from '../namespaces.ts';

/** What every function that takes a regular expression calls it. */
export const PATTERN = parameter(
  'pattern',
  'une expression régulière (ECMAScript, mode u)',
  'a regular expression (ECMAScript, flag u)',
);
