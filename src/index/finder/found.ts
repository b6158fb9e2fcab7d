import type { NumberSet } from './number-set.ts';

/** What was found for a question, in sets of which each is worth less than the one before. */
export interface Found {
  readonly all: NumberSet;
  readonly tiers: readonly NumberSet[];
  readonly words: readonly string[];
  /** Of each value of a facet, once they were asked for. */
  counts?: Uint32Array;
}
