import { type Family, type KnownColumn, said, value } from '../known-column.ts';
import { MINISTRY } from './publishers.ts';

/** Codes of POP with the prefix that a regional export of 2020 gives them. */
const codes = (...names: readonly string[]): readonly string[] => {
  const isCode = (name: string) => /^[a-z0-9]{3,5}$/.test(name);
  return names.flatMap((name) => (isCode(name) ? [name, `chp${name}`] : [name]));
};

const text = (property: string, fr: string, en: string, names: readonly string[]): KnownColumn =>
  value(property, 'text', codes(...names), said(fr, en));
const whole = (property: string, fr: string, en: string, names: readonly string[]): KnownColumn =>
  value(property, 'text', codes(...names), { whole: true, ...said(fr, en) });

const COLUMNS: readonly KnownColumn[] = [
  value('dcterms:identifier', 'plain', codes('ref', 'reference', 'référence')),
  value(
    'schema:name',
    'text',
    codes('tico', 'titre_editorial_de_la_notice', 'titre courant', 'titre éditorial'),
    { nameRank: 1, whole: true },
  ),
  text('def:denomination', 'Dénomination', 'Kind of building', [
    'deno',
    'denomination_de_l_edifice',
    'dénomination',
  ]),
  whole('def:precisionDenomination', 'Précision sur la dénomination', 'Details on the kind', ['pden']),
  whole('schema:alternateName', 'Appellation', 'Other name', ['appl', 'appellation d’usage']),
  whole('def:vocable', 'Vocable', 'Dedication', ['voca']),
  whole('def:ensemble', 'Ensemble', 'Group of buildings', ['edif']),
  whole('def:destinationActuelle', 'Destination actuelle', 'Present use', ['actu']),
  text('def:mentionAuteur', 'Auteur (mention)', 'Maker (as recorded)', [
    'autr',
    'auteur_de_l_edifice',
    'auteur de l’édifice',
  ]),
  text('def:personneLiee', 'Personne liée à l’édifice', 'Person linked to the building', ['pers']),
  value(
    'crm:P108i_was_produced_by',
    'span',
    codes('scle', 'siecle_de_la_campagne_principale_de_construction', 'siècle'),
    { linked: 'dcterms:temporal', ...said('Construction principale', 'Main construction') },
  ),
  value(
    'def:constructionSecondaire',
    'span',
    codes('scld'),
    said('Construction secondaire', 'Later construction'),
  ),
  value(
    'def:anneeConstruction',
    'span',
    codes('date', 'année de construction'),
    said('Années de construction', 'Years of construction'),
  ),
  text('def:justificationDate', 'Justification de la date', 'Reason for the date', ['jdat']),
  text('def:justificationAuteur', 'Justification de l’auteur', 'Reason for the maker', ['jatt']),
  value('def:historique', 'html', codes('hist', 'historique'), {
    whole: true,
    ...said('Historique', 'History'),
  }),
  value('schema:description', 'html', codes('desc', 'description'), { whole: true }),
  text('def:partieConstituante', 'Partie constituante', 'Component part', ['part', 'parn']),
  text('def:acteProtection', 'Acte de protection', 'Act of protection', [
    'apro',
    'grade',
    'grade_domdfcoding',
  ]),
  text('def:natureProtection', 'Nature de la protection', 'Kind of protection', ['prot']),
  value(
    'def:protection',
    'protection',
    codes('dpro', 'date_et_typologie_de_la_protection'),
    said('Protection', 'Protection'),
  ),
  whole('def:precisionProtection', 'Précision sur la protection', 'Details on the protection', [
    'ppro',
    'precision_de_la_protection',
  ]),
  text('def:elementProtege', 'Élément protégé', 'Protected element', ['mhpp']),
  whole('def:protectionEspace', 'Protection de l’espace', 'Protected area', ['site']),
  whole('def:interet', 'Intérêt', 'Interest', ['inte']),
  text('def:elementRemarquable', 'Élément remarquable', 'Remarkable element', ['rema']),
  whole('def:observations', 'Observations', 'Remarks', ['obs', 'chpobs']),
  whole('def:statutJuridique', 'Statut juridique', 'Legal status', ['stat', 'statut_juridique_de_l_edifice']),
  whole('def:referenceCadastrale', 'Références cadastrales', 'Land register', ['cada']),
  whole('def:lieu', 'Lieu-dit', 'Place', ['lieu']),
  whole('def:aireEtude', 'Aire d’étude', 'Area of study', ['aire']),
  text('def:milieu', 'Milieu d’implantation', 'Setting', ['impl']),
  whole('def:coursEau', 'Cours d’eau', 'River or canal', ['hydr']),
  whole('def:destinataire', 'Genre du destinataire', 'Kind of recipient', ['genr']),
  whole('def:deplacement', 'Déplacement', 'Moved to', ['depl']),
  whole('def:remploi', 'Remploi', 'Reuse', ['remp']),
  value('dcterms:isPartOf', 'notice', codes('refe')),
  value('dcterms:hasPart', 'notice', codes('refp')),
  value('def:codeInsee', 'commune', codes('insee'), said('Code Insee', 'Insee code')),
  value('def:coordonneesRelevees', 'plain', ['coor', 'chpcoor'], {
    whole: true,
    ...said('Coordonnées relevées', 'Coordinates as taken'),
  }),
  value('def:coordonneesProjetees', 'plain', ['chpcoorlb93', 'coorlb93'], {
    whole: true,
    ...said('Coordonnées projetées', 'Projected coordinates'),
  }),
  whole('def:zoneProjection', 'Zone de projection', 'Projection as recorded', ['zone']),
  whole('def:service', 'Service', 'Office', ['user', 'copy']),
  value('schema:sameAs', 'web', ['lien_wikidata']),
  value('rdfs:seeAlso', 'web', ['lien_vers_la_base_archiv_mh', 'liens', 'dosurl']),
];

