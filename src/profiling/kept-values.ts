import { copied } from '../sources/index.ts';
import type { Seen } from './kind-choice.ts';

/** A value that is kept: how often it was met, and in which record first. */
export interface Kept {
  count: number;
  readonly row: number;
}

/** Whether looking values up is worth while is judged each time so many were looked for. */
const EACH = 2048;
const LEAST_FOUND = 0.02;

/**
 * Different values with their counts. Once closed to new ones, it is no longer asked where hardly any value is found in
 * it: those are counted elsewhere then.
 */
export class KeptValues {
  readonly #values = new Map<string, Kept>();
  characters = 0;
  #isClosed = false;
  #isAsked = true;
  #asked = 0;
  #found = 0;

  get size(): number {
    return this.#values.size;
  }

  get(text: string): Kept | undefined {
    if (!this.#isAsked) return undefined;
    const found = this.#values.get(text);
    if (this.#isClosed) this.#judge(found !== undefined);
    return found;
  }

  keep(text: string, row: number): void {
    this.characters += text.length;
    this.#values.set(copied(text), { count: 1, row });
  }

  close(): void {
    this.#isClosed = true;
  }

  all(): Seen[] {
    return [...this.#values].map(([text, { count, row }]) => ({ text, count, row }));
  }

  #judge(isFound: boolean): void {
    this.#asked++;
    if (isFound) this.#found++;
    if (this.#asked < EACH) return;
    this.#isAsked = this.#found >= this.#asked * LEAST_FOUND;
    this.#asked = 0;
    this.#found = 0;
  }
}
