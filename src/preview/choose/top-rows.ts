/** Keeps the rows with the highest scores; of equal ones the first. */
export class TopRows {
  readonly #most: number;
  readonly #rows: [row: number, score: number][] = [];

  constructor(most: number) {
    this.#most = most;
  }

  offer(row: number, score: number): void {
    const rows = this.#rows;
    const last = rows.at(-1);
    if (rows.length >= this.#most && last !== undefined && score <= last[1]) return;
    const at = rows.findIndex(([, other]) => other < score);
    rows.splice(at < 0 ? rows.length : at, 0, [row, score]);
    if (rows.length > this.#most) rows.pop();
  }

  /** The highest first. */
  get rows(): readonly (readonly [row: number, score: number])[] {
    return this.#rows;
  }
}
