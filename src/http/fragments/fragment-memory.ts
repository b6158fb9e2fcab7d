import { LRUCache } from 'lru-cache';
import type { ResultTable } from '../sparql/result-text.ts';

/** What the store answered about patterns, by the text of the query; the latest used are kept. */
export type FragmentMemory = Pick<LRUCache<string, ResultTable>, 'get' | 'set'>;

/** Rows of all answers together: some tens of megabytes. */
const ROWS = 100_000;

export const createFragmentMemory = (): FragmentMemory =>
  new LRUCache({ maxSize: ROWS, sizeCalculation: ({ rows }) => 10 + rows.length });
