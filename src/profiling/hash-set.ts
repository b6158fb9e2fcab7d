/** Hashes in 8 bytes each and a half as much room: a million take 16 MB. 0 is nobody's hash. */
export class HashSet {
  #slots = new Float64Array(1 << 12);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Whether it was not there before. */
  add(hash: number): boolean {
    if (this.#size * 4 > this.#slots.length * 3) this.#grow();
    const key = hash === 0 ? 1 : hash;
    const at = this.#slotOf(key);
    if (this.#slots[at] === key) return false;
    this.#slots[at] = key;
    this.#size++;
    return true;
  }

  has(hash: number): boolean {
    const key = hash === 0 ? 1 : hash;
    return this.#slots[this.#slotOf(key)] === key;
  }

  *hashes(): Generator<number> {
    for (const one of this.#slots) if (one !== 0) yield one;
  }

  #slotOf(key: number): number {
    const mask = this.#slots.length - 1;
    let at = (key >>> 0) & mask;
    while (this.#slots[at] !== 0 && this.#slots[at] !== key) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Float64Array(before.length * 2);
    for (const one of before) if (one !== 0) this.#slots[this.#slotOf(one)] = one;
  }
}
