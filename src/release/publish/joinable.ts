import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { DumpFile, ReleasedDataset } from '../../model/index.ts';
import { dumpSyntaxes } from '../dumps/dump-syntaxes.ts';
import { FEATURES } from '../dumps/places-writer.ts';
import { deflatedPiece, GZIP_HEADER } from '../packing/gzip-member.ts';
import type { JoinFrame } from '../packing/join-packed.ts';

/** What is written around each syntax whose bodies are joined. */
export function framesOf(base: string): ReadonlyMap<DumpFile['format'], JoinFrame> {
  const graphs = dumpSyntaxes(base).map(({ format, frame }) => [format, frame] as const);
  return new Map([...graphs, ['geojson', FEATURES]]);
}

/** Whether the dumps of a dataset that was taken over can be joined with those made now: their heads are the same. */
export async function isJoinable(
  { dumps }: ReleasedDataset,
  { base, folder }: { readonly base: string; readonly folder: string },
): Promise<boolean> {
  if (dumps === undefined) return false;
  const frames = framesOf(base);
  for (const { format, packing, body, path } of dumps) {
    const frame = frames.get(format);
    if (frame === undefined || packing !== 'gz') continue;
    const head = Buffer.concat([GZIP_HEADER, deflatedPiece(frame.head).bytes]);
    if (body?.start !== head.length || !head.equals(await beginningOf(join(folder, path), head.length)))
      return false;
  }
  return true;
}

async function beginningOf(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
