/** Kept in `user_version`: an index of another version is remade. */
export const SCHEMA_VERSION = 6;

/**
 * Resources are numbered from 1 in the order of their IRIs: a dataset's things are one range of numbers, and the sources
 * of a link, kept by number, come in order. `resources` holds pages of IRIs (`resource-page`), `descriptions` blocks of
 * packed descriptions (`description-block`) by the number of the first thing in each.
 */
export const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
  CREATE TABLE resources (page INTEGER PRIMARY KEY, first TEXT NOT NULL UNIQUE, entries TEXT NOT NULL);
  CREATE TABLE datasets (id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE);
  CREATE TABLE moments (id INTEGER PRIMARY KEY, instant TEXT NOT NULL UNIQUE);
  CREATE TABLE descriptions (first INTEGER PRIMARY KEY, block BLOB NOT NULL);
  CREATE TABLE labels (resource INTEGER NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (resource, language)) WITHOUT ROWID;
  CREATE TABLE places (resource INTEGER PRIMARY KEY, latitude REAL NOT NULL, longitude REAL NOT NULL);
  CREATE TABLE properties (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE);
  CREATE TABLE links (target INTEGER NOT NULL, property INTEGER NOT NULL, source INTEGER NOT NULL,
    subject INTEGER NOT NULL, PRIMARY KEY (target, property, source, subject)) WITHOUT ROWID;
  CREATE TABLE incoming (target INTEGER NOT NULL, property INTEGER NOT NULL, sources INTEGER NOT NULL,
    fragments INTEGER NOT NULL, PRIMARY KEY (target, property)) WITHOUT ROWID;
  CREATE TABLE withdrawals (iri TEXT PRIMARY KEY, date TEXT NOT NULL, replaced_by TEXT, reason_fr TEXT NOT NULL,
    reason_en TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE usages (kind TEXT NOT NULL, term TEXT NOT NULL, count INTEGER NOT NULL);
  CREATE TEMP TABLE raw_links (target INTEGER NOT NULL, property INTEGER NOT NULL, source INTEGER NOT NULL,
    subject INTEGER NOT NULL);
`;

/** What is made when all descriptions were read. The subject of a link is its source, or a hash IRI of it. */
export const FINISH = `
  INSERT INTO links SELECT DISTINCT target, property, source, subject FROM raw_links
    ORDER BY target, property, source, subject;
  INSERT INTO incoming SELECT target, property, count(DISTINCT source), sum(subject <> source) FROM links
    GROUP BY target, property;
`;

/** A cache that is written once, aside: no journal, nothing flushed before the end. */
export const BUILD_PRAGMAS = `
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA temp_store = FILE;
  PRAGMA cache_size = -65536;
`;

/** Locked once (shared: others read too), not for each question: locking costs three times what a question does. */
export const READ_PRAGMAS = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA query_only = ON;
  PRAGMA mmap_size = 268435456;
  PRAGMA cache_size = -16384;
`;
