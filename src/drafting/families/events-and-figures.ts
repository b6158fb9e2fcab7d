import { type Family, type KnownColumn, said, value } from '../known-column.ts';
import { INSEE, MINISTRY } from './publishers.ts';

const sub = (fr: string, en: string, names: readonly string[]): KnownColumn =>
  value('schema:keywords', 'text', names, said(fr, en));

/** Festivals. */
export const FESTIVALS: Family = {
  title: { fr: 'Festivals', en: 'Festivals' },
  thing: { fr: 'festival', en: 'festival' },
  classes: ['schema:Festival'],
  marks: [
    ['nom du festival', 'nom_du_festival'],
    ['discipline dominante'],
    ['période principale de déroulement du festival', 'mois habituel de début'],
    ['identifiant cnm'],
    ['envergure territoriale'],
  ],
  needed: 2,
  columns: [
    value('schema:name', 'text', ['nom du festival', 'nom de la manifestation'], {
      nameRank: 1,
      whole: true,
    }),
    value('dcterms:identifier', 'plain', ['identifiant', 'no_ordre']),
    value('schema:genre', 'text', ['discipline dominante', 'domaine'], { whole: true }),
    sub('Sous-catégorie (spectacle vivant)', 'Subcategory (performing arts)', [
      'sous-catégorie spectacle vivant',
    ]),
    sub('Sous-catégorie (musique)', 'Subcategory (music)', ['sous-catégorie musique']),
    value('def:categorieCnm', 'text', ['sous-catégorie musique cnm'], {
      whole: true,
      ...said('Catégorie du CNM', 'Category of the CNM'),
    }),
    sub('Sous-catégorie (cinéma)', 'Subcategory (film)', ['sous-catégorie cinéma et audiovisuel']),
    sub('Sous-catégorie (arts visuels)', 'Subcategory (visual arts)', [
      'sous-catégorie arts visuels et arts numériques',
    ]),
    sub('Sous-catégorie (livre)', 'Subcategory (literature)', ['sous-catégorie livre et littérature']),
    value('def:envergure', 'text', ['envergure territoriale'], said('Envergure', 'Reach')),
    value(
      'def:periodeDeroulement',
      'text',
      ['période principale de déroulement du festival', 'période principale de déroulement'],
      { whole: true, ...said('Période de déroulement', 'Season') },
    ),
    value('schema:foundingDate', 'year-within', ['année de création du festival', 'année de création']),
    value('def:decennieCreation', 'text', ['décennie de création du festival'], {
      whole: true,
      ...said('Décennie de création', 'Decade of creation'),
    }),
    value('schema:url', 'web', ['site internet du festival', 'site web']),
    value(
      'def:identifiantCnm',
      'plain',
      ['identifiant cnm'],
      said('Identifiant du CNM', 'Identifier of the CNM'),
    ),
    value(
      'def:identifiantAgence',
      'plain',
      ['identifiant agence a'],
      said('Identifiant de l’agence', 'Identifier of the agency'),
    ),
    value('def:numeroVoie', 'plain', ['numéro de voie'], said('Numéro de voie', 'House number')),
    value('def:typeVoie', 'text', ['type de voie (rue, avenue, boulevard, etc.)', 'type de voie'], {
      whole: true,
      ...said('Type de voie', 'Kind of street'),
    }),
    value('def:nomVoie', 'text', ['nom de la voie'], {
      whole: true,
      ...said('Nom de la voie', 'Street name'),
    }),
  ],
  keywords: { fr: ['festivals', 'spectacle', 'musique'], en: ['festivals', 'performing arts', 'music'] },
  themes: ['EDUC'],
  publisher: MINISTRY,
};

const NOT_TOLD = [
  { code: 'F', label: { fr: 'Musée fermé', en: 'Museum closed' } },
  { code: 'NC', label: { fr: 'Chiffre non communiqué', en: 'Figure not communicated' } },
];

