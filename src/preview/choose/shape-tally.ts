import { valueShape } from './value-shape.ts';

/** Shapes that are told apart in a column; of others it is only known that there are some. */
const MOST_SHAPES = 256;
/** Filled cells below which nothing is strange. */
const FEWEST = 12;
/** A shape that so many of the filled cells have is a usual one. */
const USUAL = 0.05;
/** A column is regular where so many of its cells have a usual shape: where nothing is usual nothing is strange. */
const REGULAR = 0.85;
/** A shape that no more of the filled cells have is strange. */
const STRANGE = 0.01;

interface Counted {
  readonly row: number;
  readonly example: string;
  count: number;
}

/** A cell that does not look like the others of its column. */
export interface StrangeCell {
  readonly row: number;
  readonly value: string;
  /** Cells of such a shape, among the filled ones. */
  readonly count: number;
  readonly filled: number;
  /** In bits: how unexpected it is. */
  readonly surprise: number;
}

const LONGEST_EXAMPLE = 60;

/** Counts what the cells of one column look like, in bounded memory: of each shape the first row that has it is kept. */
export class ShapeTally {
  readonly #shapes = new Map<string, Counted>();
  #filled = 0;

  add(row: number, cell: string): void {
    this.#filled++;
    const shape = valueShape(cell);
    const known = this.#shapes.get(shape);
    if (known) known.count++;
    else if (this.#shapes.size < MOST_SHAPES)
      this.#shapes.set(shape, { row, example: `${cell.slice(0, LONGEST_EXAMPLE)}`, count: 1 });
  }

  /** What is strange in a column that is regular; the least expected first. */
  strange(): readonly StrangeCell[] {
    const filled = this.#filled;
    if (filled < FEWEST) return [];
    const shapes = [...this.#shapes.values()];
    const usual = shapes.filter(({ count }) => count >= USUAL * filled);
    if (usual.reduce((sum, { count }) => sum + count, 0) < REGULAR * filled) return [];
    return shapes
      .filter(({ count }) => count === 1 || count <= STRANGE * filled)
      .map(({ row, example, count }) => ({
        row,
        value: example,
        count,
        filled,
        surprise: Math.log2(filled / count),
      }))
      .sort((a, b) => b.surprise - a.surprise || a.row - b.row);
  }
}
