import { copied } from '../sources/index.ts';

/** So many records at most are kept, fewer of those with many columns. */
const MOST = 1024;
const CELLS = 32_000;
const LONGEST = 120;

/** Records spread over the whole file, however long it is: each second one is dropped when there are too many. */
export class RowSample {
  readonly #rows = new Map<number, string[]>();
  #stride = 1;
  readonly #most: number;

  constructor(columns: number) {
    this.#most = Math.max(256, Math.min(MOST, Math.floor(CELLS / Math.max(1, columns))));
  }

  wants(row: number): boolean {
    if ((row - 1) % this.#stride !== 0) return false;
    if (this.#rows.size >= this.#most) this.#thin();
    return (row - 1) % this.#stride === 0;
  }

  keep(row: number, column: number, cell: string): void {
    let cells = this.#rows.get(row);
    if (cells === undefined) {
      cells = [];
      this.#rows.set(row, cells);
    }
    cells[column] = copied(cell.length > LONGEST ? cell.slice(0, LONGEST) : cell);
  }

  /** Cells by column, with holes where there is none. */
  rows(): readonly (readonly [row: number, cells: readonly (string | undefined)[]])[] {
    return [...this.#rows];
  }

  #thin(): void {
    this.#stride *= 2;
    for (const row of this.#rows.keys()) if ((row - 1) % this.#stride !== 0) this.#rows.delete(row);
  }
}
