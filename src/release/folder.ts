import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Fault } from '../model/index.ts';

/**
 * Makes the folder of releases, level by level: a recursive mkdir never returns where a level cannot be made (/proc).
 * @throws Fault naming the setting
 */
export async function makeReleasesFolder(path: string): Promise<void> {
  const missing: string[] = [];
  let at = path;
  let found = await stat(at).catch(() => undefined);
  while (found === undefined && dirname(at) !== at) {
    missing.unshift(at);
    at = dirname(at);
    found = await stat(at).catch(() => undefined);
  }
  if (found !== undefined && !found.isDirectory()) throw notAFolder(path, at);
  for (const level of missing) {
    await mkdir(level).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw notMade(path, error);
    });
  }
}

const REMEDY = {
  fr: 'Choisissez un autre dossier par le réglage CIMAISE_RELEASES.',
  en: 'Choose another folder by the setting CIMAISE_RELEASES.',
};

const notAFolder = (path: string, at: string): Fault =>
  new Fault(
    {
      fr: `Le dossier des versions ${path} ne peut pas être créé : ${at} est un fichier.`,
      en: `The folder of releases ${path} cannot be made: ${at} is a file.`,
    },
    REMEDY,
  );

const notMade = (path: string, error: NodeJS.ErrnoException): Fault =>
  new Fault(
    {
      fr: `Le dossier des versions ${path} ne peut pas être créé (${error.code}).`,
      en: `The folder of releases ${path} cannot be made (${error.code}).`,
    },
    REMEDY,
    error,
  );
