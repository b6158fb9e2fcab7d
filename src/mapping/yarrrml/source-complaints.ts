import { nearest } from '../../documents/index.ts';
import type { Bilingual } from '../../model/index.ts';

type Texts = readonly [found: Bilingual, remedy: Bilingual];

/** A name that stands for nothing declared. */
export const unknownName = (
  what: Bilingual,
  name: string,
  section: string,
  near: string | undefined,
): Texts => [
  { fr: `${what.fr} « ${name} » n’est pas déclarée.`, en: `${what.en} “${name}” is not declared.` },
  near === undefined
    ? { fr: `Déclarez-la dans « ${section} ».`, en: `Declare it in “${section}”.` }
    : { fr: `Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` },
];

export const withoutAccess = (what: Bilingual): Texts => [
  { fr: `${what.fr} n’a pas de fichier.`, en: `${what.en} has no file.` },
  {
    fr: 'Écrivez { access: fichier.csv, … } ou [fichier.csv~csv].',
    en: 'Write { access: file.csv, … } or [file.csv~csv].',
  },
];

export const onlyFiles = (type: string, known: readonly string[]): Texts => [
  {
    fr: `Le type « ${type} » n’est pas pris en charge : seuls les fichiers locaux le sont.`,
    en: `The type “${type}” is not supported: only local files are.`,
  },
  { fr: `Donnez un fichier (${known.join(', ')}).`, en: `Give a file (${known.join(', ')}).` },
];

export const notReadHere = (key: string): Texts => [
  {
    fr: `« ${key} » décrit une base de données ou un service ; seuls les fichiers sont lus.`,
    en: `“${key}” describes a database or a service; only files are read.`,
  },
  { fr: 'Exportez les données dans un fichier.', en: 'Export the data to a file.' },
];

export const notAmong = (value: string, known: readonly string[]): Texts => {
  const near = nearest(value, known);
  return [
    { fr: `La valeur « ${value} » n’est pas connue.`, en: `The value “${value}” is not known.` },
    near === undefined
      ? { fr: `Choisissez parmi : ${known.join(', ')}.`, en: `Choose one of: ${known.join(', ')}.` }
      : { fr: `Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` },
  ];
};

export const unknownFormat = (path: string): Texts => [
  {
    fr: `Le nom de « ${path} » ne dit pas comment lire ce fichier.`,
    en: `The name of “${path}” does not tell how to read this file.`,
  },
  {
    fr: 'Ajoutez referenceFormulation : csv, jsonpath ou xpath.',
    en: 'Add referenceFormulation: csv, jsonpath or xpath.',
  },
];

export const badKeyValue = (key: string, value: string): Texts => [
  {
    fr: `« ${key} » ne peut pas valoir « ${value} ».`,
    en: `“${key}” cannot be “${value}”.`,
  },
  KEY_REMEDIES[key] ?? { fr: 'Corrigez cette valeur.', en: 'Correct this value.' },
];

const ONE_CHARACTER: Bilingual = {
  fr: 'Donnez un seul caractère, entre guillemets.',
  en: 'Give one character, in quotes.',
};

const KEY_REMEDIES: Readonly<Record<string, Bilingual>> = {
  delimiter: ONE_CHARACTER,
  quote: ONE_CHARACTER,
  commentPrefix: ONE_CHARACTER,
  encoding: { fr: 'Par exemple utf-8 ou windows-1252.', en: 'For example utf-8 or windows-1252.' },
  header: { fr: 'Écrivez true ou false.', en: 'Write true or false.' },
  skipRows: { fr: 'Donnez un nombre de lignes.', en: 'Give a number of lines.' },
  trim: { fr: 'Écrivez true, false, start ou end.', en: 'Write true, false, start or end.' },
  base: {
    fr: 'Donnez une IRI absolue, comme https://exemple.fr/.',
    en: 'Give an absolute IRI, such as https://example.org/.',
  },
};
