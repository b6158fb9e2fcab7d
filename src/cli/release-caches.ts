import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../http/index.ts';

/** Where what is made from a release lies: index, images of the store. It may be deleted at any time. */
export const cacheFolder = (releases: string, id: string): string => join(releases, '.cache', id);

/** Deletes what was made from releases other than these: it takes more room than the releases. */
export async function pruneCaches(releases: string, kept: readonly string[], log: Log): Promise<void> {
  const folder = join(releases, '.cache');
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => !kept.includes(one))) {
    await rm(join(folder, name), { recursive: true, force: true }).catch((error: Error) =>
      log('cache stays', { name, reason: error.message }),
    );
  }
}
