import { nearest } from '../documents/index.ts';
import type { Bilingual, Complaint, Place } from '../model/index.ts';
import { isIri, type RDF } from '../rdf/index.ts';

/** What is wrong in `dataset.yml`, in words. */
export const unknownKey = (place: Place, key: string, known: readonly string[]): Complaint => {
  const near = nearest(key, known);
  return {
    place,
    found: { fr: `La clé « ${key} » n’existe pas.`, en: `There is no key “${key}”.` },
    remedy: near
      ? { fr: `Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` }
      : { fr: `Clés possibles : ${known.join(', ')}.`, en: `Possible keys: ${known.join(', ')}.` },
  };
};

export const missingKey = (place: Place, key: string, example: string): Complaint => ({
  place,
  found: { fr: `La clé « ${key} » manque.`, en: `The key “${key}” is missing.` },
  remedy: { fr: `Écrivez par exemple « ${example} ».`, en: `Write for example “${example}”.` },
});

export const missingFile = (
  place: Place,
  what: Bilingual,
  path: string,
  near: string | undefined,
): Complaint => ({
  place,
  found: { fr: `${what.fr} « ${path} » n’existe pas.`, en: `${what.en} “${path}” does not exist.` },
  remedy: near
    ? { fr: `Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` }
    : { fr: 'Créez ce fichier ou corrigez son nom.', en: 'Create this file or correct its name.' },
});

export const badValue = (place: Place, key: string, value: string, expected: Bilingual): Complaint => ({
  place,
  found: { fr: `« ${key}: ${value} » n’est pas possible.`, en: `“${key}: ${value}” is not possible.` },
  remedy: expected,
});

export const notADataset = (file: string): Complaint => ({
  place: { file },
  found: { fr: 'Le dossier n’a pas de dataset.yml.', en: 'The folder has no dataset.yml.' },
  remedy: {
    fr: 'Écrivez-le (data/README.md montre comment), ou retirez le dossier.',
    en: 'Write it (data/README.md shows how), or remove the folder.',
  },
});

export const badSlug = (file: string, slug: string): Complaint => ({
  place: { file },
  found: {
    fr: `« ${slug} » ne peut pas être la partie d’une adresse.`,
    en: `“${slug}” cannot be part of an address.`,
  },
  remedy: {
    fr: 'Nommez le dossier en minuscules sans accent, avec des chiffres et des traits d’union.',
    en: 'Name the folder in lower case without accents, with digits and hyphens.',
  },
});

/** IRIs among statements that no strict parser would read: one of them makes a whole release unreadable. */
export function illegalIris(quads: readonly RDF.Quad[], place: Place): readonly Complaint[] {
  const terms = quads.flatMap(({ subject, predicate, object }) => [subject, predicate, object]);
  const iris = terms.filter(({ termType }) => termType === 'NamedNode').map(({ value }) => value);
  return [...new Set(iris)]
    .filter((iri) => !isIri(iri))
    .map((iri) => ({
      place,
      found: { fr: `« ${iri} » n’est pas une IRI.`, en: `“${iri}” is not an IRI.` },
      remedy: {
        fr: 'Encodez les espaces et les autres caractères interdits (%20).',
        en: 'Encode spaces and other forbidden characters (%20).',
      },
    }));
}

/** What a slug names, in sentences about what is missing. */
export const THE_DATASET = { fr: 'Le jeu de données', en: 'The dataset' };

export const noProject = (root: string): Complaint => ({
  place: { file: 'data' },
  found: { fr: `Il n’y a aucun jeu de données dans ${root}.`, en: `There is no dataset in ${root}.` },
  remedy: {
    fr: 'Placez-vous dans un projet Cimaise, donnez-le par --project, ou faites-en un : cimaise init.',
    en: 'Stand in a Cimaise project, give it by --project, or make one: cimaise init.',
  },
});

export const noDataset = (root: string): Complaint => ({
  place: { file: 'data' },
  found: {
    fr: `Il n’y a aucun jeu de données dans ${root} pour l’instant.`,
    en: `There is no dataset in ${root} yet.`,
  },
  remedy: {
    fr: 'Ajoutez le premier par cimaise add FICHIER (un CSV, par exemple), ou donnez un autre projet par --project.',
    en: 'Add the first one by cimaise add FILE (a CSV, for example), or give another project by --project.',
  },
});
