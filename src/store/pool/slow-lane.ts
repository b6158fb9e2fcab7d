import { createHash } from 'node:crypto';
import type { SparqlQuestion } from '../../model/index.ts';
import { withoutLayout } from '../../sparql/index.ts';
import { type Turn, WaitingLine } from './waiting-line.ts';

/** Questions remembered as slow: the latest ones. */
const MOST_REMEMBERED = 500;

/** A place in the lane. */
const PLACE = Symbol('place');
type Place = typeof PLACE;

/**
 * Places for queries that have run long: one fewer than there are workers, so that a short query soon finds one. Those
 * that find none wait in a bounded line. A question that was slow is remembered: the same one again does not begin before
 * it has a place.
 */
export class SlowLane {
  readonly #places: number;
  readonly #line: WaitingLine<Place>;
  readonly #slow = new Set<string>();
  #taken = 0;

  /** A single worker is its only place: there is nothing to keep free. */
  constructor({ workers, queue }: { readonly workers: number; readonly queue: number }) {
    this.#places = Math.max(1, workers - 1);
    this.#line = new WaitingLine(queue);
  }

  get taken(): number {
    return this.#taken;
  }

  get waiting(): number {
    return this.#line.length;
  }

  isFull(): boolean {
    return this.#taken >= this.#places;
  }

  /** Whether a question is known to be slow: it was, or looks like it. */
  knows(question: SparqlQuestion): boolean {
    return question.isHeavy === true || (this.#slow.size > 0 && this.#slow.has(nameOf(question)));
  }

  /** Takes a place for a query that has turned slow; false when there is none. */
  enter(question: SparqlQuestion): boolean {
    this.#remember(nameOf(question));
    if (this.isFull()) return false;
    this.#taken += 1;
    return true;
  }

  /** Waits for a place, at most so many milliseconds: a `turn` when it is taken. */
  async wait(milliseconds: number, signal: AbortSignal | undefined): Promise<Turn<Place>> {
    if (!this.isFull()) {
      this.#taken += 1;
      return { kind: 'turn', place: PLACE };
    }
    return this.#line.wait(milliseconds, signal);
  }

  /** Gives a place back, to who waits for one. */
  leave(): void {
    if (!this.#line.offer(PLACE, 'first')) this.#taken -= 1;
  }

  /** Sends away who waits. */
  close(): void {
    this.#line.close();
  }

  /** The machine was busy, or the question new. */
  forget(question: SparqlQuestion): void {
    if (this.#slow.size > 0) this.#slow.delete(nameOf(question));
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
    .update(JSON.stringify([withoutLayout(text), defaultGraphs, namedGraphs]))
    .digest('base64');
