/** How waiting ended: with what was waited for, or why without. */
export type Turn<T> =
  | { readonly kind: 'served'; readonly by: T }
  | { readonly kind: 'full' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'abandoned' };

/** How long somebody waits. */
export interface Wait {
  readonly milliseconds: number;
  /** The asker: nobody waits longer than they do. */
  readonly signal: AbortSignal | undefined;
  /** Served before all others, and has a place however many there are. */
  readonly isPreferred?: boolean;
}

interface Waiting<T> {
  readonly isPreferred: boolean;
  readonly end: (turn: Turn<T>) => void;
}

/** A bounded line of questions that wait for something: a worker, a place. */
export class WaitingLine<T> {
  readonly #line: Waiting<T>[] = [];
  readonly #places: number;
  #isClosed = false;

  constructor(places: number) {
    this.#places = places;
  }

  get length(): number {
    return this.#line.length;
  }

  wait({ milliseconds, signal, isPreferred = false }: Wait): Promise<Turn<T>> {
    if (this.#isClosed || signal?.aborted) return Promise.resolve({ kind: 'abandoned' });
    if (milliseconds <= 0) return Promise.resolve({ kind: 'expired' });
    if (this.#line.length >= this.#places && !isPreferred) return Promise.resolve({ kind: 'full' });
    return new Promise((resolve) => {
      const leave = (): void => waiting.end({ kind: 'abandoned' });
      const timer = setTimeout(() => waiting.end({ kind: 'expired' }), milliseconds);
      const waiting: Waiting<T> = {
        isPreferred,
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

  /** Serves who is preferred, or the first in the line, or the last; false when nobody waits. */
  offer(by: T, to: 'first' | 'last'): boolean {
    const next = this.#line.find(({ isPreferred }) => isPreferred) ?? this.#line.at(to === 'first' ? 0 : -1);
    next?.end({ kind: 'served', by });
    return next !== undefined;
  }

  /** Sends everybody away, and who comes later. */
  close(): void {
    this.#isClosed = true;
    for (const waiting of [...this.#line]) waiting.end({ kind: 'abandoned' });
  }
}
