import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { declaredPath, findDeclared, isOfPlatform, type Project, shownPath } from '../declarations/index.ts';
import type { ReleasedDataset, ReleaseInput } from '../model/index.ts';
import { CATALOGUE_SHAPES, DESCRIPTION_SHAPES } from './platform-shapes.ts';
import { sha256OfFile } from './written-file.ts';

/** Folders of a project whose files belong to no dataset. */
const FOLDERS: readonly string[] = ['ontologies', 'queries', 'shapes'];

/** What became of addresses; a dataset that was given up has no other file. */
const WITHDRAWN = 'withdrawn.csv';

/** The files that a release was made from beside those of its datasets, in the order of their paths. */
export async function projectInputs(
  project: Project,
  released: readonly ReleasedDataset[],
): Promise<readonly ReleaseInput[]> {
  const { root } = project;
  const ofDatasets = new Set(released.flatMap(({ inputs }) => inputs.map(({ path }) => path)));
  const files = await Promise.all(FOLDERS.map((folder) => filesBelow(join(root, folder))));
  const data = await filesBelow(join(root, 'data'));
  const withdrawals = data.filter((path) => basename(path) === WITHDRAWN);
  const inputs = await Promise.all(
    [...files.flat(), ...withdrawals, ...platformFiles(project)].map(async (path) => ({
      path: shownPath(root, path),
      sha256: await sha256OfFile(path),
    })),
  );
  return inputs
    .filter(({ path }) => !ofDatasets.has(path))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** What the project takes of the platform's own folders and no dataset names. */
function platformFiles({
  root,
  shapes,
  ontologies,
  statisticsQueries,
  profiles,
}: Project): readonly string[] {
  const applied = [DESCRIPTION_SHAPES, CATALOGUE_SHAPES].flatMap(
    (name) => findDeclared(root, name)?.file ?? [],
  );
  const services = findDeclared(root, 'queries/services.yml')?.file ?? '';
  const files = [
    ...applied,
    services,
    ...shapes.map(({ file }) => file),
    ...ontologies.filter(({ quads }) => quads.length > 0).map(({ file }) => file),
    ...statisticsQueries.map(({ file }) => file),
    ...profiles.map(({ place }) => place.file),
    ...profiles.flatMap(({ context, place }) =>
      context ? place.file.replace(/\.rq$/, '.context.json') : [],
    ),
  ];
  return [...new Set(files)].filter(isOfPlatform).map((file) => declaredPath(root, file));
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
