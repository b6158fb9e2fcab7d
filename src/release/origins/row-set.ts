/** Rows of a source: a bit each. */
export class RowSet {
  #bits = new Uint8Array(1 << 12);

  add(row: number): void {
    const at = row >> 3;
    if (at >= this.#bits.length) this.#grow(at + 1);
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (row & 7));
  }

  has(row: number): boolean {
    return ((this.#bits[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
  }

  #grow(least: number): void {
    const larger = new Uint8Array(Math.max(least, this.#bits.length * 2));
    larger.set(this.#bits);
    this.#bits = larger;
  }
}
