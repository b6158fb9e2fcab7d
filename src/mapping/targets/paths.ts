import { realpathSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Fault } from '../../model/index.ts';

/** The path without links, as far as it exists: two paths of one file are equal. @param path absolute */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path
      ? path
      : `${realPath(parent).replace(/[\\/]$/, '')}${path.slice(parent.replace(/[\\/]$/, '').length)}`;
  }
}

/**
 * Makes a folder and those above it that are missing, one by one: Node's recursive `mkdir` never ends where a folder
 * exists and nothing can be made in it, as in `/proc`.
 * @throws Fault where a file stands in the way, and what the system says
 */
export async function makeFolder(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if ('isDirectory' in found) {
    if (found.isDirectory()) return;
    throw noFolder(path);
  }
  if (!MISSING.includes(found.code ?? '') || dirname(path) === path) throw found;
  await makeFolder(dirname(path));
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    // Another run has just made it.
    if (error.code !== 'EEXIST') throw error;
  });
}

const MISSING = ['ENOENT', 'ENOTDIR'];

const noFolder = (path: string): Fault =>
  new Fault(
    {
      fr: `« ${path} » est un fichier : rien ne peut être écrit au-dessous.`,
      en: `“${path}” is a file: nothing can be written below it.`,
    },
    { fr: 'Donnez un chemin dont chaque dossier en est un.', en: 'Give a path whose folders are folders.' },
  );
