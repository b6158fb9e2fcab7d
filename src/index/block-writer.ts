import type { DatabaseSync } from 'node:sqlite';
import { BLOCK_CHARACTERS, BlockPacker, type ThingText, thingText } from './description-block.ts';

/** Writes descriptions that come in order, some to a block. */
export class BlockWriter {
  readonly #packer: BlockPacker;
  readonly #insert;
  #first = 0;
  #texts: string[] = [];
  #characters = 0;

  constructor(database: DatabaseSync, dictionary: Uint8Array) {
    this.#packer = new BlockPacker(dictionary);
    this.#insert = database.prepare('INSERT INTO descriptions VALUES (?, ?)');
  }

  add(thing: ThingText): void {
    const text = thingText(thing);
    // A thing with a long text is in a block of its own: its neighbours are found as quickly as ever.
    if (this.#characters + text.length > BLOCK_CHARACTERS) this.close();
    if (this.#texts.length === 0) this.#first = thing.id;
    this.#texts.push(text);
    this.#characters += text.length;
  }

  close(): void {
    if (this.#texts.length > 0) this.#insert.run(this.#first, this.#packer.pack(this.#texts.join('')));
    this.#texts = [];
    this.#characters = 0;
  }
}
