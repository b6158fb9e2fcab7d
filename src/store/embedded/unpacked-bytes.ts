import { Buffer } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const TRAILER_BYTES = 4;

/**
 * Bytes that gzip files hold, as they say at their ends (RFC 1952, ISIZE); what is not there holds none, and is complained
 * of when it is loaded. Never less than the files have: the number is one of 32 bits.
 */
export const unpackedBytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + bytesOf(file), 0);

function bytesOf(file: string): number {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    return 0;
  }
  try {
    const { size } = fstatSync(descriptor);
    const trailer = Buffer.alloc(TRAILER_BYTES);
    if (size > TRAILER_BYTES) readSync(descriptor, trailer, { position: size - TRAILER_BYTES });
    return Math.max(size, trailer.readUInt32LE());
  } finally {
    closeSync(descriptor);
  }
}
