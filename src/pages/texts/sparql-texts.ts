import { bilingual } from '../typography.ts';
import type { TextTable } from './table.ts';

/** What the scripts of the query page say; they put values where a text says `{name}`. */
export const DESK = {
  question: bilingual('Votre question', 'Your question'),
  run: bilingual('Poser la question', 'Ask'),
  runHint: bilingual('Ctrl + Entrée dans l’éditeur', 'Ctrl + Enter in the editor'),
  keys: bilingual(
    'Ctrl + Entrée : poser · Ctrl + Espace : compléter',
    'Ctrl + Enter: ask · Ctrl + Space: complete',
  ),
  stop: bilingual('Arrêter', 'Stop'),
  running: bilingual('La question est posée…', 'Asking…'),
  stopped: bilingual(
    'Arrêtée après {seconds} s : le serveur n’y travaille plus.',
    'Stopped after {seconds} s: the server no longer works on it.',
  ),
  noServer: bilingual(
    'Le serveur ne répond pas. Vérifiez la connexion, puis posez la question de nouveau.',
    'The server does not answer. Check the connection, then ask again.',
  ),
  permalink: bilingual('Copier le lien', 'Copy the link'),
  linkCopied: bilingual('Lien copié.', 'Link copied.'),
  linkHere: bilingual('Lien vers cette question', 'Link to this question'),
  advice: bilingual('Remarques sur la question', 'Remarks on the question'),
  lineNumber: bilingual('Ligne {line} :', 'Line {line}:'),
  replaceBy: bilingual('Mettre {text}', 'Put {text}'),
  goToLine: bilingual('Aller à l’endroit', 'Go to the place'),
  answer: bilingual('Réponse', 'Answer'),
  problem: bilingual('La question n’a pas reçu de réponse', 'The question was not answered'),
  oneRow: bilingual('{count} ligne', '{count} row'),
  rowCount: bilingual('{count} lignes', '{count} rows'),
  took: bilingual('{seconds} s en tout', '{seconds} s in all'),
  tookStore: bilingual('{seconds} s de calcul', '{seconds} s of computing'),
  whole: bilingual('réponse entière', 'the whole answer'),
  takeAway: bilingual('À emporter :', 'Take it away:'),
  fileName: bilingual('reponse', 'answer'),
  yes: bilingual('Oui.', 'Yes.'),
  no: bilingual('Non.', 'No.'),
  noRow: bilingual(
    'La question est bonne, et rien n’y répond.',
    'The question is fine, and nothing answers it.',
  ),
  noRowAdvised: bilingual(
    'Rien n’y répond ; les remarques sous la question disent peut-être pourquoi.',
    'Nothing answers it; the remarks below the question may tell why.',
  ),
  views: bilingual('Voir la réponse comme', 'See the answer as'),
  table: bilingual('Table', 'Table'),
  map: bilingual('Carte', 'Map'),
  chart: bilingual('Graphique', 'Chart'),
  raw: bilingual('Texte brut', 'Raw text'),
  rawCut: bilingual(
    'Le début seulement ; les fichiers ont tout.',
    'Only the beginning; the files have everything.',
  ),
  narrow: bilingual('Chercher dans la réponse', 'Search the answer'),
  found: bilingual('{count} trouvées', '{count} found'),
  pages: bilingual('Pages de la réponse', 'Pages of the answer'),
  previous: bilingual('Précédentes', 'Previous'),
  next: bilingual('Suivantes', 'Next'),
  range: bilingual('{first} à {last} sur {count}', '{first} to {last} of {count}'),
  mapLabel: bilingual(
    'Carte de la France et de ses territoires d’outre-mer',
    'Map of France and its overseas territories',
  ),
  placeList: bilingual('Les lignes de la carte, en mots', 'The rows of the map, in words'),
  listed: bilingual('Lignes qui ont un lieu : {count}.', 'Rows that have a place: {count}.'),
  takePlaces: bilingual('Emporter ces lieux :', 'Take these places away:'),
  zoomIn: bilingual('Agrandir', 'Zoom in'),
  zoomOut: bilingual('Réduire', 'Zoom out'),
  placed: bilingual('Lignes sur la carte : {count}.', 'Rows on the map: {count}.'),
  placedElsewhere: bilingual(
    'Hors de ces territoires : {count}, dans la liste.',
    'Outside of these territories: {count}, in the list.',
  ),
  placedNowhere: bilingual('Sans lieu : {count}.', 'Without a place: {count}.'),
  placesLeft: bilingual(
    'Non dessinées : {count} ; la liste et le fichier les ont.',
    'Not drawn: {count}; the list and the file have them.',
  ),
  chartLabel: bilingual('{value}, par {name}', '{value}, by {name}'),
  chartLeft: bilingual(
    'Les {shown} premières lignes sur {count}, dans l’ordre de la réponse.',
    'The first {shown} rows of {count}, in the order of the answer.',
  ),
  chartValue: bilingual('Nombre', 'Number'),
  chartName: bilingual('Nom', 'Name'),
  chartShape: bilingual('Forme', 'Shape'),
  bars: bilingual('barres', 'bars'),
  line: bilingual('courbe', 'line'),
} satisfies TextTable;

export const ADVICE = {
  title: bilingual('Remarques sur la question', 'Remarks on the question'),
  place: bilingual('Ligne {line}, colonne {column} :', 'Line {line}, column {column}:'),
} satisfies TextTable;
