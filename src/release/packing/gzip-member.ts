import { constants, crc32, deflateRawSync } from 'node:zlib';
import { joinedCrc32 } from './crc32.ts';

/** RFC 1952: deflate, no name, no time, made on Unix. */
export const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
export const GZIP_LEVEL = 6;

/** What is known of a text that has been deflated: enough to put it after others. */
export interface Deflated {
  /** Of the text. */
  readonly length: number;
  readonly crc32: number;
}

/** A piece of text deflated by itself: it ends on a whole byte and refers to nothing before it. */
export interface DeflatedPiece extends Deflated {
  readonly bytes: Buffer;
}

export function deflatedPiece(text: string): DeflatedPiece {
  const plain = Buffer.from(text);
  const bytes = deflateRawSync(plain, { level: GZIP_LEVEL, finishFlush: constants.Z_FULL_FLUSH });
  return { bytes, length: plain.length, crc32: crc32(plain) };
}

/** The last block, and what comes after it. */
export function gzipEnd({ length, crc32 }: Deflated): Buffer {
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32, 0);
  trailer.writeUInt32LE(length % 2 ** 32, 4);
  return Buffer.concat([deflateRawSync(''), trailer]);
}

/** Of nothing. */
export const NOTHING_DEFLATED: Deflated = { length: 0, crc32: 0 };

export const followedBy = (first: Deflated, second: Deflated): Deflated => ({
  length: first.length + second.length,
  crc32: joinedCrc32(first.crc32, second.crc32, second.length),
});
