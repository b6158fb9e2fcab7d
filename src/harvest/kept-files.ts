import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { HarvestFailure } from './failure.ts';
import { type HarvestState, readState, writeAside } from './state.ts';

/** The files of a harvest, beside the kept copy that they are named after. */
export interface HarvestFiles {
  readonly kept: string;
  /** Bytes that are coming. */
  readonly part: string;
  /** A whole file that is not checked yet. */
  readonly fresh: string;
  /** A whole file that was refused, to be looked at; why stands beside it. */
  readonly refused: string;
  readonly lock: string;
}

export const filesOf = (kept: string): HarvestFiles => ({
  kept,
  part: `${kept}.part`,
  fresh: `${kept}.new`,
  refused: `${kept}.refused`,
  lock: `${kept}.lock`,
});

/** What is known of the kept copy, where it is still the one that was fetched from there. */
export async function knownState(kept: string, asked: string): Promise<HarvestState | undefined> {
  const state = await readState(kept);
  if (state === undefined || state.asked !== asked) return undefined;
  const size = (await stat(kept).catch(() => undefined))?.size;
  if (size !== state.bytes) return undefined;
  return (await sha256Of(kept)) === state.sha256 ? state : undefined;
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}

/**
 * The new file takes the place of the old one, in one step; a power cut leaves one of the two. Whoever wrote the new one has
 * flushed it onto the disk.
 */
export async function putInPlace({ fresh, kept, refused }: HarvestFiles): Promise<void> {
  await rename(fresh, kept);
  const folder = await open(dirname(kept), 'r');
  await folder
    .sync()
    .catch(() => undefined)
    .finally(() => folder.close());
  await forgetRefused({ refused });
}

/** Keeps a refused file for looking, with why it was. */
export async function keepAside(
  { fresh, refused }: HarvestFiles,
  { code, reason, remedy }: Pick<HarvestFailure, 'code' | 'reason' | 'remedy'>,
  from: { readonly asked: string; readonly at: string },
): Promise<boolean> {
  const isThere = await rename(fresh, refused).then(
    () => true,
    () => false,
  );
  if (isThere)
    await writeAside(`${refused}.json`, `${JSON.stringify({ ...from, code, reason, remedy }, null, 2)}\n`);
  return isThere;
}

export async function forgetRefused({ refused }: Pick<HarvestFiles, 'refused'>): Promise<void> {
  await rm(refused, { force: true });
  await rm(`${refused}.json`, { force: true });
}
