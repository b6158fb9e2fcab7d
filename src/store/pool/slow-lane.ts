import { createHash } from 'node:crypto';
import type { SparqlQuestion } from '../../model/index.ts';

/** Questions remembered as slow: the latest ones. */
const MOST_REMEMBERED = 500;

/**
 * Places for queries that have run long: one fewer than there are workers, so that a short query soon finds one. A
 * question that was slow is remembered: the same one again does not begin while every place is taken.
 */
export class SlowLane {
  readonly #places: number;
  readonly #slow = new Set<string>();
  #taken = 0;

  /** A single worker is its only place: there is nothing to keep free. */
  constructor(workers: number) {
    this.#places = Math.max(1, workers - 1);
  }

  get taken(): number {
    return this.#taken;
  }

  isFull(): boolean {
    return this.#taken >= this.#places;
  }

  isShutTo(question: SparqlQuestion): boolean {
    return this.isFull() && this.#slow.has(nameOf(question));
  }

  /** Takes a place for a query that has turned slow; false when there is none. */
  enter(question: SparqlQuestion): boolean {
    this.#remember(nameOf(question));
    if (this.isFull()) return false;
    this.#taken += 1;
    return true;
  }

  leave(): void {
    this.#taken -= 1;
  }

  #remember(name: string): void {
    this.#slow.delete(name);
    this.#slow.add(name);
    const [oldest] = this.#slow;
    if (oldest !== undefined && this.#slow.size > MOST_REMEMBERED) this.#slow.delete(oldest);
  }
}

const nameOf = ({ text, defaultGraphs, namedGraphs }: SparqlQuestion): string =>
  createHash('sha256')
    .update(JSON.stringify([text, defaultGraphs, namedGraphs]))
    .digest('base64');
