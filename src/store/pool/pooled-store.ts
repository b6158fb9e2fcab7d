import type { QuadStore, SparqlAnswer, SparqlQuestion, StoreFigures } from '../../model/index.ts';
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
  /** Solutions of a SELECT, statements of a graph. */
  readonly resultRows: number;
  /** Queries that may wait for a worker. */
  readonly queue: number;
}

export interface PooledStoreOptions {
  readonly limits: StoreLimits;
  /** Starts a worker, which loads the release at once. */
  readonly start: () => StoreWorker;
  readonly workers: number;
  readonly log: Log;
}

const GRACE = 200;
const SLOW = 500;

/**
 * A quad store on workers of which each answers one query at a time: a query that passes its deadline, or whose asker
 * leaves, is stopped by ending its worker, which is replaced. Loading starts at once; `ready()` tells when it is done.
 */
export class PooledStore implements QuadStore {
  readonly #limits: StoreLimits;
  readonly #line: WaitingLine<StoreWorker>;
  readonly #pool: WorkerPool;
  readonly #slow: SlowLane;
  #closed = false;

  constructor({ limits, start, workers, log }: PooledStoreOptions) {
    this.#limits = limits;
    this.#line = new WaitingLine(limits.queue);
    this.#slow = new SlowLane(workers);
    // Behind slow queries stand more of their kind: the latest comer is then more likely to be somebody else.
    const offer = (worker: StoreWorker) => this.#line.offer(worker, this.#slow.isFull() ? 'last' : 'first');
    this.#pool = new WorkerPool({ start, workers, offer, log });
  }

  async answer(question: SparqlQuestion): Promise<SparqlAnswer> {
    if (this.#closed) return { kind: 'failed', reason: 'The store is closed.' };
    if (question.services?.length) return { kind: 'service-refused', reason: NO_SERVICE };
    if (question.signal?.aborted) return { kind: 'abandoned' };
    const deadline = performance.now() + this.#limits.milliseconds;
    const turn = await this.#turn(question.signal);
    if (turn.kind === 'abandoned') return { kind: 'abandoned' };
    if (turn.kind !== 'turn') return this.#overloaded();
    if (this.#slow.isShutTo(question)) {
      this.#pool.giveBack(turn.place);
      return this.#overloaded();
    }
    return this.#run(turn.place, question, deadline);
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

  figures(): StoreFigures {
    const { size: workers, idle, replaced } = this.#pool;
    return { workers, busy: workers - idle, waiting: this.#line.length, slow: this.#slow.taken, replaced };
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#line.close();
    await this.#pool.close();
  }

  async #turn(signal: AbortSignal | undefined): Promise<Turn<StoreWorker>> {
    const worker = this.#pool.take();
    return worker ? { kind: 'turn', place: worker } : this.#line.wait(this.#limits.milliseconds / 2, signal);
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
    if (typeof first === 'string' || first.kind === 'broken' || isRunning(first))
      this.#pool.replace(worker, 'asker left');
    else this.#pool.giveBack(worker);
  }

  #tooLarge(unit: 'bytes' | 'rows'): SparqlAnswer {
    const { resultBytes, resultRows } = this.#limits;
    return { kind: 'too-large', unit, limit: unit === 'bytes' ? resultBytes : resultRows };
  }

  #finished(worker: StoreWorker, reply: Reply, { mediaType }: SparqlQuestion): SparqlAnswer {
    if (reply.kind === 'broken') {
      this.#pool.replace(worker, reply.reason);
      return { kind: 'failed', reason: reply.reason };
    }
    if (isRunning(reply)) this.#pool.replace(worker, 'answer too large');
    else this.#pool.giveBack(worker);
    if (reply.kind === 'too-large') return this.#tooLarge(reply.unit);
    return reply.kind === 'malformed' ? reply : { ...reply, mediaType };
  }
}

const isRunning = (reply: Reply): boolean => reply.kind === 'too-large' && reply.isRunning === true;

export const NO_SERVICE = {
  fr: 'Ce point d’accès n’interroge pas d’autres points d’accès : retirez SERVICE de la requête.',
  en: 'This endpoint does not query other endpoints: remove SERVICE from the query.',
};

const asked = ({ text, mediaType, hasDataset, defaultGraphs, namedGraphs }: SparqlQuestion): Asked => ({
  text,
  mediaType,
  union: !hasDataset && defaultGraphs === undefined,
  defaultGraphs,
  namedGraphs,
});
