import type { QuadStore, SparqlAnswer, SparqlQuestion, StoreFigures } from '../../model/index.ts';
import { asked } from './asked.ts';
import { isRunning, type Reply } from './messages.ts';
import { NO_SERVICE } from './no-service.ts';
import { firstOf } from './race.ts';
import { SlowLane } from './slow-lane.ts';
import type { StoreLimits } from './store-limits.ts';
import type { Log, StoreWorker } from './store-worker.ts';
import { type Turn, WaitingLine } from './waiting-line.ts';
import { WorkerPool } from './worker-pool.ts';

export interface PooledStoreOptions {
  readonly limits: StoreLimits;
  /** Starts a worker, which loads the release at once. */
  readonly start: () => StoreWorker;
  readonly workers: number;
  readonly log: Log;
}

/** When a query has to end, when it has to begin, and whether it may be slow: moments of `performance.now()`. */
interface Run {
  readonly deadline: number;
  readonly latest: number;
  readonly hasPlace: boolean;
}

const GRACE = 200;
const SLOW = 300;

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
    const { queue, slowQueue = Math.max(1, Math.floor(queue / 4)) } = limits;
    this.#slow = new SlowLane({ workers, queue: slowQueue });
    // Behind slow queries stand more of their kind: the latest comer is then more likely to be somebody else.
    const offer = (worker: StoreWorker) => this.#line.offer(worker, this.#slow.isFull() ? 'last' : 'first');
    this.#pool = new WorkerPool({ start, workers, offer, log });
  }

  async answer(question: SparqlQuestion): Promise<SparqlAnswer> {
    if (this.#closed) return { kind: 'failed', reason: 'The store is closed.' };
    if (question.services?.length) return { kind: 'service-refused', reason: NO_SERVICE };
    if (question.signal?.aborted) return { kind: 'abandoned' };
    const now = performance.now();
    const { milliseconds } = this.#limits;
    const run = { deadline: now + milliseconds, latest: now + milliseconds / 2, hasPlace: false };
    if (!this.#slow.knows(question)) {
      const answer = await this.#begin(question, run);
      if (answer !== 'crowded-out') return answer;
    }
    return this.#beginSlow(question, run);
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
    const { taken: slow, waiting } = this.#slow;
    return { workers, busy: workers - idle, waiting: this.#line.length + waiting, slow, replaced };
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#line.close();
    this.#slow.close();
    await this.#pool.close();
  }

  /** From the slow lane, once there is a place in it. */
  async #beginSlow(question: SparqlQuestion, run: Run): Promise<SparqlAnswer> {
    const place = await this.#slow.wait(run.latest - performance.now(), question.signal);
    if (place.kind !== 'turn') return this.#unserved(place);
    const answer = await this.#begin(question, { ...run, hasPlace: true });
    return answer === 'crowded-out' ? this.#overloaded() : answer;
  }

  async #begin(question: SparqlQuestion, run: Run): Promise<SparqlAnswer | 'crowded-out'> {
    const idle = this.#closed ? undefined : this.#pool.take();
    if (idle) return this.#run(idle, question, run);
    const { latest, hasPlace: isPreferred } = run;
    const milliseconds = latest - performance.now();
    const turn = await this.#line.wait(milliseconds, question.signal, isPreferred);
    if (turn.kind === 'turn') return this.#run(turn.place, question, run);
    if (run.hasPlace) this.#slow.leave();
    return this.#unserved(turn);
  }

  #unserved({ kind }: Turn<unknown>): SparqlAnswer {
    return kind === 'abandoned' ? { kind } : this.#overloaded();
  }

  #overloaded(): SparqlAnswer {
    return {
      kind: 'overloaded',
      retryAfterSeconds: Math.max(1, Math.ceil(this.#limits.milliseconds / 1000)),
    };
  }

  /** Runs a query until its deadline. */
  async #run(
    worker: StoreWorker,
    question: SparqlQuestion,
    { deadline, hasPlace }: Run,
  ): Promise<SparqlAnswer | 'crowded-out'> {
    const reply = worker.ask(asked(question, this.#limits.resultRows));
    let isSlow = hasPlace;
    if (isSlow) worker.yieldToOthers?.(true);
    const isCrowdedOut = (): boolean => {
      isSlow ||= this.#slow.enter(question);
      if (isSlow) worker.yieldToOthers?.(true);
      return !isSlow;
    };
    const check = { after: this.#limits.slowMilliseconds ?? SLOW, isCrowdedOut };
    const left = deadline - performance.now();
    const first = await firstOf(reply, { deadline: left, signal: question.signal, check });
    switch (first) {
      case 'timed-out':
        this.#stop(worker, { why: 'query past its deadline', isSlow });
        return { kind: 'timed-out', limitMilliseconds: this.#limits.milliseconds };
      case 'crowded-out':
        this.#stop(worker, { why: 'one slow query too many', isSlow });
        return first;
      case 'aborted':
        // A slow one would hardly end within the grace.
        if (isSlow) this.#stop(worker, { why: 'asker left', isSlow });
        else void this.#windUp(worker, reply);
        return { kind: 'abandoned' };
      default:
        return this.#finished(worker, first, { question, isSlow });
    }
  }

  /** The place of a slow one is free when there is a worker again: what runs never holds all that are there. */
  #stop(worker: StoreWorker, { why, isSlow }: { readonly why: string; readonly isSlow: boolean }): void {
    const replaced = this.#pool.replace(worker, why);
    if (isSlow) void replaced.then(() => this.#slow.leave());
  }

  async #windUp(worker: StoreWorker, reply: Promise<Reply>): Promise<void> {
    const { graceMilliseconds = GRACE } = this.#limits;
    const first = await firstOf(reply, { deadline: graceMilliseconds });
    if (typeof first === 'string' || first.kind === 'broken' || isRunning(first))
      this.#stop(worker, { why: 'asker left', isSlow: false });
    else this.#pool.giveBack(worker, first.hasGrown);
  }

  #tooLarge(unit: 'bytes' | 'rows'): SparqlAnswer {
    const { resultBytes, resultRows } = this.#limits;
    return { kind: 'too-large', unit, limit: unit === 'bytes' ? resultBytes : resultRows };
  }

  #finished(
    worker: StoreWorker,
    reply: Reply,
    { question, isSlow }: { readonly question: SparqlQuestion; readonly isSlow: boolean },
  ): SparqlAnswer {
    if (reply.kind === 'broken') {
      this.#stop(worker, { why: reply.reason, isSlow });
      return { kind: 'failed', reason: reply.reason };
    }
    const isAsBefore = !isSlow || (worker.yieldToOthers?.(false) ?? true);
    if (isRunning(reply)) this.#stop(worker, { why: 'answer too large', isSlow });
    else this.#pool.giveBack(worker, reply.hasGrown || !isAsBefore);
    if (isSlow && !isRunning(reply)) this.#slow.leave();
    if (reply.kind === 'too-large') return this.#tooLarge(reply.unit);
    if (reply.kind === 'malformed') return { kind: 'malformed', reason: reply.reason };
    const { body, milliseconds } = reply;
    if (milliseconds < (this.#limits.slowMilliseconds ?? SLOW)) this.#slow.forget(question);
    return { kind: 'answered', body, mediaType: question.mediaType, milliseconds };
  }
}
