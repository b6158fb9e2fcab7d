import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkerData } from './messages.ts';
import { type StoreWorker, startWorker } from './store-worker.ts';

/** Something worth a line in the log. */
export type Log = (event: string, details?: Readonly<Record<string, unknown>>) => void;

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 30_000;

/**
 * Keeps a number of loaded workers: starts them, and replaces those that are given up. An idle worker is handed to
 * `offer` first, and kept only when nobody there wants it.
 */
export class WorkerPool {
  /** Resolves when the first worker is loaded; rejects with a `Fault` when it cannot be. */
  readonly ready: Promise<void>;
  readonly #data: WorkerData;
  readonly #offer: (worker: StoreWorker) => boolean;
  readonly #log: Log;
  readonly #all = new Set<StoreWorker>();
  readonly #idle: StoreWorker[] = [];
  readonly #closing = new AbortController();
  #quads = 0;
  #hasLoaded = false;

  constructor(data: WorkerData, count: number, offer: (worker: StoreWorker) => boolean, log: Log) {
    this.#data = data;
    this.#offer = offer;
    this.#log = log;
    this.ready = Promise.race(Array.from({ length: count }, () => this.#start()));
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

  /** An idle worker, which is then the caller's until given back or replaced. */
  take(): StoreWorker | undefined {
    return this.#idle.pop();
  }

  giveBack(worker: StoreWorker): void {
    if (!this.#closing.signal.aborted && !this.#offer(worker)) this.#idle.push(worker);
  }

  /** Stops a worker, whatever it is doing, and loads another. */
  replace(worker: StoreWorker, why: string): void {
    if (this.#closing.signal.aborted) return;
    this.#all.delete(worker);
    this.#log('store worker replaced', { why });
    void worker.stop();
    void this.#startAgain();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([...this.#all].map((worker) => worker.stop()));
  }

  async #start(): Promise<void> {
    const worker = startWorker(this.#data);
    this.#all.add(worker);
    try {
      this.#quads = await worker.loaded;
    } catch (error) {
      this.#all.delete(worker);
      throw error;
    }
    this.#hasLoaded = true;
    this.giveBack(worker);
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
