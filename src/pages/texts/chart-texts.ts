import type { UnaskedReason } from '../../model/index.ts';
import { bilingual } from '../typography.ts';
import type { TextTable } from './table.ts';

export const CHART = {
  kind: bilingual('Graphique', 'Chart'),
  charts: bilingual('Graphiques', 'Charts'),
  others: bilingual('Les autres graphiques', 'The other charts'),
  numbers: bilingual('Les nombres', 'The numbers'),
  name: bilingual('Nom', 'Name'),
  total: bilingual('Ensemble', 'Together'),
  more: bilingual('{count} de plus dans le tableau.', '{count} more in the table.'),
  moreRows: bilingual('{count} de plus', '{count} more'),
  allRows: bilingual(
    'Les {count} premières lignes ; toutes sont dans le fichier CSV.',
    'The first {count} rows; all of them are in the CSV file.',
  ),
  source: bilingual('Version {id} du {date}.', 'Release {id} of {date}.'),
  latest: bilingual(
    'Cette adresse montre toujours la dernière version ; c’est aujourd’hui la version {id}.',
    'This address always shows the latest release; today that is {id}.',
  ),
  pinned: bilingual(
    'Cette adresse montre pour toujours la version {id} : ses nombres ne changent plus.',
    'This address shows release {id} for ever: its numbers change no more.',
  ),
  address: bilingual('Adresse', 'Address'),
  pin: bilingual('Le même, figé à la version {id}', 'The same, as of release {id}'),
  unpin: bilingual('Le même, toujours à jour', 'The same, always the latest'),
  asOf: bilingual('Tel qu’à la version', 'As of release'),
  show: bilingual('Montrer', 'Show'),
  take: bilingual('Emporter', 'Take away'),
  query: bilingual('La question', 'The query'),
  open: bilingual('L’ouvrir et la changer dans l’éditeur', 'Open it and change it in the editor'),
  queryNote: bilingual(
    'Ce graphique est une requête SPARQL enregistrée ; voici son texte.',
    'This chart is a stored SPARQL query; here is its text.',
  ),
  embed: bilingual('Intégrer à une page', 'Embed in a page'),
  image: bilingual('En image', 'As an image'),
  frame: bilingual('Dans un cadre, avec ses nombres', 'In a frame, with its numbers'),
  edited: bilingual(
    'La question enregistrée a été modifiée depuis ; la réponse suivra avec la prochaine version.',
    'The stored query has been edited since; its answer will come with the next release.',
  ),
  empty: bilingual(
    'La question ne trouve rien dans cette version.',
    'The query finds nothing in this release.',
  ),
  failed: bilingual(
    'Ce graphique n’a pas pu être dessiné quand la version a été faite. Motif : {reason}',
    'This chart could not be drawn when the release was made. Reason: {reason}',
  ),
  tooMany: bilingual(
    'La réponse compte {rows} lignes ; un graphique en montre {most} au plus. La question peut être posée dans l’éditeur.',
    'The answer has {rows} rows; a chart shows {most} at most. The query can be asked in the editor.',
  ),
  unknown: bilingual(
    'La question n’a pas été posée quand cette version a été faite. Elle peut l’être dans l’éditeur ; le graphique viendra avec la prochaine version.',
    'The query was not asked when this release was made. It can be asked in the editor; the chart will come with the next release.',
  ),
  seeChart: bilingual('Voir le graphique et son adresse', 'See the chart and its address'),
} satisfies TextTable;

/** Why a chart has no rows. */
export const UNASKED_REASONS = {
  late: bilingual(
    'La question n’a pas été posée quand cette version a été faite : le temps prévu était écoulé. Elle peut l’être dans l’éditeur.',
    'The query was not asked when this release was made: the time for it had passed. It can be asked in the editor.',
  ),
  others: bilingual(
    'La question interroge d’autres serveurs ; elle n’est pas posée d’avance. Elle peut l’être dans l’éditeur.',
    'The query asks other servers; it is not asked in advance. It can be asked in the editor.',
  ),
  'too-large': bilingual(
    'Les données étaient trop grandes pour poser la question quand cette version a été faite. Elle peut l’être dans l’éditeur.',
    'The data were too large to ask the query when this release was made. It can be asked in the editor.',
  ),
  stopped: bilingual(
    'La question n’a pas reçu de réponse quand cette version a été faite. Elle peut être posée dans l’éditeur.',
    'The query got no answer when this release was made. It can be asked in the editor.',
  ),
} satisfies Readonly<Record<UnaskedReason, TextTable[string]>>;

/** The sentence that tells what a chart shows. */
export const CHART_SENTENCE = {
  one: bilingual('Une seule valeur ({unit}) : {name}, {value}.', 'A single value ({unit}): {name}, {value}.'),
  values: bilingual('{count} valeurs ({unit}).', '{count} values ({unit}).'),
  all: bilingual('Toutes sont égales à {value}.', 'All of them are {value}.'),
  largest: bilingual('La plus grande : {names}, {value}.', 'The largest: {names}, {value}.'),
  smallest: bilingual('La plus petite : {names}, {value}.', 'The smallest: {names}, {value}.'),
  several: bilingual('{count} à égalité', '{count} of them'),
  sum: bilingual('Leur somme : {value}.', 'Their sum: {value}.'),
  series: bilingual('Par série : {list}.', 'By series: {list}.'),
  span: bilingual('De {from} ({first}) à {to} ({last}).', 'From {from} ({first}) to {to} ({last}).'),
  rising: bilingual('La tendance est à la hausse.', 'The trend is upwards.'),
  falling: bilingual('La tendance est à la baisse.', 'The trend is downwards.'),
  steady: bilingual('Aucune tendance ne se dégage.', 'There is no clear trend.'),
} satisfies TextTable;
