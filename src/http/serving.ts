import { createQueryParser, type QueryParser } from '../sparql/index.ts';
import { type Clients, createClients } from './client-limits.ts';
import type { AppContext } from './context.ts';
import { createFragmentMemory, type FragmentMemory } from './fragments/fragment-memory.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { type AnswerCache, createAnswerCache } from './sparql/answer-cache.ts';
import { createQueryMemory, type QueryMemory } from './sparql/query-memory.ts';
import { createQuickAnswers, type QuickAnswers } from './sparql/quick-answers.ts';

/** What one application keeps in memory between requests; every part of it is bounded. */
export interface Serving {
  readonly parser: QueryParser;
  /** Queries that were parsed. */
  readonly queries: QueryMemory;
  readonly answers: AnswerCache;
  readonly quick: QuickAnswers;
  readonly clients: Clients;
  readonly metrics: Metrics;
  readonly fragments: FragmentMemory;
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

export function createServing(context: AppContext): Serving {
  const { release, store, cacheBytes = 0, limits = NO_LIMITS } = context;
  const answers = createAnswerCache(cacheBytes);
  return {
    parser: context.parser ?? createQueryParser({ base: release.manifest.base }),
    queries: createQueryMemory(),
    answers,
    quick: createQuickAnswers(answers),
    clients: createClients(limits),
    fragments: createFragmentMemory(),
    metrics: createMetrics({ release, store, answers: () => answers.figures() }),
  };
}
