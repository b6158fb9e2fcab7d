import { bilingual } from '../typography.ts';
import type { TextTable } from './table.ts';

export const THING = {
  otherProfiles: bilingual('Autres profils', 'Other profiles'),
  thing: bilingual('Chose', 'Thing'),
  address: bilingual('Adresse permanente', 'Permanent address'),
  openInSparql: bilingual('Ouvrir en SPARQL', 'Open in SPARQL'),
  elsewhere: bilingual('Ailleurs', 'Elsewhere'),
  dataset: bilingual('Jeu de données', 'Dataset'),
  release: bilingual('version du {date}', 'release of {date}'),
  incoming: bilingual('Ce qui renvoie ici', 'What links here'),
  linksHere: bilingual('renvoie ici par {property}', 'links here by {property}'),
  linkHere: bilingual('renvoient ici par {property}', 'link here by {property}'),
  allOfThem: bilingual('les {count}, en SPARQL', 'all {count}, in SPARQL'),
  linksTitle: bilingual('Ce qui renvoie à {thing} par {property}', 'What links to {thing} by {property}'),
  nextLinks: bilingual('les suivants', 'the next'),
  place: bilingual('Où', 'Where'),
  onMap: bilingual('{place}, sur une carte', '{place}, on a map'),
  around: bilingual('Voir ce qu’il y a autour', 'See what is around'),
  nature: bilingual('Nature', 'Kind'),
  inLanguage: bilingual('en {language}', 'in {language}'),
  otherLanguages: bilingual('dans d’autres langues', 'in other languages'),
  moreValues: bilingual(
    '{shown} valeurs sur {count} ; toutes sont dans le ',
    '{shown} values of {count}; all are in the ',
  ),
  cut: bilingual(
    'Texte abrégé, {count} caractères en tout ; il est entier dans le ',
    'Text shortened, {count} characters in all; it is whole in the ',
  ),
  cutShort: bilingual(
    'Texte abrégé, {count} caractères en tout.',
    'Text shortened, {count} characters in all.',
  ),
  geometry: bilingual('Géométrie en WKT', 'Geometry as WKT'),
  yes: bilingual('oui', 'yes'),
  no: bilingual('non', 'no'),
  dates: bilingual('Dates', 'Dates'),
} satisfies TextTable;

export const SPARQL = {
  title: bilingual('Interroger en SPARQL', 'Ask in SPARQL'),
  lead: bilingual(
    'Une question, tous les jeux de données à la fois. La réponse est entière ou refusée, jamais coupée.',
    'One question, all datasets at once. An answer is complete or refused, never cut.',
  ),
  question: bilingual('Votre question', 'Your question'),
  format: bilingual('Réponse en', 'Answer as'),
  page: bilingual('page', 'page'),
  forTables: bilingual('Tables (SELECT, ASK)', 'Tables (SELECT, ASK)'),
  forGraphs: bilingual('Graphes (CONSTRUCT, DESCRIBE)', 'Graphs (CONSTRUCT, DESCRIBE)'),
  run: bilingual('Poser la question', 'Ask'),
  answer: bilingual('Réponse', 'Answer'),
  row: bilingual('ligne', 'row'),
  rows: bilingual('lignes', 'rows'),
  shownRows: bilingual(
    'Les {shown} premières sont montrées ; les fichiers les ont toutes :',
    'The first {shown} are shown; the files have all of them:',
  ),
  takeAway: bilingual('À emporter :', 'Take it away:'),
  mapLabel: bilingual(
    'Où sont les lignes : une carte de France et de ses territoires ; la table dit la même chose',
    'Where the rows are: a map of France and its territories; the table says the same',
  ),
  rowsOnMap: bilingual(
    '{count} lignes sur {total} sont sur la carte. Toutes celles qui ont un lieu :',
    '{count} of {total} rows are on the map. All that have a place:',
  ),
  noRow: bilingual(
    'La question est bonne, et rien n’y répond.',
    'The question is fine, and nothing answers it.',
  ),
  yes: bilingual('Oui.', 'Yes.'),
  no: bilingual('Non.', 'No.'),
  problem: bilingual('La question n’a pas reçu de réponse', 'The question was not answered'),
  examples: bilingual('Questions toutes faites', 'Ready-made questions'),
  general: bilingual('D’un jeu à l’autre', 'Across datasets'),
  protocol: bilingual(
    'Les programmes interrogent la même adresse par le protocole SPARQL 1.1 (GET ou POST).',
    'Programs query the same address by the SPARQL 1.1 protocol (GET or POST).',
  ),
} satisfies TextTable;
