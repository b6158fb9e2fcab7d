import type { DatabaseSync } from 'node:sqlite';
import type { DataVocabulary } from '../model/index.ts';
import type { UsageKind } from './usage-counter.ts';

/** Reads what was counted when the index was made: the most used first, then by name. */
export function readVocabulary(database: DatabaseSync): DataVocabulary {
  const read = database.prepare('SELECT term, count FROM usages WHERE kind = ? ORDER BY count DESC, term');
  const usages = (kind: UsageKind) => read.all(kind) as { term: string; count: number }[];
  const iris = (kind: UsageKind) => usages(kind).map(({ term, count }) => ({ iri: term, count }));
  return {
    classes: iris('class'),
    properties: iris('property'),
    languages: usages('language').map(({ term, count }) => ({ tag: term, count })),
  };
}
