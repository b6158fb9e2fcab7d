import { createQueryParser, type QueryParser } from '../sparql/index.ts';
import { type AnswerCache, createAnswerCache } from './answer-cache.ts';
import { type Clients, createClients } from './client-limits.ts';
import type { AppContext } from './context.ts';
import { createFragmentMemory, type FragmentMemory } from './fragments/fragment-memory.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createPageTags, type PageTags } from './page-tags.ts';
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
  /** Which of them pages are. */
  readonly pages: PageTags;
  readonly quick: QuickAnswers;
  readonly clients: Clients;
  readonly metrics: Metrics;
  readonly fragments: FragmentMemory;
  /** To be called before a request is answered from memory: forgets pages when contributions have changed. */
  refresh(): void;
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
  const quick = createQuickAnswers();
  return {
    parser: context.parser ?? createQueryParser({ base: release.manifest.base }),
    queries: createQueryMemory(),
    answers,
    documents: createAnswerCache(Math.min(cacheBytes, DOCUMENT_BYTES)),
    pages: createPageTags(),
    quick,
    clients: createClients(limits),
    fragments: createFragmentMemory(),
    metrics: createMetrics({ release, store, answers: () => answers.figures() }),
    refresh: refreshing(context, quick),
  };
}

function refreshing({ contributions }: AppContext, quick: QuickAnswers): () => void {
  let known = contributions?.revision();
  return () => {
    const revision = contributions?.revision();
    if (revision === known) return;
    known = revision;
    quick.forget();
  };
}
