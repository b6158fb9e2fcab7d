import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ReleaseFile } from '../model/index.ts';
import { type PackedFile, TextPacker } from './packing/text-packer.ts';

/** Read in one piece up to this size: most files of a project are small, and many. */
const PIECE = 1 << 20;

/** Hexadecimal SHA-256 of a file's content. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  if ((await stat(path)).size <= PIECE) return hash.update(await readFile(path)).digest('hex');
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE }))
    hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

export const sha256OfText = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a file of a release is, measured from the disk. */
export async function describeFile(folder: string, path: string, mediaType: string): Promise<ReleaseFile> {
  const absolute = join(folder, path);
  const [{ size }, sha256] = await Promise.all([stat(absolute), sha256OfFile(absolute)]);
  return { path, bytes: size, sha256, mediaType };
}

/** Batches of lines without line feeds. */
export type LineBatches = AsyncIterable<readonly string[]> | Iterable<readonly string[]>;

/** Writes lines as a gzip file whose bytes depend on nothing but the lines. */
export async function writeLines(
  folder: string,
  path: string,
  batches: LineBatches,
  mediaType = 'application/n-quads',
): Promise<ReleaseFile> {
  const { bytes, sha256 } = await packLines({ folder, path }, batches);
  return { path, bytes, sha256, mediaType };
}

/** The same, for a file that is to be joined with others. */
export async function packLines(
  file: { readonly folder: string; readonly path: string },
  batches: LineBatches,
): Promise<PackedFile> {
  const packer = new TextPacker([{ ...file, packing: 'gz' }]);
  try {
    for await (const batch of batches) if (batch.length > 0) await packer.write(`${batch.join('\n')}\n`);
  } catch (error) {
    await packer.discard();
    throw error;
  }
  const [packed] = await packer.close();
  return packed as PackedFile;
}

/** Writes a JSON document and makes sure that it is on the disk. */
export async function writeJson(folder: string, path: string, value: unknown): Promise<ReleaseFile> {
  await writeDurably(join(folder, path), `${JSON.stringify(value, null, 2)}\n`);
  return describeFile(folder, path, 'application/json');
}

/** Writes a text and syncs it. */
export async function writeDurably(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flush: true });
}

/** Syncs a file that was written otherwise; where that needs the right to write (Windows), it is left. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync().catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPERM') throw error;
    });
  } finally {
    await handle.close();
  }
}

/** Syncs a folder's entries, where the platform can. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => undefined);
  if (handle === undefined) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}
