import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { QuadStore, Release, SparqlAnswer } from '../model/index.ts';
import type { AnswerCacheFigures } from './answer-cache.ts';

/** What the server counts (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export interface Metrics {
  /** Counts a response once it is sent or broken off. */
  watch(request: IncomingMessage, response: ServerResponse): void;
  /** Counts a query that the store was asked. */
  answered(outcome: SparqlAnswer['kind'], milliseconds: number): void;
  /** The figures as Prometheus reads them, and their media type. */
  text(): Promise<{ readonly body: string; readonly mediaType: string }>;
}

export interface Measured {
  readonly release: Release;
  readonly store: QuadStore;
  readonly answers: () => AnswerCacheFigures;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Sorts of address, in the order in which they are looked for: labels must stay few. */
const ROUTES: readonly (readonly [RegExp, string])[] = [
  [/^\/sparql(?:$|\?)/, 'sparql'],
  [/^\/sparql\//, 'desk'],
  [/^\/api(?:\/|$)/, 'api'],
  [/^\/(?:id|def)(?:\/|$)/, 'thing'],
  [/^\/doc\//, 'document'],
  [/^\/dataset\/.*\.gz$/, 'dump'],
  [/^\/(?:dataset|datasets|catalogue)/, 'catalogue'],
  [/^\/assets\//, 'asset'],
  [/^\/(?:health\/|metrics$)/, 'health'],
  [/^\/(?:\?|$)/, 'home'],
];

/** Metrics of one release, in a registry of their own: nothing is shared with another application of this process. */
export function createMetrics(measured: Measured): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  /** Since figures were last read: the library sorts and joins labels each time that it counts. */
  const closed = new Map<
    string,
    { readonly route: string; readonly status: string; readonly count: number }
  >();
  new Counter({
    name: 'cimaise_http_responses_total',
    help: 'Responses by sort of address and class of status; broken: the client left, or the answer failed midway.',
    labelNames: ['route', 'status'],
    registers,
    collect() {
      for (const { count, ...labels } of closed.values()) this.inc(labels, count);
      closed.clear();
    },
  });
  const queries = new Histogram({
    name: 'cimaise_sparql_query_seconds',
    help: 'Queries that the store was asked, from question to answer, by outcome.',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers,
  });
  for (const [name, help, read] of gaugesOf(measured))
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  new Gauge({ name: 'cimaise_release_info', help: 'The release served.', labelNames: ['id'], registers }).set(
    { id: measured.release.manifest.id },
    1,
  );
  return {
    watch: (request, response) => {
      const route = routeOf(request.url ?? '');
      response.once('close', () => {
        const status = statusOf(response);
        const key = `${route} ${status}`;
        const { count } = closed.get(key) ?? { count: 0 };
        closed.set(key, { route, status, count: count + 1 });
      });
    },
    answered: (outcome, milliseconds) => queries.observe({ outcome }, milliseconds / 1000),
    text: async () => ({ body: await registry.metrics(), mediaType: registry.contentType }),
  };
}

type Row = readonly [name: string, help: string, read: () => number];

function gaugesOf({ release, store, answers }: Measured): readonly Row[] {
  const { statements } = release.manifest;
  return [
    ['cimaise_release_statements', 'Statements of the release.', () => statements],
    ['cimaise_store_ready', 'Whether the store answers.', () => Number(store.isReady())],
    ['cimaise_store_quads', 'Quads loaded.', () => store.size()],
    ['cimaise_store_workers', 'Workers of the store.', () => store.figures().workers],
    ['cimaise_store_workers_busy', 'Workers that answer a query.', () => store.figures().busy],
    ['cimaise_store_queries_waiting', 'Queries that wait.', () => store.figures().waiting],
    ['cimaise_store_queries_slow', 'Queries in the slow lane.', () => store.figures().slow],
    ['cimaise_store_workers_replaced', 'Workers replaced since the start.', () => store.figures().replaced],
    ['cimaise_answer_cache_hits', 'Answers given from memory.', () => answers().hits],
    ['cimaise_answer_cache_misses', 'Answers not found in memory.', () => answers().misses],
    ['cimaise_answer_cache_answers', 'Answers in memory.', () => answers().answers],
    ['cimaise_answer_cache_bytes', 'Octets of answers in memory.', () => answers().bytes],
    [
      'process_resident_memory_bytes',
      'Memory of the process, workers in threads included.',
      () => process.memoryUsage.rss(),
    ],
    ['process_heap_bytes', 'Heap of the main thread in use.', () => process.memoryUsage().heapUsed],
    ['process_cpu_seconds_total', 'Processor time.', cpuSeconds],
    ['process_uptime_seconds', 'Seconds since the start.', () => process.uptime()],
  ];
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const routeOf = (url: string): string => ROUTES.find(([like]) => like.test(url))?.[1] ?? 'other';

const statusOf = (response: ServerResponse): string =>
  response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : 'broken';
