import { readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { Project } from '../declarations/index.ts';
import type { ReleasedDataset, ReleaseInput } from '../model/index.ts';
import { sha256OfFile } from './written-file.ts';

/** Folders of a project whose files belong to no dataset. */
const FOLDERS: readonly string[] = ['ontologies', 'queries', 'shapes'];

/** What became of addresses; a dataset that was given up has no other file. */
const WITHDRAWN = 'withdrawn.csv';

/** The files that a release was made from beside those of its datasets, in the order of their paths. */
export async function projectInputs(
  { root }: Project,
  released: readonly ReleasedDataset[],
): Promise<readonly ReleaseInput[]> {
  const ofDatasets = new Set(released.flatMap(({ inputs }) => inputs.map(({ path }) => path)));
  const files = await Promise.all(FOLDERS.map((folder) => filesBelow(join(root, folder))));
  const data = await filesBelow(join(root, 'data'));
  const withdrawals = data.filter((path) => basename(path) === WITHDRAWN);
  const inputs = await Promise.all(
    [...files.flat(), ...withdrawals].sort().map(async (path) => ({
      path: relative(root, path).replaceAll('\\', '/'),
      sha256: await sha256OfFile(path),
    })),
  );
  return inputs.filter(({ path }) => !ofDatasets.has(path));
}

/** Nothing where there is no such folder. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ parentPath, name }) => join(parentPath, name));
}
