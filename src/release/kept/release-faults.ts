import { type Bilingual, Fault } from '../../model/index.ts';

/** What is wrong with a file of a release. */
export interface ReleaseFault {
  /** Path inside the release's folder. */
  readonly file: string;
  /** A whole sentence. */
  readonly found: Bilingual;
}

export const isMissing = (file: string): ReleaseFault => ({
  file,
  found: { fr: 'Le fichier manque.', en: 'The file is missing.' },
});

export const isExtra = (file: string): ReleaseFault => ({
  file,
  found: {
    fr: 'Le fichier n’est pas de cette version : ni le manifeste ni SHA256SUMS ne le nomment.',
    en: 'The file is not of this release: neither the manifest nor SHA256SUMS names it.',
  },
});

export const isUnlisted = (file: string, list: string): ReleaseFault => ({
  file,
  found: { fr: `${list} ne le nomme pas.`, en: `${list} does not name it.` },
});

export const isOutside = (file: string): ReleaseFault => ({
  file,
  found: {
    fr: 'Ce chemin mène hors du dossier de la version : il n’est pas lu.',
    en: 'This path leads out of the folder of the release: it is not read.',
  },
});

export const hasOtherSize = (file: string, bytes: number, expected: number): ReleaseFault => ({
  file,
  found: {
    fr: `Le fichier a ${bytes} octets ; le manifeste en dit ${expected}.`,
    en: `The file has ${bytes} bytes; the manifest says ${expected}.`,
  },
});

export const hasOtherHash = (file: string, list: string): ReleaseFault => ({
  file,
  found: {
    fr: `Le contenu a changé : sa somme SHA-256 n’est pas celle de ${list}.`,
    en: `The content has changed: its SHA-256 is not that of ${list}.`,
  },
});

export const isUnreadable = (file: string, reason: string): ReleaseFault => ({
  file,
  found: { fr: `Le fichier est illisible : ${reason}.`, en: `The file cannot be read: ${reason}.` },
});

export const hasOtherCount = (file: string, lines: number, expected: number): ReleaseFault => ({
  file,
  found: {
    fr: `Le fichier a ${lines} lignes ; le manifeste en dit ${expected}.`,
    en: `The file has ${lines} lines; the manifest says ${expected}.`,
  },
});

export const namesAnother = (id: string): ReleaseFault => ({
  file: 'manifest.json',
  found: {
    fr: `Le manifeste est celui de la version ${id}.`,
    en: `The manifest is that of release ${id}.`,
  },
});

/** Why a release that is damaged is not used. */
export const damagedRelease = (id: string, { file, found }: ReleaseFault): Fault =>
  new Fault(
    {
      fr: `La version ${id} est abîmée : ${file}. ${found.fr}`,
      en: `Release ${id} is damaged: ${file}. ${found.en}`,
    },
    {
      fr: 'Restaurez ce dossier d’une sauvegarde, revenez à une autre version (cimaise releases rollback), ou construisez-en une nouvelle (cimaise build --force).',
      en: 'Restore the folder from a backup, go back to another release (cimaise releases rollback), or build a new one (cimaise build --force).',
    },
  );
