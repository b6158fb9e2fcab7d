import type { Buffer } from 'node:buffer';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { BlockPacker } from './description-block.ts';

/** Blocks that are kept unpacked: who reads a dataset in its order asks for the same again and again. */
const MOST_UNPACKED = 64;

/** Reads blocks of descriptions. */
export class BlockReader {
  readonly #packer: BlockPacker;
  readonly #packed: StatementSync;
  readonly #first: StatementSync;
  readonly #unpacked = new Map<number, Buffer>();

  constructor(database: DatabaseSync, packer: BlockPacker) {
    this.#packer = packer;
    this.#first = database.prepare('SELECT max(first) AS first FROM descriptions WHERE first <= ?');
    this.#packed = database.prepare('SELECT block FROM descriptions WHERE first = ?');
  }

  /** The text of the block that holds a thing, by the thing's number. */
  for(id: number): Buffer | undefined {
    const first = this.#first.get(id)?.['first'];
    if (typeof first !== 'number') return undefined;
    const known = this.#unpacked.get(first);
    if (known) return known;
    const block = this.#packer.unpack(this.#packed.get(first)?.['block'] as Uint8Array);
    const [oldest] = this.#unpacked.keys();
    if (this.#unpacked.size >= MOST_UNPACKED && oldest !== undefined) this.#unpacked.delete(oldest);
    this.#unpacked.set(first, block);
    return block;
  }
}
