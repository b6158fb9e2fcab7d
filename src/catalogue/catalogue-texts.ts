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
  dumpTitle: { fr: 'Fichier complet, N-Quads compressé', en: 'Complete file, compressed N-Quads' },
  sparqlTitle: { fr: 'Interrogation par SPARQL', en: 'Query by SPARQL' },
  themes: { fr: 'Thèmes de données', en: 'Data themes' },
} as const satisfies Record<string, Bilingual>;
