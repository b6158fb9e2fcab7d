import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { keyOf, unpacked } from './origin-tables.ts';

/** Blocks that are kept unpacked: pages of neighbours are read one after the other. */
const MOST_BLOCKS = 32;

/** Finds single lines in blocks. */
export class LineReader {
  readonly #holding: StatementSync;
  readonly #numberOf: (line: string) => number;
  readonly #blocks = new Map<number, ReadonlyMap<number, string>>();

  constructor(
    database: DatabaseSync,
    table: 'origin_things' | 'origin_cells',
    numberOf: (line: string) => number,
  ) {
    this.#holding = database.prepare(
      `SELECT key, block FROM ${table} WHERE key BETWEEN ? AND ? ORDER BY key DESC LIMIT 1`,
    );
    this.#numberOf = numberOf;
  }

  find(dataset: number, number: number): string | undefined {
    const found = this.#holding.get(keyOf(dataset, 0), keyOf(dataset, number));
    if (!found) return undefined;
    const { key, block } = found as unknown as { key: number; block: Uint8Array };
    const known = this.#blocks.get(key) ?? this.#open(key, block);
    return known.get(number);
  }

  #open(key: number, block: Uint8Array): ReadonlyMap<number, string> {
    const lines = unpacked(block).split('\n');
    const byNumber = new Map(lines.map((line) => [this.#numberOf(line), line]));
    const [oldest] = this.#blocks.keys();
    if (this.#blocks.size >= MOST_BLOCKS && oldest !== undefined) this.#blocks.delete(oldest);
    this.#blocks.set(key, byNumber);
    return byNumber;
  }
}
