import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceThread } from './service-thread.ts';

export interface ServiceThreadsOptions {
  readonly start: () => ServiceThread;
  /** Threads at once. */
  readonly threads: number;
  /** Queries that may wait for one. */
  readonly queue: number;
  /** How long a thread is kept without work: loading the engine takes seconds. */
  readonly idleMilliseconds: number;
}

export type ThreadTurn =
  | { readonly kind: 'thread'; readonly thread: ServiceThread }
  | { readonly kind: 'full' }
  | { readonly kind: 'aborted' };

/** Milliseconds in which a request that was given up should have ended. */
const GRACE = 500;

type Waiting = (turn: ThreadTurn) => void;

/** Threads for queries with SERVICE: each belongs to one query at a time, is started when needed and dies when idle. */
export class ServiceThreads {
  readonly #options: ServiceThreadsOptions;
  readonly #all = new Set<ServiceThread>();
  readonly #idle = new Map<ServiceThread, NodeJS.Timeout>();
  readonly #line: Waiting[] = [];
  #taken = 0;

  constructor(options: ServiceThreadsOptions) {
    this.#options = options;
  }

  get waiting(): number {
    return this.#line.length;
  }

  /** A thread, which is then the caller's until given back or ended. */
  take(signal: AbortSignal): Promise<ThreadTurn> {
    if (signal.aborted) return Promise.resolve({ kind: 'aborted' });
    if (this.#taken < this.#options.threads) {
      this.#taken += 1;
      return Promise.resolve({ kind: 'thread', thread: this.#warmest() });
    }
    if (this.#line.length >= this.#options.queue) return Promise.resolve({ kind: 'full' });
    return this.#wait(signal);
  }

  /** A thread that is not free is ended. */
  giveBack(thread: ServiceThread): void {
    if (thread.isFree()) this.#keep(thread);
    else this.#end(thread);
  }

  /**
   * Takes back a thread whose asker has left or is out of time. Loading the engine costs more than a moment of waiting:
   * only what does not stop by itself is ended.
   */
  async recall(thread: ServiceThread): Promise<void> {
    thread.cancel();
    const until = performance.now() + GRACE;
    while (!thread.isFree() && performance.now() < until) await sleep(GRACE / 20);
    this.giveBack(thread);
  }

  /** Ends a thread, whatever it is doing; who waits gets another. */
  #end(thread: ServiceThread): void {
    this.#drop(thread);
    const next = this.#line.shift();
    if (next) next({ kind: 'thread', thread: this.#started() });
    else this.#taken -= 1;
  }

  async close(): Promise<void> {
    for (const next of this.#line.splice(0)) next({ kind: 'aborted' });
    for (const timer of this.#idle.values()) clearTimeout(timer);
    await Promise.all([...this.#all].map((thread) => thread.stop()));
  }

  #wait(signal: AbortSignal): Promise<ThreadTurn> {
    return new Promise((resolve) => {
      const end: Waiting = (turn) => {
        signal.removeEventListener('abort', leave);
        resolve(turn);
      };
      const leave = (): void => {
        this.#line.splice(this.#line.indexOf(end), 1);
        end({ kind: 'aborted' });
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#line.push(end);
    });
  }

  /** The next in the line has it, or it waits for the next query. */
  #keep(thread: ServiceThread): void {
    const next = this.#line.shift();
    if (next) {
      next({ kind: 'thread', thread });
    } else {
      this.#taken -= 1;
      const timer = setTimeout(() => this.#drop(thread), this.#options.idleMilliseconds);
      this.#idle.set(thread, timer.unref());
    }
  }

  #warmest(): ServiceThread {
    const [kept] = this.#idle.keys();
    if (!kept) return this.#started();
    clearTimeout(this.#idle.get(kept));
    this.#idle.delete(kept);
    if (kept.isFree()) return kept;
    this.#drop(kept);
    return this.#warmest();
  }

  #started(): ServiceThread {
    const thread = this.#options.start();
    this.#all.add(thread);
    return thread;
  }

  #drop(thread: ServiceThread): void {
    clearTimeout(this.#idle.get(thread));
    this.#idle.delete(thread);
    this.#all.delete(thread);
    void thread.stop();
  }
}
