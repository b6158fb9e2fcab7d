import { createHash } from 'node:crypto';

/**
 * Draws at most `size` texts: those whose hash with the seed is smallest. Each text has the same chance however often and
 * in whatever order it comes, and the same seed draws the same from the same texts.
 */
export class Sample {
  readonly #size: number;
  readonly #seed: string;
  /** Sorted by hash. */
  #drawn: { readonly rank: string; readonly text: string }[] = [];

  constructor(size: number, seed: string) {
    this.#size = size;
    this.#seed = seed;
  }

  offer(text: string): void {
    const rank = createHash('sha256').update(`${this.#seed} ${text}`).digest('hex');
    const last = this.#drawn.at(-1);
    if (this.#size === 0 || (this.#drawn.length >= this.#size && last !== undefined && rank >= last.rank))
      return;
    if (this.#drawn.some((one) => one.rank === rank)) return;
    this.#drawn = [...this.#drawn, { rank, text }]
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .slice(0, this.#size);
  }

  /** In the order of the texts. */
  drawn(): readonly string[] {
    return this.#drawn.map(({ text }) => text).sort();
  }
}
