import { createQueryParser, type QueryParser } from '../sparql/index.ts';
import { type AnswerCache, createAnswerCache } from './answer-cache.ts';
import { type Clients, createClients } from './client-limits.ts';
import type { AppContext } from './context.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createQuickAnswers, type QuickAnswers } from './quick-answers.ts';
import type { AnswerMemory } from './send-packed.ts';
import { createQueryMemory, type QueryMemory } from './sparql/query-memory.ts';

/** What one application keeps in memory between requests; every part of it is bounded. */
export interface Serving {
  readonly parser: QueryParser;
  /** Queries that were parsed. */
  readonly queries: QueryMemory;
  readonly answers: AnswerCache;
  /** Documents that were sent. */
  readonly documents: AnswerCache;
  readonly quick: QuickAnswers;
  readonly clients: Clients;
  readonly metrics: Metrics;
}

/** What an application answers from, with what it keeps in memory. */
export interface ServedContext extends AppContext {
  readonly serving: Serving;
}

const NO_LIMITS = {
  concurrency: Number.MAX_SAFE_INTEGER,
  rate: Number.MAX_SAFE_INTEGER,
  trustedProxies: [],
};

/** Where documents are remembered. */
export const memoryOfDocuments = ({ documents, quick }: Serving): AnswerMemory => ({
  answers: documents,
  quick,
});

/** Most octets of documents that are remembered beside the answers to queries. */
const DOCUMENT_BYTES = 32 << 20;

export function createServing(context: AppContext): Serving {
  const { release, store, cacheBytes = 0, limits = NO_LIMITS } = context;
  const answers = createAnswerCache(cacheBytes);
  return {
    parser: context.parser ?? createQueryParser({ base: release.manifest.base }),
    queries: createQueryMemory(),
    answers,
    documents: createAnswerCache(Math.min(cacheBytes, DOCUMENT_BYTES)),
    quick: createQuickAnswers(),
    clients: createClients(limits),
    metrics: createMetrics({ release, store, answers: () => answers.figures() }),
  };
}
