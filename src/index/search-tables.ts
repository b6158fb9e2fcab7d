import type { DatabaseSync } from 'node:sqlite';
import { LIGATURES } from './word-question.ts';

/**
 * What is searched: labels of things, and their places. Labels are numbered from the shortest on, so that a search for
 * a word that most labels hold need not weigh them all. The full text keeps no copy of the labels.
 */
export const SEARCH_TABLES = `
  CREATE TABLE thing_labels (id INTEGER PRIMARY KEY, resource INTEGER NOT NULL, language TEXT NOT NULL);
  CREATE VIRTUAL TABLE label_words USING fts5(text, content = '', tokenize = "unicode61 remove_diacritics 2");
  CREATE VIRTUAL TABLE place_boxes USING rtree(id, south, north, west, east);
`;

const FOLDED_TEXT = LIGATURES.reduce(
  (text, [letter, two]) => `replace(${text}, '${letter}', '${two}')`,
  'text',
);

/** Things have an address here, and no fragment. */
const OF_THINGS = `JOIN resources ON id = resource WHERE iri >= :base AND iri < :below AND instr(iri, '#') = 0`;

/** @param base base IRI, ending in `/` */
export function fillSearchTables(database: DatabaseSync, base: string): void {
  const things = { base, below: `${base.slice(0, -1)}0` };
  const run = (sql: string, parameters = {}) => database.prepare(sql).run(parameters);
  run(
    `INSERT INTO thing_labels (resource, language)
     SELECT resource, language FROM labels ${OF_THINGS} ORDER BY length(text), resource, language`,
    things,
  );
  run(
    `INSERT INTO label_words (rowid, text)
     SELECT id, ${FOLDED_TEXT} FROM thing_labels JOIN labels USING (resource, language) ORDER BY id`,
  );
  run(`INSERT INTO label_words (label_words) VALUES ('optimize')`);
  run(
    `INSERT INTO place_boxes SELECT resource, latitude, latitude, longitude, longitude FROM places ${OF_THINGS}
     ORDER BY resource`,
    things,
  );
}
