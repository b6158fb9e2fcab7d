import { stat } from 'node:fs/promises';
import { Fault } from '../model/index.ts';

/** @throws Fault where there is no such file: a wrong command line, not a wrong mapping */
export async function assertFile(path: string, shown: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (!('isFile' in found)) throw missing(shown, found);
  if (found.isDirectory()) throw folder(shown);
}

const missing = (shown: string, error: NodeJS.ErrnoException): Fault =>
  new Fault(
    {
      fr: `La correspondance « ${shown} » ne peut pas être lue (${error.code ?? error.message}).`,
      en: `The mapping “${shown}” cannot be read (${error.code ?? error.message}).`,
    },
    {
      fr: 'Vérifiez son chemin, compté depuis le dossier où vous êtes.',
      en: 'Check its path, counted from the folder where you stand.',
    },
    error,
  );

const folder = (shown: string): Fault =>
  new Fault(
    { fr: `« ${shown} » est un dossier.`, en: `“${shown}” is a folder.` },
    {
      fr: 'Donnez une correspondance : RML en Turtle, ou YARRRML (.yml).',
      en: 'Give a mapping: RML in Turtle, or YARRRML (.yml).',
    },
  );
