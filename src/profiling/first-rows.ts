/** Hashes with the first record that bore each: 12 bytes and a third as much room. */
export class FirstRows {
  #keys = new Float64Array(1 << 12);
  #rows = new Uint32Array(1 << 12);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The record that bore it before, or undefined where this one is the first. */
  add(hash: number, row: number): number | undefined {
    if (this.#size * 4 > this.#keys.length * 3) this.#grow();
    const key = hash === 0 ? 1 : hash;
    const at = this.#slotOf(key);
    if (this.#keys[at] === key) return this.#rows[at];
    this.#keys[at] = key;
    this.#rows[at] = row;
    this.#size++;
    return undefined;
  }

  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    let at = (key >>> 0) & mask;
    while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [keys, rows] = [this.#keys, this.#rows];
    this.#keys = new Float64Array(keys.length * 2);
    this.#rows = new Uint32Array(keys.length * 2);
    keys.forEach((key, index) => {
      if (key === 0) return;
      const at = this.#slotOf(key);
      this.#keys[at] = key;
      this.#rows[at] = rows[index] ?? 0;
    });
  }
}
