import type { Complaint } from '../model/index.ts';

/** What is said of a file before its format matters. */

export const missing = (file: string, reason: string): Complaint => ({
  place: { file },
  found: {
    fr: `La source ne peut pas être lue (${reason}).`,
    en: `The source cannot be read (${reason}).`,
  },
  remedy: {
    fr: 'Mettez le fichier à cet endroit, ou corrigez « source: path » dans dataset.yml ou l’option --source.',
    en: 'Put the file there, or correct “source: path” in dataset.yml or the --source option.',
  },
});

export const notAFile = (file: string): Complaint => ({
  place: { file },
  found: { fr: 'La source n’est pas un fichier.', en: 'The source is not a file.' },
  remedy: { fr: 'Donnez le chemin d’un fichier.', en: 'Give the path of a file.' },
});

export const emptyFile = (file: string): Complaint => ({
  place: { file },
  found: { fr: 'La source est vide.', en: 'The source is empty.' },
  remedy: { fr: 'Exportez-la de nouveau.', en: 'Export it again.' },
});

export const unknownEncoding = (file: string, encoding: string): Complaint => ({
  place: { file },
  found: {
    fr: `L’encodage « ${encoding} » n’est pas connu.`,
    en: `The encoding “${encoding}” is not known.`,
  },
  remedy: {
    fr: 'Par exemple utf-8, windows-1252 ou utf-16le.',
    en: 'For example utf-8, windows-1252 or utf-16le.',
  },
});

export const illEncoded = (file: string, line: number, encoding: string): Complaint => ({
  place: { file, line },
  found: {
    fr: `À cette ligne, le texte n’est pas en ${encoding}.`,
    en: `On this line the text is not ${encoding}.`,
  },
  remedy: {
    fr: 'Indiquez son encodage dans dataset.yml (source: encoding), par exemple windows-1252, ou enregistrez-le en UTF-8.',
    en: 'Tell its encoding in dataset.yml (source: encoding), windows-1252 for example, or save it as UTF-8.',
  },
});

export const damagedArchive = (file: string, packing: string, reason: string): Complaint => ({
  place: { file },
  found: {
    fr: `Le fichier ne se décompresse pas (${packing} : ${reason}).`,
    en: `The file cannot be unpacked (${packing}: ${reason}).`,
  },
  remedy: {
    fr: 'Téléchargez-le ou compressez-le de nouveau, et vérifiez que la compression déclarée est la sienne.',
    en: 'Download or pack it again, and check that the declared compression is its own.',
  },
});

export const notOneFile = (file: string, names: readonly string[]): Complaint => ({
  place: { file },
  found: {
    fr:
      names.length === 0
        ? 'L’archive ne contient aucun fichier.'
        : `L’archive contient plusieurs fichiers : ${listed(names)}.`,
    en:
      names.length === 0
        ? 'The archive holds no file.'
        : `The archive holds several files: ${listed(names)}.`,
  },
  remedy: {
    fr: 'Une source est un seul fichier : extrayez celui qu’il faut, ou faites une archive par fichier.',
    en: 'A source is one file: extract the one that is meant, or make an archive of each.',
  },
});

const listed = (names: readonly string[]): string =>
  names.length > 10 ? `${names.slice(0, 10).join(', ')}, …` : names.join(', ');

export const unpacksTooMuch = (file: string, ratio: number): Complaint => ({
  place: { file },
  found: {
    fr: `Décompressé, le fichier fait plus de ${ratio} fois sa taille : c’est la marque d’une bombe de décompression.`,
    en: `Unpacked, the file is more than ${ratio} times its size: the mark of a decompression bomb.`,
  },
  remedy: {
    fr: 'S’il est bien ce que vous vouliez publier, décompressez-le vous-même et donnez le fichier obtenu.',
    en: 'If it is what you meant to publish, unpack it yourself and give the resulting file.',
  },
});
