import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Probe } from './image-probes.ts';
import type { ImageOptions } from './messages.ts';
import { oxigraphFiles } from './oxigraph-module.ts';

/**
 * What an image says of itself. The file: eight bytes of name, length and CRC-32 of this header (32 bits each, little
 * endian), the header as JSON, then the parts of the memory that are not zero, one behind the other.
 */
export interface ImageHeader {
  /** Of release and package: that of the file's name. */
  readonly key: string;
  /** Bytes of the memory. */
  readonly bytes: number;
  /** Parts of it that are not zero: from, to. */
  readonly parts: readonly (readonly [number, number])[];
  /** CRC-32 of these parts. */
  readonly crc32: number;
  /** Address of the store in the memory. */
  readonly pointer: number;
  readonly quads: number;
  readonly externrefs: KeptValues;
  readonly probes: readonly Probe[];
}

/** Values of a table, by their place; the others are null. */
export interface KeptValues {
  readonly length: number;
  readonly values: readonly (readonly [number, KeptValue])[];
}

/** A value that JSON can tell, or one of two that it cannot. */
export type KeptValue =
  | { readonly is: 'value'; readonly value: string | number | boolean }
  | { readonly is: 'undefined' }
  | { readonly is: 'global' };

const NAME = Buffer.from('CIMAIMG1');
const FIXED_BYTES = NAME.length + 8;
const MOST_HEADER_BYTES = 64 << 20;

/** An image that is not used, or not made, and why. */
export class NoImage extends Error {}

/** Key and file of the image of a release under the package that is installed. */
export function imageOf({ folder, key }: ImageOptions): { readonly key: string; readonly file: string } {
  const hash = createHash('sha256').update(JSON.stringify([NAME.toString(), key]));
  for (const file of oxigraphFiles()) hash.update(createHash('sha256').update(readFileSync(file)).digest());
  const whole = hash.digest('hex');
  return { key: whole, file: join(folder, `store-${whole.slice(0, 32)}.image`) };
}

export function encodeHeader(header: ImageHeader): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const fixed = Buffer.alloc(FIXED_BYTES);
  NAME.copy(fixed);
  fixed.writeUInt32LE(json.length, NAME.length);
  fixed.writeUInt32LE(crc32(json), NAME.length + 4);
  return Buffer.concat([fixed, json]);
}

/** Reads the header; `bytes` is its length in the file. @throws NoImage */
export function readHeader(file: number): { readonly header: ImageHeader; readonly bytes: number } {
  const fixed = readWhole(file, Buffer.alloc(FIXED_BYTES), 0);
  if (!fixed.subarray(0, NAME.length).equals(NAME)) throw new NoImage('It is no image of this version.');
  const length = fixed.readUInt32LE(NAME.length);
  if (length > MOST_HEADER_BYTES) throw new NoImage('Its header is too long.');
  const json = readWhole(file, Buffer.alloc(length), FIXED_BYTES);
  if (crc32(json) !== fixed.readUInt32LE(NAME.length + 4)) throw new NoImage('Its header is damaged.');
  return { header: JSON.parse(json.toString()) as ImageHeader, bytes: FIXED_BYTES + length };
}

/** Fills a buffer from a file at an offset. @throws NoImage where the file ends before */
export function readWhole<B extends Uint8Array>(file: number, into: B, at: number): B {
  for (let done = 0; done < into.length; ) {
    const read = readSync(file, into, { offset: done, position: at + done });
    if (read === 0) throw new NoImage('It is cut.');
    done += read;
  }
  return into;
}
