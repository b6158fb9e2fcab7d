import { type Bilingual, Fault, RefusedInput } from '../model/index.ts';
import { FAULT, REFUSED } from './context.ts';
import { Interrupted } from './interruptible.ts';
import { tellComplaints } from './report-lines.ts';
import type { Terminal } from './terminal.ts';

/** System errors in words; a new code is a new row. */
const SYSTEM: Readonly<Record<string, Bilingual>> = {
  ENOSPC: {
    fr: 'Le disque est plein : faites de la place et recommencez ; aucun fichier n’est laissé à moitié écrit.',
    en: 'The disk is full: make room and try again; no file is left half written.',
  },
  EDQUOT: {
    fr: 'Le quota du disque est atteint : faites de la place et recommencez ; aucun fichier n’est laissé à moitié écrit.',
    en: 'The disk quota is reached: make room and try again; no file is left half written.',
  },
  EACCES: {
    fr: 'Accès refusé : vérifiez les droits de ce chemin.',
    en: 'Access denied: check the rights of this path.',
  },
  EROFS: {
    fr: 'Le système de fichiers est en lecture seule : donnez un autre chemin (CIMAISE_RELEASES pour les versions publiées).',
    en: 'The file system is read-only: give another path (CIMAISE_RELEASES for releases).',
  },
  EMFILE: {
    fr: 'Trop de fichiers ouverts : relevez la limite (ulimit -n).',
    en: 'Too many open files: raise the limit (ulimit -n).',
  },
};

/** What to do about an error of the system; undefined where nobody has said. */
export const systemSentence = (code: string): Bilingual | undefined => SYSTEM[code];

const INTERRUPTED = {
  fr: 'Interrompu : aucun fichier n’est laissé à moitié écrit.',
  en: 'Interrupted: no file is left half written.',
};

/** Tells an error in one sentence, with its trace only when asked; gives the exit code. */
export function tellFault(error: unknown, terminal: Terminal): number {
  if (error instanceof Interrupted) {
    terminal.error(INTERRUPTED[terminal.language]);
    return error.code;
  }
  if (error instanceof RefusedInput) tellComplaints(error.complaints, terminal);
  else terminal.error(sentence(error, terminal.language));
  if (terminal.verbose && error instanceof Error) {
    terminal.error(error.stack ?? error.message);
    if (error.cause instanceof Error)
      terminal.error(`Caused by: ${error.cause.stack ?? error.cause.message}`);
  }
  return error instanceof RefusedInput ? REFUSED : FAULT;
}

function sentence(error: unknown, language: 'fr' | 'en'): string {
  if (error instanceof Fault) return `${error.explanation[language]} ${error.remedy[language]}`;
  const { code, path, message } = error as NodeJS.ErrnoException;
  const known = code === undefined ? undefined : SYSTEM[code];
  if (known) return [path, known[language]].filter((part) => part !== undefined).join('  ');
  const said = (message ?? String(error)).replace(/\.$/, '');
  return {
    fr: `Erreur inattendue : ${said}. Ajoutez --verbose pour le détail.`,
    en: `Unexpected error: ${said}. Add --verbose for details.`,
  }[language];
}
