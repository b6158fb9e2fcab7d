import type { Guess, IdentifierSearch } from '../model/index.ts';

/** Why these columns were proposed as the identifier; undefined where they were not. */
export const proposedAs = (
  identifier: readonly string[],
  { proposed }: Pick<IdentifierSearch, 'proposed'>,
): Guess<readonly string[]> | undefined =>
  proposed?.value.join('\n') === identifier.join('\n') ? proposed : undefined;
