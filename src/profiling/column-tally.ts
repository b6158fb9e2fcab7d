import { OrderWatch } from './identity-watch.ts';
import { KeptValues } from './kept-values.ts';
import type { Seen } from './kind-choice.ts';
import { LateCells } from './late-cells.ts';
import { hasMarkup } from './value-forms.ts';

export interface TallyBounds {
  /** Different values that are kept, with their counts. */
  readonly values: number;
  /** Characters of them all. */
  readonly characters: number;
}

/** Different values that are kept of all columns together. */
const VALUES = 60_000;
const CHARACTERS = 4_000_000;

/** Bounds of one column among so many. */
export const boundsFor = (columns: number): TallyBounds => ({
  values: Math.min(10_000, Math.max(1_500, Math.floor(VALUES / columns))),
  characters: Math.max(60_000, Math.floor(CHARACTERS / columns)),
});

/**
 * One column, cell by cell. Different values are kept with their counts up to a bound; past it what is left is decided
 * from them (how cells are separated, which kinds are possible), and each further cell is only counted.
 */
export class ColumnTally {
  readonly name: string;
  filled = 0;
  longest = 0;
  html = 0;
  readonly order = new OrderWatch();
  readonly #bounds: TallyBounds;
  readonly #values = new KeptValues();
  #late: LateCells | undefined;

  constructor(name: string, bounds: TallyBounds) {
    this.name = name;
    this.#bounds = bounds;
  }

  /** A cell that is there. White space alone counts as nothing. */
  add(cell: string, row: number): void {
    const first = cell.charCodeAt(0);
    if ((first <= 32 || first === 160) && cell.trim() === '') return;
    this.filled++;
    if (cell.length > this.longest) this.longest = cell.length;
    this.order.add(cell, row);
    const known = this.#values.get(cell);
    if (known !== undefined) known.count++;
    else if (this.#late === undefined && this.#hasRoom(cell)) this.#values.keep(cell, row);
    else this.#addLate(cell, row);
    if (this.#late !== undefined) this.#late.note(cell, row, known !== undefined);
  }

  #hasRoom({ length }: string): boolean {
    const { size, characters } = this.#values;
    return size < this.#bounds.values && characters + length < this.#bounds.characters;
  }

  #addLate(cell: string, row: number): void {
    if (this.#late === undefined) {
      this.#late = new LateCells(this.seen(), this.filled - 1);
      this.#values.close();
      for (const { text, count } of this.seen()) this.#late.recall(text, count);
    }
    this.#late.add(cell, row);
    if (hasMarkup(cell)) this.html++;
  }

  /** Different cells with their counts: all of them, or those met first. */
  seen(): Seen[] {
    return this.#values.all();
  }

  /** What was only counted, where there was too much to keep. */
  get late(): LateCells | undefined {
    return this.#late;
  }

  get distinct(): number {
    return this.#late === undefined ? this.#values.size : this.#late.distinct;
  }

  get isDistinctExact(): boolean {
    return this.#late === undefined || this.#late.isExact;
  }
}
