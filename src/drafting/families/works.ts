import type { Family } from '../known-column.ts';
import { OBJECT_COLUMNS } from './object-columns.ts';
import { MINISTRY } from './publishers.ts';

/** Joconde: labels of its exports, codes of the source base. */
export const WORKS: Family = {
  title: { fr: 'Œuvres', en: 'Works' },
  thing: { fr: 'œuvre', en: 'work' },
  classes: ['schema:VisualArtwork', 'crm:E22_Human-Made_Object'],
  marks: [
    ['id-notice'],
    ['millésime', 'mill', 'millésime de création'],
    ['identifiant museofile', 'museo', 'code museofile'],
    ['source de la représentation', 'srep'],
    ['précisions sur l’auteur', 'paut'],
    ['matériaux-techniques', 'matériaux techniques'],
    ['domn'],
    ['titr'],
  ],
  needed: 3,
  columns: OBJECT_COLUMNS,
  notice: 'https://www.pop.culture.gouv.fr/notice/joconde/',
  register: 'http://www.wikidata.org/entity/P347',
  keywords: { fr: ['œuvres', 'collections', 'musées'], en: ['works of art', 'collections', 'museums'] },
  themes: ['EDUC'],
  publisher: MINISTRY,
};

/** The inventory of any museum. */
export const INVENTORY: Family = {
  title: { fr: 'Collections', en: 'Collections' },
  thing: { fr: 'objet', en: 'object' },
  classes: ['schema:VisualArtwork', 'crm:E22_Human-Made_Object'],
  marks: [
    [
      'inv',
      'ninv',
      'numéro d’inventaire',
      'numero inventaire',
      'n° inventaire',
      'n° d’inventaire',
      'inventaire',
      'inventory number',
      'accession number',
    ],
    ['auteur', 'auteurs', 'artiste', 'artist', 'maker'],
    [
      'technique',
      'techniques',
      'matériaux',
      'matière',
      'matières et techniques',
      'matériaux techniques',
      'medium',
      'materials',
    ],
    ['dimensions', 'mesures', 'measurements'],
    ['titre', 'désignation', 'dénomination', 'title', 'object name'],
    ['datation', 'millésime', 'date de création', 'dating', 'date created'],
    ['mode d’acquisition', 'date d’acquisition', 'acquisition'],
    ['domaine', 'sujet', 'école'],
  ],
  needed: 3,
  columns: OBJECT_COLUMNS,
  keywords: { fr: ['collections', 'inventaire', 'musée'], en: ['collections', 'inventory', 'museum'] },
  themes: ['EDUC'],
};
