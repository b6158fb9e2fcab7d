import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ReleaseFile } from '../../model/index.ts';

/** A file that was written, measured on the way. */
export type HashedFile = Pick<ReleaseFile, 'path' | 'bytes' | 'sha256'>;

/** Writes bytes to `<folder>/<path>`, and sees to it that they are on the disk. */
export async function writeHashed(
  parts: AsyncIterable<Uint8Array>,
  { folder, path }: { readonly folder: string; readonly path: string },
): Promise<HashedFile> {
  const absolute = join(folder, path);
  await mkdir(dirname(absolute), { recursive: true });
  // What was taken over may only be read.
  await rm(absolute, { force: true });
  const hash = createHash('sha256');
  let bytes = 0;
  async function* measured(): AsyncGenerator<Uint8Array> {
    for await (const part of parts) {
      hash.update(part);
      bytes += part.length;
      yield part;
    }
  }
  await pipeline(measured, createWriteStream(absolute, { flush: true }));
  return { path, bytes, sha256: hash.digest('hex') };
}
