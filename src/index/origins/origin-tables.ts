import type { Buffer } from 'node:buffer';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/**
 * Datasets that a mapping made, with the columns of their records and the rules of their mapping (JSON, packed); things
 * with their records, and records with their cells, in packed blocks of lines by the key of the first line in each.
 */
export const ORIGIN_TABLES = `
  CREATE TABLE origin_datasets (id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, rules BLOB NOT NULL,
    columns BLOB NOT NULL, files TEXT NOT NULL);
  CREATE TABLE origin_things (key INTEGER PRIMARY KEY, block BLOB NOT NULL);
  CREATE TABLE origin_cells (key INTEGER PRIMARY KEY, block BLOB NOT NULL);
`;

/** Characters in a block: unpacked in some twenty microseconds. */
const BLOCK_CHARACTERS = 16_384;
/** Numbers of things and rows are below it. */
const MOST = 2 ** 36;

/** The key of a thing, or of a record, of a dataset: one range a dataset. */
export const keyOf = (dataset: number, number: number): number => dataset * MOST + number;

export const packed = (text: string): Buffer =>
  zstdCompressSync(text, {
    params: { [constants.ZSTD_c_compressionLevel]: 6, [constants.ZSTD_c_checksumFlag]: 1 },
  });

/** @throws Error where the octets are damaged */
export const unpacked = (block: Uint8Array): string => zstdDecompressSync(block).toString('utf8');

/** Gathers lines that come in order into blocks. */
export class LineBlocks {
  readonly #write: (first: number, block: Buffer) => void;
  #first = 0;
  #lines: string[] = [];
  #characters = 0;

  constructor(write: (first: number, block: Buffer) => void) {
    this.#write = write;
  }

  add(number: number, line: string): void {
    if (this.#characters + line.length > BLOCK_CHARACTERS) this.close();
    if (this.#lines.length === 0) this.#first = number;
    this.#lines.push(line);
    this.#characters += line.length + 1;
  }

  close(): void {
    if (this.#lines.length > 0) this.#write(this.#first, packed(this.#lines.join('\n')));
    this.#lines = [];
    this.#characters = 0;
  }
}
