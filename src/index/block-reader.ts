import { Buffer } from 'node:buffer';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { BlockPacker } from './description-block.ts';

/** Reads blocks of descriptions. */
export class BlockReader {
  readonly #packer: BlockPacker;
  readonly #holding: StatementSync;
  /** Who reads a dataset in its order asks for the same block again and again. */
  #latest: { readonly first: number; readonly block: Buffer } = { first: 0, block: Buffer.alloc(0) };

  constructor(database: DatabaseSync, packer: BlockPacker) {
    this.#packer = packer;
    this.#holding = database.prepare(
      'SELECT first, block FROM descriptions WHERE first <= ? ORDER BY first DESC LIMIT 1',
    );
    this.#holding.setReturnArrays(true);
  }

  /** The text of the block that holds a thing, by the thing's number; to be read before the next is asked for. */
  for(id: number): Buffer | undefined {
    const found = this.#holding.get(id) as unknown as [first: number, block: Uint8Array] | undefined;
    if (!found) return undefined;
    const [first, packed] = found;
    if (first === this.#latest.first) return this.#latest.block;
    // Should unpacking fail, the room holds no block.
    this.#latest = { first: 0, block: this.#latest.block };
    this.#latest = { first, block: this.#packer.unpack(packed) };
    return this.#latest.block;
  }
}
