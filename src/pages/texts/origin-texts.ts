import { bilingual } from '../typography.ts';
import type { TextTable } from './table.ts';

export const ORIGIN = {
  whence: bilingual('d’où ?', 'where from?'),
  wholeWhence: bilingual('D’où viennent ces données ?', 'Where do these data come from?'),
  file: bilingual('Fichier ', 'File '),
  line: bilingual('ligne {line}', 'line {line}'),
  column: bilingual('colonne {column}', 'column {column}'),
  columns: bilingual('colonnes {columns}', 'columns {columns}'),
  field: bilingual('champ {column}', 'field {column}'),
  fields: bilingual('champs {columns}', 'fields {columns}'),
  moreRecords: bilingual('et {count} autres enregistrements', 'and {count} other records'),
  private: bilingual('(cellule non publiée)', '(cell not published)'),
  empty: bilingual('(vide)', '(empty)'),
  rule: bilingual('Règle ', 'Rule '),
  rules: bilingual(
    'Selon l’enregistrement, l’une de ces règles :',
    'Depending on the record, one of these rules:',
  ),
  cell: bilingual('la cellule telle quelle', 'the cell as it is'),
  constant: bilingual(
    'la même valeur pour chaque enregistrement concerné',
    'the same value for each record concerned',
  ),
  function: bilingual('fonction ', 'function '),
  template: bilingual('modèle ', 'template '),
  lookedUp: bilingual('cherché dans le vocabulaire ', 'looked up in the vocabulary '),
  unchanged: bilingual('Inchangé depuis le {date}.', 'Unchanged since {date}.'),
  shownRelease: bilingual('Version montrée : {id}.', 'Release shown: {id}.'),
  read: bilingual('Lues dans ', 'Read from '),
  report: bilingual('Signaler une erreur sur cette valeur', 'Report an error in this value'),
  reportOneOf: bilingual('Signaler une erreur sur : ', 'Report an error in: '),
  reportAll: bilingual('Signaler une erreur sur ces valeurs', 'Report an error in these values'),
  reportThing: bilingual('Signaler une erreur', 'Report an error'),
  asJson: bilingual('Le détail de chaque énoncé, en JSON', 'Each statement in detail, as JSON'),
  platform: bilingual(
    'Aucune règle du fichier de correspondance ne le dit : la plateforme l’ajoute quand elle contrôle les données.',
    'No rule of the mapping says so: the platform adds it when it checks the data.',
  ),
  untold: bilingual('D’où viennent les autres valeurs : ', 'Where the other values come from: '),
  ontology: bilingual(
    'Ces énoncés sont écrits dans les ontologies publiées avec cette version ; ils ne viennent d’aucun tableau.',
    'These statements are written in the ontologies published with this release; they come from no table.',
  ),
  noMapping: bilingual(
    'Ces énoncés sont écrits par la plateforme ; ils ne viennent d’aucun tableau.',
    'These statements are written by the platform; they come from no table.',
  ),
} satisfies TextTable;
