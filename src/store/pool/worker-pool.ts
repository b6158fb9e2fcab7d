import { setTimeout as sleep } from 'node:timers/promises';
import type { StoreWorker } from './store-worker.ts';

/** Something worth a line in the log. */
export type Log = (event: string, details?: Readonly<Record<string, unknown>>) => void;

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

  giveBack(worker: StoreWorker): void {
    const death = this.#dead.get(worker);
    if (death !== undefined) this.replace(worker, death);
    else if (!this.#closing.signal.aborted && !this.#offer(worker)) this.#idle.push(worker);
  }

  /** Stops a worker, whatever it is doing, and loads another. */
  replace(worker: StoreWorker, why: string): void {
    if (this.#closing.signal.aborted) return;
    this.#all.delete(worker);
    this.#replaced += 1;
    this.#log('store worker replaced', { why });
    void worker.stop();
    void this.#startAgain();
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
    const place = this.#idle.indexOf(worker);
    if (place < 0) return;
    this.#idle.splice(place, 1);
    this.replace(worker, reason);
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
