import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../../locks/index.ts';

const NAME = '.cimaise-add-';

/**
 * Gives an act a folder of its own, on the disk of the project where there is one, so that what is fetched there can be
 * moved into its place. It is removed however the act ends; what a killed process left of this kind is removed, too.
 */
export async function inFolderAside<T>(root: string, act: (folder: string) => Promise<T>): Promise<T> {
  const parent = existsSync(root) ? root : tmpdir();
  await removeLeft(parent);
  const folder = await mkdtemp(join(parent, `${NAME}${process.pid}-`));
  try {
    return await act(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function removeLeft(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = Number(name.slice(NAME.length).split('-')[0]);
    if (name.startsWith(NAME) && !isRunning(pid))
      await rm(join(parent, name), { recursive: true, force: true });
  }
}
