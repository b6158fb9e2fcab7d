import type { Bilingual, Complaint, Source, SourceFormat } from '../model/index.ts';
import type { Likeness } from './looks.ts';

/** What is said of a file before its format matters. */

const DENIED = ['EACCES', 'EPERM'];

export const missing = (file: string, reason: string): Complaint => ({
  place: { file },
  found: {
    fr: `La source ne peut pas être lue (${reason}).`,
    en: `The source cannot be read (${reason}).`,
  },
  remedy: DENIED.includes(reason)
    ? {
        fr: 'Donnez-vous le droit de lire ce fichier et ses dossiers, ou faites-le donner.',
        en: 'Give yourself the right to read this file and its folders, or have it given.',
      }
    : {
        fr: 'Mettez le fichier à cet endroit, ou corrigez son chemin (path dans dataset.yml ou l’option --source, access en YARRRML, rml:path en RML).',
        en: 'Put the file there, or correct its path (path in dataset.yml or the --source option, access in YARRRML, rml:path in RML).',
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
    fr: 'Indiquez son encodage avec la source (encoding dans dataset.yml ou en YARRRML, rml:encoding en RML), par exemple windows-1252, ou enregistrez-le en UTF-8.',
    en: 'Tell its encoding with the source (encoding in dataset.yml or YARRRML, rml:encoding in RML), windows-1252 for example, or save it as UTF-8.',
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
  remedy: names.includes('[Content_Types].xml')
    ? SAVE_AS_CSV
    : {
        fr: 'Une source est un seul fichier : extrayez celui qu’il faut, ou faites une archive par fichier.',
        en: 'A source is one file: extract the one that is meant, or make an archive of each.',
      },
});

const SAVE_AS_CSV: Bilingual = {
  fr: 'C’est un classeur (Excel) : enregistrez la feuille voulue en CSV UTF-8.',
  en: 'It is a workbook (Excel): save the sheet that is meant as CSV UTF-8.',
};

/** A file that surely is not what its source says. */
export const looksLike = (
  { shown, format }: Pick<Source, 'shown' | 'format'>,
  found: Likeness,
): Complaint => ({
  place: { file: shown, line: 1 },
  found: {
    fr: `La source est lue comme du ${FORMATS[format]}, et le fichier ${LIKENESSES[found].fr}.`,
    en: `The source is read as ${FORMATS[format]}, and the file ${LIKENESSES[found].en}.`,
  },
  remedy: LIKENESS_REMEDIES[found] ?? {
    fr: `Déclarez-la comme du ${FORMATS[found as SourceFormat]} (format dans dataset.yml, referenceFormulation en YARRRML ou en RML), ou donnez le fichier voulu.`,
    en: `Declare it as ${FORMATS[found as SourceFormat]} (format in dataset.yml, referenceFormulation in YARRRML or RML), or give the file that is meant.`,
  },
});

const FORMATS: Readonly<Record<SourceFormat, string>> = { csv: 'CSV', json: 'JSON', xml: 'XML' };

const LIKENESSES: Readonly<Record<Likeness, Bilingual>> = {
  csv: { fr: 'a l’air d’une table (CSV)', en: 'looks like a table (CSV)' },
  json: { fr: 'a l’air de JSON', en: 'looks like JSON' },
  xml: { fr: 'a l’air de XML', en: 'looks like XML' },
  html: { fr: 'est une page HTML', en: 'is an HTML page' },
  pdf: { fr: 'est un PDF', en: 'is a PDF' },
  spreadsheet: { fr: 'est un classeur (Excel)', en: 'is a workbook (Excel)' },
};

const LIKENESS_REMEDIES: Readonly<Partial<Record<Likeness, Bilingual>>> = {
  html: {
    fr: 'Un portail a sans doute répondu par une page d’accueil ou d’erreur : ouvrez-la pour la lire, et téléchargez les données elles-mêmes.',
    en: 'A portal has perhaps answered with a welcome or error page: open it to read it, and download the data themselves.',
  },
  pdf: {
    fr: 'Demandez les données en CSV, JSON ou XML : un PDF n’en est que l’image.',
    en: 'Ask for the data in CSV, JSON or XML: a PDF is only their picture.',
  },
  spreadsheet: SAVE_AS_CSV,
};

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
