import type { Bilingual } from '../../model/index.ts';
import { type Family, flag, type KnownColumn, said, value } from '../known-column.ts';
import { MINISTRY } from './publishers.ts';

const award = (fr: string, en: string, names: readonly string[]): KnownColumn =>
  flag(
    'schema:award',
    { fr, en },
    names.flatMap((name) => [name, `tag ${name}`]),
  );
const category = (fr: string, en: string, names: readonly string[]): KnownColumn =>
  flag(
    'schema:category',
    { fr, en },
    names.flatMap((name) => [name, `tag ${name}`]),
  );

/** Labels that lists of places of the ministry tell by a column each. */
const LABELS: readonly KnownColumn[] = [
  award('Jardin remarquable', 'Remarkable garden', ['jardin remarquable']),
  award('Maison des Illustres', 'House of the Illustrious', ['maison des illustres']),
  award('Monument historique', 'Historic monument', ['monument historique']),
  award('Musée de France', 'Museum of France', ['musée de france']),
  award('Architecture contemporaine remarquable', 'Remarkable contemporary architecture', [
    'architecture contemporaine remarquable',
  ]),
  award('Tourisme et handicap', 'Tourism and disability', ['tourisme et handicap']),
  award('Patrimoine mondial de l’Unesco', 'Unesco World Heritage', ['patrimoine mondial de l unesco']),
  award('Ville et pays d’art et d’histoire', 'Town or land of art and history', ['vpah']),
  award('Patrimoine industriel', 'Industrial heritage', ['patrimoine industriel']),
  value('def:protectionEspace', 'text', ['tag protection site', 'protection site'], {
    whole: true,
    ...said('Protection de l’espace', 'Protected area'),
  }),
];

const LABELLED: Bilingual = { fr: 'Année du label', en: 'Year of the label' };
const IDENTIFIED: readonly KnownColumn[] = [
  value('dcterms:identifier', 'plain', ['code id', 'code_id', 'identifiant']),
  value('def:anneeLabel', 'year-within', ['tag année de labellisation', 'année de labellisation'], {
    label: LABELLED,
  }),
  ...LABELS,
];

/** Jardins remarquables. */
export const GARDENS: Family = {
  title: { fr: 'Jardins remarquables', en: 'Remarkable gardens' },
  thing: { fr: 'jardin', en: 'garden' },
  classes: ['schema:Park'],
  marks: [
    ['nom du jardin', 'nom_du_jardin'],
    ['tag jardin remarquable', 'jardin remarquable'],
    ['tag jardin privé', 'jardin privé'],
    ['tag parc paysager', 'tag jardin régulier', 'types de jardin'],
  ],
  needed: 1,
  columns: [
    value('schema:name', 'text', ['nom du jardin', 'jardin'], { nameRank: 1, whole: true }),
    ...IDENTIFIED,
    category('Jardin privé', 'Private garden', ['jardin privé']),
    category('Jardin contemporain', 'Contemporary garden', ['jardin contemporain']),
    category('Parc paysager', 'Landscape park', ['parc paysager']),
    category('Jardin régulier', 'Formal garden', ['jardin régulier']),
    category('Jardin de collection', 'Plant collection', ['jardin de collection']),
    category('Jardin public', 'Public garden', ['jardin public']),
    category('Jardin vivrier', 'Food garden', ['jardin vivrier']),
    category('Jardin d’inspiration médiévale', 'Garden of medieval inspiration', [
      'jardin inspiration médiévale',
    ]),
  ],
  keywords: {
    fr: ['jardins', 'Jardin remarquable', 'parcs'],
    en: ['gardens', 'remarkable gardens', 'parks'],
  },
  themes: ['EDUC', 'ENVI'],
  publisher: MINISTRY,
};

/** Maisons des Illustres. */
export const HOUSES: Family = {
  title: { fr: 'Maisons des Illustres', en: 'Houses of the Illustrious' },
  thing: { fr: 'maison', en: 'house' },
  classes: ['schema:TouristAttraction', 'crm:E22_Human-Made_Object'],
  marks: [
    ['nom de la maison', 'nom_de_la_maison'],
    ['tag maison-des-illustres', 'maison des illustres'],
    ['tag littérature et idées', 'tag histoire et politique'],
  ],
  needed: 2,
  columns: [
    value('schema:name', 'text', ['nom de la maison'], { nameRank: 1, whole: true }),
    ...IDENTIFIED,
    category('Littérature et idées', 'Literature and ideas', ['littérature et idées']),
    category('Arts et architecture', 'Arts and architecture', ['arts et architecture']),
    category('Sciences et industrie', 'Science and industry', ['sciences et industrie']),
    category('Musique, théâtre et cinéma', 'Music, theatre and cinema', ['musique théâtre et cinéma']),
    category('Histoire et politique', 'History and politics', ['histoire et politique']),
  ],
  keywords: {
    fr: ['maisons d’écrivains', 'Maisons des Illustres', 'écrivains'],
    en: ['houses', 'Houses of the Illustrious', 'writers'],
  },
  themes: ['EDUC'],
  publisher: MINISTRY,
};

/** Basilic: cultural places and facilities. */
export const PLACES_OF_CULTURE: Family = {
  title: { fr: 'Lieux culturels', en: 'Cultural places' },
  thing: { fr: 'lieu', en: 'place' },
  classes: ['schema:CivicStructure', 'schema:Place'],
  marks: [
    ['type équipement ou lieu', 'type_equipement_ou_lieu'],
    ['label et appellation', 'label_et_appellation'],
    ['sous domaine', 'sous_domaine'],
    ['identifiant deps', 'identifiant_deps'],
    ['fonction_1', 'fonction 1'],
  ],
  needed: 2,
  columns: [
    value('schema:name', 'text', ['nom', 'nom de l’équipement', 'nom du lieu'], { nameRank: 1, whole: true }),
    value('schema:category', 'text', ['type équipement ou lieu']),
    value('schema:award', 'text', ['label et appellation']),
    value('def:domaine', 'text', ['domaine'], said('Domaine', 'Domain')),
    value('def:sousDomaine', 'text', ['sous domaine'], said('Sous-domaine', 'Subdomain')),
    value(
      'def:fonction',
      'text',
      ['fonction', 'fonction 1', 'fonction 2', 'fonction 3', 'fonction 4'],
      said('Fonction', 'Function'),
    ),
    value('dcterms:identifier', 'plain', ['identifiant', 'identifiant deps']),
  ],
  keywords: { fr: ['lieux culturels', 'équipements', 'Basilic'], en: ['cultural places', 'facilities'] },
  themes: ['EDUC'],
  publisher: MINISTRY,
};
