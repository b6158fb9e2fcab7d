import type { QuadStore, SparqlAnswer, SparqlQuestion } from '../model/index.ts';
import type { Asked, Reply } from './messages.ts';
import { firstOf } from './race.ts';
import { SlowLane } from './slow-lane.ts';
import type { StoreWorker } from './store-worker.ts';
import { type Turn, WaitingLine } from './waiting-line.ts';
import { type Log, WorkerPool } from './worker-pool.ts';

/** What one query may cost, and how many may wait. */
export interface StoreLimits {
  /** From the asking of a query to the end of its run. At most half of it is spent waiting for a worker. */
  readonly milliseconds: number;
  /** Running time after which a query counts as slow: those never hold all workers. Default 500. */
  readonly slowMilliseconds?: number;
  /**
   * How soon a query whose asker has left may still end by itself: stopping it means loading a worker anew, which costs
   * more. Default 200.
   */
  readonly graceMilliseconds?: number;
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

const GRACE = 200;
const SLOW = 500;

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
  readonly #slow: SlowLane;
  #closed = false;

  constructor({ dumps, base, limits, workers = 2, log = () => {} }: OxigraphStoreOptions) {
    this.#limits = limits;
    this.#line = new WaitingLine(limits.queue);
    this.#slow = new SlowLane(workers);
    const data = { dumps, base, resultBytes: limits.resultBytes };
    // Behind slow queries stand more of their kind: the latest comer is then more likely to be somebody else.
    const offer = (worker: StoreWorker) => this.#line.offer(worker, this.#slow.isFull() ? 'last' : 'first');
    this.#pool = new WorkerPool(data, workers, offer, log);
  }

  async answer(question: SparqlQuestion): Promise<SparqlAnswer> {
    if (this.#closed) return { kind: 'failed', reason: 'The store is closed.' };
    if (question.signal?.aborted) return { kind: 'abandoned' };
    const deadline = performance.now() + this.#limits.milliseconds;
    const turn = await this.#turn(question.signal);
    if (turn.kind === 'abandoned') return { kind: 'abandoned' };
    if (turn.kind !== 'worker') return this.#overloaded();
    if (this.#slow.isShutTo(question)) {
      this.#pool.giveBack(turn.worker);
      return this.#overloaded();
    }
    return this.#run(turn.worker, question, deadline);
  }

  isReady(): boolean {
    return !this.#closed && this.#pool.hasLoaded;
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
    return worker ? { kind: 'worker', worker } : this.#line.wait(this.#limits.milliseconds / 2, signal);
  }

  #overloaded(): SparqlAnswer {
    return {
      kind: 'overloaded',
      retryAfterSeconds: Math.max(1, Math.ceil(this.#limits.milliseconds / 1000)),
    };
  }

  /** Runs a query until its deadline, a moment of `performance.now()`. */
  async #run(worker: StoreWorker, question: SparqlQuestion, deadline: number): Promise<SparqlAnswer> {
    const reply = worker.ask(asked(question));
    let isSlow = false;
    const isCrowdedOut = (): boolean => {
      isSlow = this.#slow.enter(question);
      return !isSlow;
    };
    const check = { after: this.#limits.slowMilliseconds ?? SLOW, isCrowdedOut };
    const left = deadline - performance.now();
    const first = await firstOf(reply, { deadline: left, signal: question.signal, check });
    if (isSlow) this.#slow.leave();
    switch (first) {
      case 'timed-out':
        this.#pool.replace(worker, 'query past its deadline');
        return { kind: 'timed-out', limitMilliseconds: this.#limits.milliseconds };
      case 'crowded-out':
        this.#pool.replace(worker, 'one slow query too many');
        return this.#overloaded();
      case 'aborted':
        // A slow one would hardly end within the grace.
        if (isSlow) this.#pool.replace(worker, 'asker left');
        else void this.#windUp(worker, reply);
        return { kind: 'abandoned' };
      default:
        return this.#finished(worker, first, question);
    }
  }

  async #windUp(worker: StoreWorker, reply: Promise<Reply>): Promise<void> {
    const { graceMilliseconds = GRACE } = this.#limits;
    const first = await firstOf(reply, { deadline: graceMilliseconds });
    if (typeof first === 'string' || first.kind === 'broken') this.#pool.replace(worker, 'asker left');
    else this.#pool.giveBack(worker);
  }

  #finished(worker: StoreWorker, reply: Reply, { mediaType }: SparqlQuestion): SparqlAnswer {
    if (reply.kind === 'broken') {
      this.#pool.replace(worker, reply.reason);
      return { kind: 'failed', reason: reply.reason };
    }
    this.#pool.giveBack(worker);
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
