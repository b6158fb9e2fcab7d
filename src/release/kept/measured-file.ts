import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { sha256OfFile } from '../written-file.ts';

/** What a file of a release is on the disk; undefined where there is none. */
export interface MeasuredFile {
  readonly bytes: number;
  readonly sha256: string;
}

export async function measureFile(folder: string, path: string): Promise<MeasuredFile | undefined> {
  const absolute = join(folder, path);
  const found = await stat(absolute).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  return { bytes: found.size, sha256: await sha256OfFile(absolute) };
}

const UNPACKERS: readonly (readonly [string, () => NodeJS.ReadWriteStream])[] = [
  ['.gz', () => createGunzip({ chunkSize: 1 << 18 })],
  ['.zst', () => createZstdDecompress({ chunkSize: 1 << 18 })],
];

/** Whether a file is packed in a way that is known here. */
export const isPacked = (path: string): boolean => UNPACKERS.some(([end]) => path.endsWith(end));

/** Line feeds of a packed file's text. @throws where it cannot be unpacked */
export async function countLines(file: string): Promise<number> {
  const unpack = UNPACKERS.find(([end]) => file.endsWith(end))?.[1];
  if (unpack === undefined) throw new TypeError(`${file} is not packed.`);
  let lines = 0;
  await pipeline(createReadStream(file, { highWaterMark: 1 << 18 }), unpack(), async (chunks) => {
    for await (const chunk of chunks as AsyncIterable<Buffer>) lines += lineFeedsOf(chunk);
  });
  return lines;
}

const LINE_FEED = 10;

function lineFeedsOf(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) count++;
  return count;
}
