const BITS = 12;
const REGISTERS = 1 << BITS;

/** How many different hashes were seen, within 2 % or so, in 4 KiB (HyperLogLog). */
export class DistinctEstimate {
  readonly #registers = new Uint8Array(REGISTERS);

  add(hash: number): void {
    const low = hash >>> 0;
    const at = low & (REGISTERS - 1);
    const rest = (hash - low) / 4294967296 + (low >>> BITS) * 2097152;
    const rank = leadingRank(rest);
    if (rank > (this.#registers[at] ?? 0)) this.#registers[at] = rank;
  }

  count(): number {
    let sum = 0;
    let zeros = 0;
    for (const rank of this.#registers) {
      sum += 2 ** -rank;
      if (rank === 0) zeros++;
    }
    const raw = (0.7213 / (1 + 1.079 / REGISTERS)) * REGISTERS * (REGISTERS / sum);
    if (raw > 2.5 * REGISTERS || zeros === 0) return Math.round(raw);
    return Math.round(REGISTERS * Math.log(REGISTERS / zeros));
  }
}

/** The place of the first bit that is set among 41, from 1. */
function leadingRank(rest: number): number {
  const high = Math.floor(rest / 2 ** 21);
  if (high > 0) return Math.clz32(high) - 12 + 1;
  const low = rest % 2 ** 21;
  return low > 0 ? 20 + Math.clz32(low) - 11 + 1 : 42;
}
