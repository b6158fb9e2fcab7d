import type { StoreWorker } from './store-worker.ts';

/** How waiting ended: with a worker, or why without. */
export type Turn =
  | { readonly kind: 'worker'; readonly worker: StoreWorker }
  | { readonly kind: 'full' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'abandoned' };

interface Waiting {
  readonly end: (turn: Turn) => void;
}

/** A bounded line of questions that wait for a worker. */
export class WaitingLine {
  readonly #line: Waiting[] = [];
  readonly #places: number;

  constructor(places: number) {
    this.#places = places;
  }

  get length(): number {
    return this.#line.length;
  }

  /** Waits for a worker, at most so many milliseconds, and no longer than the asker does. */
  wait(milliseconds: number, signal: AbortSignal | undefined): Promise<Turn> {
    if (this.#line.length >= this.#places) return Promise.resolve({ kind: 'full' });
    return new Promise((resolve) => {
      const leave = (): void => waiting.end({ kind: 'abandoned' });
      const timer = setTimeout(() => waiting.end({ kind: 'expired' }), milliseconds);
      const waiting: Waiting = {
        end: (turn) => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', leave);
          const place = this.#line.indexOf(waiting);
          if (place >= 0) this.#line.splice(place, 1);
          resolve(turn);
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#line.push(waiting);
    });
  }

  /** Hands a worker to the first in the line, or to the last; false when nobody waits. */
  offer(worker: StoreWorker, to: 'first' | 'last'): boolean {
    const next = this.#line.at(to === 'first' ? 0 : -1);
    next?.end({ kind: 'worker', worker });
    return next !== undefined;
  }

  /** Sends everybody away. */
  close(): void {
    for (const waiting of [...this.#line]) waiting.end({ kind: 'abandoned' });
  }
}
