import { DATE_FUNCTIONS } from './dates.ts';
import type { MappingFunction } from './function.ts';
import { LINK_FUNCTIONS } from './links.ts';
import { PEOPLE_FUNCTIONS } from './people.ts';
import { PLACE_FUNCTIONS } from './places.ts';
import { TEXT_FUNCTIONS } from './text.ts';

export type { Arguments, FunctionContext, MappingFunction } from './function.ts';

/** Every mapping function by its local name; nothing is inherited: `toString` is no function of a mapping. */
export const FUNCTIONS: Readonly<Record<string, MappingFunction>> = Object.assign(Object.create(null), {
  ...TEXT_FUNCTIONS,
  ...DATE_FUNCTIONS,
  ...PEOPLE_FUNCTIONS,
  ...PLACE_FUNCTIONS,
  ...LINK_FUNCTIONS,
});