/** Attendance of museums. */
export const ATTENDANCE: Family = {
  title: { fr: 'Fréquentation', en: 'Attendance' },
  thing: { fr: 'observation', en: 'observation' },
  classes: ['qb:Observation'],
  marks: [
    ['payant', 'entrées payantes', 'payants'],
    ['gratuit', 'entrées gratuites', 'gratuits'],
    ['total', 'entrées', 'total entrées', 'fréquentation', 'nombre d’entrées'],
    ['année', 'annee', 'year'],
    ['ref_musee', 'ref musée'],
  ],
  needed: 3,
  columns: [
    value('schema:observationDate', 'year', ['année', 'year'], said('Année', 'Year')),
    value(
      'def:entreesPayantes',
      'whole',
      ['payant', 'entrées payantes', 'payants'],
      said('Entrées payantes', 'Paid admissions'),
    ),
    value(
      'def:entreesGratuites',
      'whole',
      ['gratuit', 'entrées gratuites', 'gratuits'],
      said('Entrées gratuites', 'Free admissions'),
    ),
    value(
      'def:entrees',
      'whole',
      ['total', 'entrées', 'total entrées', 'fréquentation', 'nombre d’entrées'],
      said('Entrées', 'Admissions'),
    ),
    value('def:nomMusee', 'text', ['nom du musée', 'musée', 'nom'], {
      whole: true,
      ...said('Nom du musée', 'Name of the museum'),
    }),
    value(
      'def:codeMusee',
      'plain',
      ['ref_musee', 'ref musée'],
      said('Code statistique du musée', 'Statistical code of the museum'),
    ),
    value('def:musee', 'notice', ['id_museofile', 'museofile', 'identifiant museofile'], {
      linked: 'schema:observationAbout',
      ...said('Musée', 'Museum'),
    }),
    value(
      'def:dateAppellation',
      'date',
      ['date_appellation', 'date appellation'],
      said('Date de l’appellation', 'Date of the label'),
    ),
    {
      names: ['note'],
      use: { kind: 'codes', property: 'def:chiffreManquant', codes: NOT_TOLD },
      ...said('Chiffre manquant', 'Missing figure'),
    },
    value('rdfs:comment', 'text', ['observations', 'observation', 'commentaire'], { whole: true }),
  ],
  nameTemplate: ['nom du musée', 'année'],
  identifier: ['ref_musee', 'année'],
  keywords: { fr: ['fréquentation', 'entrées', 'musées'], en: ['attendance', 'admissions', 'museums'] },
  themes: ['EDUC'],
  publisher: MINISTRY,
};

/** The official geographic code: communes, of all kinds. */
export const COMMUNES: Family = {
  title: { fr: 'Communes', en: 'Municipalities' },
  thing: { fr: 'commune', en: 'municipality' },
  classes: ['schema:AdministrativeArea'],
  marks: [['typecom'], ['tncc'], ['ncc'], ['nccenr'], ['comparent'], ['ctcd']],
  needed: 3,
  columns: [
    value('schema:name', 'text', ['libelle'], { nameRank: 1, whole: true }),
    value('def:codeInsee', 'commune', ['com', 'codgeo'], said('Code Insee', 'Insee code')),
    value('schema:category', 'plain', ['typecom']),
    value('def:departement', 'plain', ['dep'], {
      linked: 'schema:containedInPlace',
      ...said('Département', 'Département'),
    }),
    value('def:region', 'plain', ['reg'], { linked: 'schema:containedInPlace', ...said('Région', 'Region') }),
    value(
      'def:collectiviteDepartementale',
      'plain',
      ['ctcd'],
      said('Collectivité départementale', 'Departmental authority'),
    ),
    value('def:arrondissement', 'plain', ['arr'], said('Arrondissement', 'Arrondissement')),
    value('def:canton', 'plain', ['can'], said('Canton', 'Canton')),
    value('def:typeNom', 'plain', ['tncc'], said('Type de nom en clair', 'Kind of name')),
    value('def:nomMajuscules', 'plain', ['ncc'], said('Nom en majuscules', 'Name in capitals')),
    value('schema:alternateName', 'text', ['nccenr'], { whole: true }),
    value('def:communeParente', 'commune', ['comparent'], said('Commune parente', 'Parent municipality')),
  ],
  identifier: ['typecom', 'com'],
  keywords: {
    fr: ['communes', 'code officiel géographique', 'territoires'],
    en: ['municipalities', 'official geographic code', 'territories'],
  },
  themes: ['REGI', 'GOVE'],
  publisher: INSEE,
};
