import { LRUCache } from 'lru-cache';
import type { AskedService, SparqlQuestion } from '../../model/index.ts';

/** A query that may be asked: what the store is told of it, without who asks. */
export interface CheckedQuery
  extends Pick<SparqlQuestion, 'text' | 'kind' | 'hasDataset' | 'limitPlace' | 'isHeavy'> {
  readonly services: readonly AskedService[];
  /** Whether two runs may differ on the same release: it asks for the time, for chance, or others. */
  readonly isVolatile: boolean;
}

/** Queries that were parsed, by their text. */
export interface QueryMemory {
  get(text: string): CheckedQuery | undefined;
  put(query: CheckedQuery): void;
}

const BYTES = 8 << 20;
/** What is said of a query, beside its text. */
const ENTRY = 500;

/** The latest queries, within some megabytes. */
export function createQueryMemory(): QueryMemory {
  const queries = new LRUCache<string, CheckedQuery>({
    maxSize: BYTES,
    sizeCalculation: ({ text, services }) => ENTRY + 2 * text.length + 200 * services.length,
  });
  return {
    get: (text) => queries.get(text),
    put: (query) => queries.set(query.text, query),
  };
}