/** Addresses in the same prefix. */
const ADDRESS: readonly KnownColumn[] = [
  { names: codes('adrs', 'wadrs'), use: { kind: 'address', property: 'schema:streetAddress' } },
  { names: codes('com', 'wcom'), use: { kind: 'address', property: 'schema:addressLocality' } },
  {
    names: codes('dpt'),
    use: { kind: 'address', property: 'schema:addressRegion', linked: 'schema:containedInPlace' },
  },
  value('def:region', 'text', codes('reg'), {
    linked: 'schema:containedInPlace',
    ...said('Région', 'Region'),
  }),
];

/** Mérimée: codes of the base, names of its exports, files of regional inventories. */
export const MONUMENTS: Family = {
  title: { fr: 'Édifices', en: 'Buildings' },
  thing: { fr: 'édifice', en: 'building' },
  classes: ['schema:LandmarksOrHistoricalBuildings', 'crm:E22_Human-Made_Object'],
  marks: [
    codes('tico', 'titre_editorial_de_la_notice'),
    codes('scle', 'siecle_de_la_campagne_principale_de_construction'),
    codes('dpro', 'date_et_typologie_de_la_protection'),
    codes('ppro', 'precision_de_la_protection'),
    codes('cada'),
    ['grade_domdfcoding'],
    ['lien_vers_la_base_archiv_mh'],
    ['coordonnees_au_format_wgs84'],
    ['denomination_de_l_edifice'],
    codes('deno'),
  ],
  needed: 3,
  columns: [...COLUMNS, ...ADDRESS],
  notice: 'https://www.pop.culture.gouv.fr/notice/merimee/',
  register: 'http://www.wikidata.org/entity/P380',
  keywords: { fr: ['patrimoine', 'architecture', 'édifices'], en: ['heritage', 'architecture', 'buildings'] },
  themes: ['EDUC'],
  publisher: MINISTRY,
};

/** Palissy: movable heritage, by the codes of the base. */
export const OBJECTS: Family = {
  title: { fr: 'Objets', en: 'Objects' },
  thing: { fr: 'objet', en: 'object' },
  classes: ['schema:CreativeWork', 'crm:E22_Human-Made_Object'],
  marks: [
    ['cate', 'catégorie technique'],
    ['matr', 'matériaux'],
    ['edif', 'nom de l’édifice'],
    ['empl', 'emplacement de l’œuvre dans l’édifice'],
    ['numa'],
    ['papp'],
    ['stad'],
  ],
  needed: 3,
  columns: [
    whole('def:edifice', 'Édifice', 'Building', ['edif', 'nom de l’édifice']),
    whole('def:emplacement', 'Emplacement', 'Place in the building', [
      'empl',
      'emplacement de l’œuvre dans l’édifice',
    ]),
    text('schema:category', 'Catégorie technique', 'Technical category', ['cate', 'catégorie technique']),
    text('schema:artMedium', 'Matériaux', 'Materials', ['matr', 'matériaux']),
    value('schema:size', 'text', ['dims'], { whole: true }),
    value('def:numeroInventaire', 'plain', ['ninv'], said('Numéro d’inventaire', 'Inventory number')),
    value('def:referenceEdifice', 'notice', ['refa'], {
      linked: 'schema:location',
      ...said('Référence de l’édifice', 'Reference of the building'),
    }),
    ...COLUMNS.filter(({ names }) => !names.includes('edif')),
    ...ADDRESS,
  ],
  notice: 'https://www.pop.culture.gouv.fr/notice/palissy/',
  register: 'http://www.wikidata.org/entity/P481',
  keywords: { fr: ['patrimoine', 'objets mobiliers'], en: ['heritage', 'movable objects'] },
  themes: ['EDUC'],
  publisher: MINISTRY,
};
