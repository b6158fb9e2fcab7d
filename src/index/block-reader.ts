import type { Buffer } from 'node:buffer';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { BlockPacker } from './description-block.ts';

/** Blocks that are kept unpacked: who reads a dataset in its order asks for the same again and again. */
const MOST_UNPACKED = 64;

/** Reads blocks of descriptions. */
export class BlockReader {
  readonly #packer: BlockPacker;
  readonly #holding: StatementSync;
  readonly #unpacked = new Map<number, Buffer>();

  constructor(database: DatabaseSync, packer: BlockPacker) {
    this.#packer = packer;
    this.#holding = database.prepare(
      'SELECT first, block FROM descriptions WHERE first <= ? ORDER BY first DESC LIMIT 1',
    );
  }

  /** The text of the block that holds a thing, by the thing's number. */
  for(id: number): Buffer | undefined {
    const found = this.#holding.get(id) as { first: number; block: Uint8Array } | undefined;
    if (!found) return undefined;
    const { first } = found;
    const known = this.#unpacked.get(first);
    if (known) return known;
    const block = this.#packer.unpack(found.block);
    const [oldest] = this.#unpacked.keys();
    if (this.#unpacked.size >= MOST_UNPACKED && oldest !== undefined) this.#unpacked.delete(oldest);
    this.#unpacked.set(first, block);
    return block;
  }
}
