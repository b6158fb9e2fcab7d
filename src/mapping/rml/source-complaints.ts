import type { Bilingual } from '../../model/index.ts';
import { rml } from '../../rdf/index.ts';
import type { Texts } from './complaints.ts';

export const notOfQueries = (property: string): Texts => [
  {
    fr: `${property} n’a pas de sens pour une requête SPARQL sur un fichier RDF.`,
    en: `${property} means nothing for a SPARQL query on an RDF file.`,
  },
  {
    fr: 'Retirez-le, et donnez le fichier décompressé, en UTF-8.',
    en: 'Remove it, and give the file unpacked and in UTF-8.',
  },
];

/** A value outside a closed list of IRIs of RML. */
export function notAmong(property: string, value: string, known: readonly string[]): Texts {
  const names = known.map(shortName).join(', ');
  return [
    {
      fr: `${property} ne peut pas valoir ${shortName(value)}.`,
      en: `${property} cannot be ${shortName(value)}.`,
    },
    { fr: `Choisissez parmi : ${names}.`, en: `Choose one of: ${names}.` },
  ];
}

const shortName = (iri: string): string =>
  iri.startsWith(rml.namespace) ? iri.replace(rml.namespace, 'rml:') : `« ${iri} »`;

export const unknownEncoding = (label: string): Texts => [
  { fr: `L’encodage « ${label} » n’est pas connu.`, en: `The encoding “${label}” is not known.` },
  {
    fr: 'Écrivez par exemple rml:UTF-8, rml:UTF-16 ou "windows-1252".',
    en: 'Write for example rml:UTF-8, rml:UTF-16 or "windows-1252".',
  },
];

export const badDialectValue = (property: string, value: string, remedy: Bilingual): Texts => [
  { fr: `${property} ne peut pas valoir « ${value} ».`, en: `${property} cannot be “${value}”.` },
  remedy,
];

export const noDialectOf = (): Texts => [
  {
    fr: 'csvw:dialect dit comment lire un fichier CSV ; cette source n’en est pas un.',
    en: 'csvw:dialect tells how to read a CSV file; this source is none.',
  },
  { fr: 'Retirez-le, ou écrivez rml:CSV.', en: 'Remove it, or write rml:CSV.' },
];

export const onlyFiles = (address: string): Texts => [
  {
    fr: `« ${address} » n’est pas un fichier d’ici : seuls les fichiers locaux sont lus.`,
    en: `“${address}” is no file here: only local files are read.`,
  },
  { fr: 'Téléchargez-le, et donnez son chemin.', en: 'Download it, and give its path.' },
];
