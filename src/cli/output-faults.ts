import { type Bilingual, Fault } from '../model/index.ts';
import { systemSentence } from './faults.ts';

/** What the system said of a file, told of the path that was given instead of the one written aside. */
export function cannotWrite(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || error instanceof Fault) return error;
  return new Fault(
    {
      fr: `« ${path} » ne peut pas être écrit (${code}).`,
      en: `“${path}” cannot be written (${code}).`,
    },
    systemSentence(code) ?? ELSEWHERE,
    error,
  );
}

/** What was written to standard output before this cannot be taken back. */
export const brokenOutput = (error: NodeJS.ErrnoException): Fault =>
  new Fault(
    {
      fr: `La sortie standard ne peut pas être écrite (${error.code ?? error.message}) : ce qui y est parti est incomplet.`,
      en: `Standard output cannot be written (${error.code ?? error.message}): what went there is incomplete.`,
    },
    {
      fr: 'Faites de la place là où elle mène, ou menez-la ailleurs, et recommencez.',
      en: 'Make room where it leads, or lead it elsewhere, and try again.',
    },
    error,
  );

const ELSEWHERE: Bilingual = {
  fr: 'Donnez un chemin où des fichiers peuvent être créés.',
  en: 'Give a path where files can be made.',
};

export const isFolder = (path: string): Fault =>
  new Fault(
    { fr: `« ${path} » est un dossier.`, en: `“${path}” is a folder.` },
    { fr: 'Donnez le nom d’un fichier.', en: 'Give the name of a file.' },
  );
