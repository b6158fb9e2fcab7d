import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives an act a folder of its own, on the disk of the project where there is one, so that what is fetched there can be
 * moved into its place. It is removed however the act ends.
 */
export async function inFolderAside<T>(root: string, act: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(existsSync(root) ? root : tmpdir(), '.cimaise-add-'));
  try {
    return await act(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
