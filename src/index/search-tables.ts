import type { DatabaseSync } from 'node:sqlite';
import { LIGATURES } from './word-question.ts';

/**
 * What is searched: labels of things that have an address here (`searched`), and their places. Labels are numbered from the shortest on, so that a search for
 * a word that most labels hold need not weigh them all. The full text keeps no copy of the labels.
 */
export const SEARCH_TABLES = `
  CREATE TABLE thing_labels (id INTEGER PRIMARY KEY, resource INTEGER NOT NULL, language TEXT NOT NULL);
  CREATE VIRTUAL TABLE label_words USING fts5(text, content = '', tokenize = "unicode61 remove_diacritics 2");
  CREATE VIRTUAL TABLE place_boxes USING rtree(id, south, north, west, east);
  CREATE TEMP TABLE searched (resource INTEGER PRIMARY KEY);
`;

const FOLDED_TEXT = LIGATURES.reduce(
  (text, [letter, two]) => `replace(${text}, '${letter}', '${two}')`,
  'text',
);

/** Those in `searched` only. */
const OF_THINGS = 'WHERE resource IN (SELECT resource FROM searched)';

export function fillSearchTables(database: DatabaseSync): void {
  database.exec(
    `INSERT INTO thing_labels (resource, language)
     SELECT resource, language FROM labels ${OF_THINGS} ORDER BY length(text), resource, language`,
  );
  database.exec(
    `INSERT INTO label_words (rowid, text)
     SELECT id, ${FOLDED_TEXT} FROM thing_labels JOIN labels USING (resource, language) ORDER BY id`,
  );
  database.exec(`INSERT INTO label_words (label_words) VALUES ('optimize')`);
  database.exec(
    `INSERT INTO place_boxes SELECT resource, latitude, latitude, longitude, longitude FROM places ${OF_THINGS}
     ORDER BY resource`,
  );
}
