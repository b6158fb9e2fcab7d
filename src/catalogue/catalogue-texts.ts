import type { Bilingual } from '../model/index.ts';

/** Words of the catalogue that no dataset says. */
export const CATALOGUE_TEXTS = {
  title: { fr: 'Catalogue de données culturelles', en: 'Catalogue of cultural data' },
  description: {
    fr: 'Les jeux de données culturelles publiés ici comme données liées, avec leurs fichiers et leur point d’accès SPARQL.',
    en: 'The cultural datasets published here as linked data, with their files and their SPARQL endpoint.',
  },
  serviceTitle: { fr: 'Point d’accès SPARQL', en: 'SPARQL endpoint' },
  serviceDescription: {
    fr: 'Interroge tous les jeux de données à la fois, en lecture, selon le protocole SPARQL 1.1.',
    en: 'Queries all datasets at once, for reading, by the SPARQL 1.1 Protocol.',
  },
  apiTitle: { fr: 'Interface JSON et CSV', en: 'JSON and CSV interface' },
  apiDescription: {
    fr: 'Répond en JSON, CSV ou GeoJSON à des questions toutes prêtes, avec leurs paramètres.',
    en: 'Answers ready-made questions, with their parameters, in JSON, CSV or GeoJSON.',
  },
  fragmentsTitle: { fr: 'Fragments par motif de triplet', en: 'Triple pattern fragments' },
  fragmentsDescription: {
    fr: 'Donne, page à page, les énoncés qui ont un sujet, une propriété ou un objet donnés.',
    en: 'Gives, page by page, the statements that have a given subject, property or object.',
  },
  tableTitle: { fr: 'Tableau, CSV', en: 'Table, CSV' },
  placesTitle: { fr: 'Lieux, GeoJSON', en: 'Places, GeoJSON' },
  versionClass: { fr: 'Version d’un jeu de données', en: 'Version of a dataset' },
  sparqlTitle: { fr: 'Interrogation par SPARQL', en: 'Query by SPARQL' },
  themes: { fr: 'Thèmes de données', en: 'Data themes' },
} as const satisfies Record<string, Bilingual>;

/** Words about a file of everything in a syntax and a packing. */
export const dumpTitle = (syntax: string, packing: string): Bilingual => ({
  fr: `Fichier complet, ${syntax} (${packing})`,
  en: `Complete file, ${syntax} (${packing})`,
});

/** Words about a dataset as it was in a release. */
export const versionTitle = ({ fr, en }: Bilingual, id: string): Bilingual => ({
  fr: `${fr}, version ${id}`,
  en: `${en}, version ${id}`,
});

/** Words about links with one property from a dataset to another. */
export const linksetTitle = (from: Bilingual, property: string, to: Bilingual): Bilingual => ({
  fr: `Liens « ${property} » de « ${from.fr} » vers « ${to.fr} »`,
  en: `“${property}” links from “${from.en}” to “${to.en}”`,
});
