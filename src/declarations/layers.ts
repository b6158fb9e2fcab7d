import { existsSync, realpathSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

/**
 * A project's folder lies above the platform's own (`data shapes ontologies queries` of this package): what a project names
 * and does not have comes from below, and a file of the same name in the project stands in the place of the platform's.
 */
const PLATFORM = join(import.meta.dirname, '..', '..');

const FOLDERS: readonly string[] = ['data', 'shapes', 'ontologies', 'queries'];

/** What the platform's files are called by, so that they can be told from the project's: `cimaise:shapes/commun.ttl`. */
const PREFIX = 'cimaise:';

/** A declared file: where it lies, and how messages and manifests name it. */
export interface LayeredFile {
  /** Absolute path. */
  readonly path: string;
  /** From the project's folder on, or `cimaise:` and from the platform's on; with `/`. */
  readonly file: string;
}

/** Whether a file, as messages name it, is the platform's and not the project's. */
export const isOfPlatform = (file: string): boolean => file.startsWith(PREFIX);

/** The name of a file of the platform by its path there. */
export const platformFile = (path: string): string => `${PREFIX}${path}`;

/** Where the platform's files lie; undefined where the project is the platform itself. */
export function platformBelow(root: string): string | undefined {
  const real = existsSync(root) ? realpathSync(root) : root;
  return real === realpathSync(PLATFORM) ? undefined : PLATFORM;
}

/** How messages name a path: `data/x/dataset.yml`, or `cimaise:shapes/commun.ttl` for a file of the platform below the project. */
export function shownPath(root: string, path: string): string {
  const below = platformBelow(root);
  const inside = below === undefined ? undefined : slashed(relative(below, path));
  if (inside !== undefined && FOLDERS.some((folder) => inside.startsWith(`${folder}/`))) {
    const own = relative(root, path);
    const isOwn = FOLDERS.some((folder) => own.startsWith(`${folder}${sep}`));
    if (!isOwn) return platformFile(inside);
  }
  return slashed(relative(root, path));
}

/** The absolute path of a file as messages name it. */
export function declaredPath(root: string, file: string): string {
  if (isOfPlatform(file)) return join(PLATFORM, file.slice(PREFIX.length));
  return isAbsolute(file) ? file : join(root, file);
}

/** Whether a file of the project stands in the place of one of the platform's. */
export function standsForPlatform(root: string, file: string): boolean {
  const below = platformBelow(root);
  return below !== undefined && existsSync(join(below, file));
}

/**
 * A file by its path from the project's folder on: the project's own, else the platform's.
 * @returns undefined where neither has it
 */
export function findDeclared(root: string, path: string): LayeredFile | undefined {
  const own = join(root, path);
  if (existsSync(own)) return { path: own, file: path };
  const below = platformBelow(root);
  return below !== undefined && existsSync(join(below, path))
    ? { path: join(below, path), file: platformFile(path) }
    : undefined;
}

/** The files of a folder with such an ending, subfolders included, by their path in it: own ones, and the platform's that no own one stands in for. */
export async function layeredFiles(
  root: string,
  folder: string,
  ending: string,
): Promise<ReadonlyMap<string, LayeredFile>> {
  const below = platformBelow(root);
  const names = await Promise.all(
    [below, root].map((layer) => (layer === undefined ? [] : namesIn(join(layer, folder), ending))),
  );
  const found = [...new Set(names.flat())].sort().flatMap((name) => {
    const file = findDeclared(root, `${folder}/${name}`);
    return file ? [[name, file] as const] : [];
  });
  return new Map(found);
}

/** The files of a folder of the project with such an ending, subfolders included, by their path in it. */
export async function ownFiles(
  root: string,
  folder: string,
  ending: string,
): Promise<ReadonlyMap<string, LayeredFile>> {
  const names = [...(await namesIn(join(root, folder), ending))].sort();
  return new Map(names.map((name) => [name, { path: join(root, folder, name), file: `${folder}/${name}` }]));
}

async function namesIn(folder: string, ending: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && entry.name.endsWith(ending))
    .map((entry) => slashed(relative(folder, join(entry.parentPath, entry.name))));
}

const slashed = (path: string): string => path.split(sep).join('/');
