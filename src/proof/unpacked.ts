import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { unknownPacking } from './web-faults.ts';

type Unpack = () => NodeJS.ReadWriteStream;

/** One row a way of packing, by every name that HTTP, media types and file names have for it. */
const UNPACKS: readonly (readonly [names: readonly string[], unpack: Unpack])[] = [
  [['gzip', 'x-gzip', 'gz', 'application/gzip', 'application/x-gzip'], () => createGunzip()],
  [['zstd', 'zst', 'application/zstd'], () => createZstdDecompress()],
  [['br'], () => createBrotliDecompress()],
  [['deflate'], () => createInflate()],
];

const unpackOf = (name: string): Unpack | undefined => UNPACKS.find(([names]) => names.includes(name))?.[1];

/** Whether a name stands for a packing that can be undone. */
export const isPacking = (name: string): boolean => unpackOf(name.toLowerCase()) !== undefined;

/** A stream without its packing: chunks of bytes. @throws Breach for a packing that nobody asked for */
export function unpacked(stream: Readable, packing: string | undefined): AsyncIterable<Uint8Array> {
  const name = (packing ?? '').trim().toLowerCase();
  if (name === '' || name === 'identity') return stream;
  const unpack = unpackOf(name);
  if (!unpack) throw unknownPacking(name);
  return pipeline(stream, unpack(), () => {}) as unknown as AsyncIterable<Uint8Array>;
}
