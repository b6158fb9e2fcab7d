import type { QuadStore, SparqlAnswer, SparqlQuestion } from '../model/index.ts';
import type { Asked, Reply } from './messages.ts';
import type { StoreWorker } from './store-worker.ts';
import { type Turn, WaitingLine } from './waiting-line.ts';
import { type Log, WorkerPool } from './worker-pool.ts';

/** What one query may cost, and how many may wait. */
export interface StoreLimits {
  /** Running time of a query; also the longest wait for a worker. */
  readonly milliseconds: number;
  /** UTF-8 bytes of an answer. */
  readonly resultBytes: number;
  /** Queries that may wait for a worker. */
  readonly queue: number;
}

export interface OxigraphStoreOptions {
  /** Absolute paths of N-Quads dumps, gzip. */
  readonly dumps: readonly string[];
  /** Base IRI of relative IRIs in queries. */
  readonly base: string;
  readonly limits: StoreLimits;
  /** Each holds a copy of the data. Default 2. */
  readonly workers?: number;
  readonly log?: Log;
}

/**
 * A query whose asker has left may still end by itself this soon (milliseconds); stopping it means loading a worker
 * anew, which costs more.
 */
const GRACE = 200;

/**
 * A quad store on Oxigraph, in memory, in worker threads: a query that passes its deadline, or whose asker leaves, is
 * stopped by ending its worker, which is replaced. Loading starts at once; `ready()` tells when it is done.
 */
export function createOxigraphStore(options: OxigraphStoreOptions): QuadStore {
  return new OxigraphStore(options);
}

class OxigraphStore implements QuadStore {
  readonly #limits: StoreLimits;
  readonly #line: WaitingLine;
  readonly #pool: WorkerPool;
  #closed = false;

  constructor({ dumps, base, limits, workers = 2, log = () => {} }: OxigraphStoreOptions) {
    this.#limits = limits;
    this.#line = new WaitingLine(limits.queue);
    const data = { dumps, base, resultBytes: limits.resultBytes };
    this.#pool = new WorkerPool(data, workers, (worker) => this.#line.offer(worker), log);
  }

  async answer(question: SparqlQuestion): Promise<SparqlAnswer> {
    if (this.#closed) return { kind: 'failed', reason: 'The store is closed.' };
    if (question.signal?.aborted) return { kind: 'abandoned' };
    const turn = await this.#turn(question.signal);
    if (turn.kind === 'abandoned') return { kind: 'abandoned' };
    if (turn.kind !== 'worker') return { kind: 'overloaded', retryAfterSeconds: this.#retryAfter() };
    return this.#run(turn.worker, question);
  }

  isReady(): boolean {
    return !this.#closed && this.#pool.isReady();
  }

  ready(): Promise<void> {
    return this.#pool.ready;
  }

  size(): number {
    return this.#pool.quads;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#line.close();
    await this.#pool.close();
  }

  async #turn(signal: AbortSignal | undefined): Promise<Turn> {
    const worker = this.#pool.take();
    return worker ? { kind: 'worker', worker } : this.#line.wait(this.#limits.milliseconds, signal);
  }

  #retryAfter(): number {
    return Math.max(1, Math.ceil(this.#limits.milliseconds / 1000));
  }

  async #run(worker: StoreWorker, question: SparqlQuestion): Promise<SparqlAnswer> {
    const reply = worker.ask(asked(question));
    const first = await firstOf(reply, this.#limits.milliseconds, question.signal);
    if (first === 'timed-out') {
      this.#pool.replace(worker, 'query past its deadline');
      return { kind: 'timed-out', limitMilliseconds: this.#limits.milliseconds };
    }
    if (first === 'aborted') {
      void this.#windUp(worker, reply);
      return { kind: 'abandoned' };
    }
    if (first.kind === 'broken') {
      this.#pool.replace(worker, first.reason);
      return { kind: 'failed', reason: first.reason };
    }
    this.#pool.giveBack(worker);
    return this.#answerOf(first, question);
  }

  async #windUp(worker: StoreWorker, reply: Promise<Reply>): Promise<void> {
    const first = await firstOf(reply, GRACE, undefined);
    if (typeof first === 'string' || first.kind === 'broken') this.#pool.replace(worker, 'asker left');
    else this.#pool.giveBack(worker);
  }

  #answerOf(reply: Exclude<Reply, { kind: 'broken' }>, { mediaType }: SparqlQuestion): SparqlAnswer {
    if (reply.kind === 'too-large') return { kind: 'too-large', limitBytes: this.#limits.resultBytes };
    return reply.kind === 'malformed' ? reply : { ...reply, mediaType };
  }
}

const asked = ({ text, mediaType, hasDataset, defaultGraphs, namedGraphs }: SparqlQuestion): Asked => ({
  text,
  mediaType,
  union: !hasDataset && defaultGraphs === undefined,
  defaultGraphs,
  namedGraphs,
});

/** The reply, or what came before it: the deadline or the asker's leaving. */
async function firstOf(
  reply: Promise<Reply>,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<Reply | 'timed-out' | 'aborted'> {
  const { promise, resolve } = Promise.withResolvers<'timed-out' | 'aborted'>();
  const leave = (): void => resolve('aborted');
  const timer = setTimeout(() => resolve('timed-out'), milliseconds);
  signal?.addEventListener('abort', leave, { once: true });
  if (signal?.aborted) leave();
  try {
    return await Promise.race([reply, promise]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
}
