/** How waiting ended: with a place (a worker), or why without. */
export type Turn<P> =
  | { readonly kind: 'turn'; readonly place: P }
  | { readonly kind: 'full' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'abandoned' };

interface Waiting<P> {
  readonly isPreferred: boolean;
  readonly end: (turn: Turn<P>) => void;
}

/** A bounded line of questions that wait for a place: a worker, or leave to be slow. */
export class WaitingLine<P> {
  readonly #line: Waiting<P>[] = [];
  readonly #places: number;
  #isClosed = false;

  constructor(places: number) {
    this.#places = places;
  }

  get length(): number {
    return this.#line.length;
  }

  /**
   * Waits for a place, at most so many milliseconds, and no longer than the asker does. Who is preferred is served before
   * all others, and may wait however many there are.
   */
  wait(milliseconds: number, signal: AbortSignal | undefined, isPreferred = false): Promise<Turn<P>> {
    if (this.#isClosed || signal?.aborted) return Promise.resolve({ kind: 'abandoned' });
    if (milliseconds <= 0) return Promise.resolve({ kind: 'expired' });
    if (this.#line.length >= this.#places && !isPreferred) return Promise.resolve({ kind: 'full' });
    return new Promise((resolve) => {
      const leave = (): void => waiting.end({ kind: 'abandoned' });
      const timer = setTimeout(() => waiting.end({ kind: 'expired' }), milliseconds);
      const waiting: Waiting<P> = {
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

  /** Hands a place to who is preferred, or the first in the line, or the last; false when nobody waits. */
  offer(place: P, to: 'first' | 'last'): boolean {
    const next = this.#line.find(({ isPreferred }) => isPreferred) ?? this.#line.at(to === 'first' ? 0 : -1);
    next?.end({ kind: 'turn', place });
    return next !== undefined;
  }

  /** Sends everybody away, and who comes later. */
  close(): void {
    this.#isClosed = true;
    for (const waiting of [...this.#line]) waiting.end({ kind: 'abandoned' });
  }
}
