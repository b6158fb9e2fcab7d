import { setTimeout as sleep } from 'node:timers/promises';
import type { Log, StoreWorker } from './store-worker.ts';

export type { Log } from './store-worker.ts';

export interface PoolOptions {
  readonly start: () => StoreWorker;
  /** How many are kept. */
  readonly workers: number;
  /** Whether somebody wanted the worker that has become idle. */
  readonly offer: (worker: StoreWorker) => boolean;
  readonly log: Log;
}

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 30_000;

/**
 * Keeps a number of loaded workers: starts them, and replaces those that are given up. An idle worker is handed to
 * `offer` first, and kept only when nobody there wants it.
 */
export class WorkerPool {
  /** Resolves when the first worker is loaded; rejects with a `Fault` when it cannot be. */
  readonly ready: Promise<void>;
  readonly #startWorker: () => StoreWorker;
  readonly #offer: (worker: StoreWorker) => boolean;
  readonly #log: Log;
  readonly #all = new Set<StoreWorker>();
  readonly #idle: StoreWorker[] = [];
  /** Those that would better be replaced, when another is idle. */
  readonly #grown = new WeakSet<StoreWorker>();
  readonly #dead = new WeakMap<StoreWorker, string>();
  readonly #closing = new AbortController();
  #quads = 0;
  #replaced = 0;
  #hasLoaded = false;

  constructor({ start, workers, offer, log }: PoolOptions) {
    this.#startWorker = start;
    this.#offer = offer;
    this.#log = log;
    this.ready = Promise.race(Array.from({ length: workers }, () => this.#start()));
    // Whoever asks for `ready` hears of a failure; nobody asking must not end the process.
    this.ready.catch(() => {});
  }

  get quads(): number {
    return this.#quads;
  }

  /** Whether a worker has ever been loaded: from then on there will be another, for who waits. */
  get hasLoaded(): boolean {
    return this.#hasLoaded;
  }

  /** Workers there are, those that are loading included. */
  get size(): number {
    return this.#all.size;
  }

  get idle(): number {
    return this.#idle.length;
  }

  get replaced(): number {
    return this.#replaced;
  }

  /** An idle worker, which is then the caller's until given back or replaced. */
  take(): StoreWorker | undefined {
    return this.#idle.pop();
  }

  giveBack(worker: StoreWorker, hasGrown = false): void {
    if (this.#closing.signal.aborted) return;
    const death = this.#dead.get(worker);
    if (death !== undefined) return void this.replace(worker, death);
    if (hasGrown) this.#grown.add(worker);
    if (this.#offer(worker)) return;
    this.#idle.push(worker);
    this.#renew();
  }

  /** Stops a worker, whatever it is doing, and loads another; resolves when that one has loaded. */
  async replace(worker: StoreWorker, why: string): Promise<void> {
    if (this.#closing.signal.aborted || !this.#forget(worker)) return;
    this.#replaced += 1;
    this.#log('store worker replaced', { why });
    void worker.stop();
    await this.#startAgain();
  }

  /** Replaces an idle worker whose memory has grown, where another idle one is left. */
  #renew(): void {
    const grown = this.#idle.find((worker) => this.#grown.has(worker));
    if (grown && this.#idle.length > 1) void this.replace(grown, 'memory grown');
  }

  /** Whether it was one of the workers until now. */
  #forget(worker: StoreWorker): boolean {
    const place = this.#idle.indexOf(worker);
    if (place >= 0) this.#idle.splice(place, 1);
    return this.#all.delete(worker);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([...this.#all].map((worker) => worker.stop()));
  }

  async #start(): Promise<void> {
    const worker = this.#startWorker();
    this.#all.add(worker);
    try {
      this.#quads = await worker.loaded;
    } catch (error) {
      this.#all.delete(worker);
      throw error;
    }
    this.#hasLoaded = true;
    void worker.ended?.then((reason) => this.#bury(worker, reason));
    this.giveBack(worker);
  }

  /** A worker that died: replaced at once when idle, else by who holds it. */
  #bury(worker: StoreWorker, reason: string): void {
    this.#dead.set(worker, reason);
    if (this.#idle.includes(worker)) void this.replace(worker, reason);
  }

  /** A replacement that cannot load (a full memory, a file on its way) is tried again, more and more slowly. */
  async #startAgain(pause = FIRST_PAUSE): Promise<void> {
    try {
      await this.#start();
    } catch (error) {
      if (this.#closing.signal.aborted) return;
      this.#log('store worker could not load', { reason: String(error), retryMilliseconds: pause });
      const woken = await sleep(pause, true, { ref: false, signal: this.#closing.signal }).catch(() => false);
      if (woken) await this.#startAgain(Math.min(pause * 2, LONGEST_PAUSE));
    }
  }
}
