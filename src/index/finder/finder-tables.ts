/**
 * What is found: things that have an address here, numbered from the one with the shortest label on, where many links to a
 * thing count as a shorter label. `found_words` holds the words said of each (words of labels a second time, marked), and
 * no text. `found_things` holds, for some thousands of things at a time, their resources, coordinates and values of facets.
 * `common_words` has the members of words, and beginnings of words, that many things have.
 */
export const FINDER_TABLES = `
  CREATE VIRTUAL TABLE found_words USING fts5(words, content = '', columnsize = 0, detail = none, tokenize = 'ascii');
  CREATE VIRTUAL TABLE found_vocabulary USING fts5vocab(found_words, 'row');
  CREATE TABLE found_things (chunk INTEGER PRIMARY KEY, resources BLOB NOT NULL, places BLOB NOT NULL,
    facets BLOB NOT NULL);
  CREATE TABLE facet_values (id INTEGER PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL,
    vocabulary TEXT NOT NULL, count INTEGER NOT NULL);
  CREATE TABLE common_words (word TEXT PRIMARY KEY, members BLOB NOT NULL) WITHOUT ROWID;
  CREATE TEMP TABLE facts (resource INTEGER PRIMARY KEY, length INTEGER NOT NULL, words TEXT NOT NULL,
    facts TEXT NOT NULL);
`;

/** Things in one row of `found_things`. */
export const CHUNK = 4096;

/** Stands before the words of labels: a character that no word has. */
export const LABEL_MARK = '\uE000';

/** Facets of an IRI: an area that is a concept too is both. */
export type ValueKind = 'dataset' | 'type' | 'period' | 'place' | 'concept' | 'place concept';
