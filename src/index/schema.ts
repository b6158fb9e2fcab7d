/** Kept in `user_version`: an index of another version is remade. */
export const SCHEMA_VERSION = 2;

/**
 * Resources are numbered in the order of their IRIs: a dataset's things are one range of numbers, and the sources of
 * a link, kept by number, come in order.
 */
export const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE resources (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, dataset TEXT NOT NULL);
  CREATE TABLE descriptions (resource INTEGER NOT NULL, statements NOT NULL);
  CREATE TABLE labels (resource INTEGER NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL, rank INTEGER NOT NULL,
    PRIMARY KEY (resource, language)) WITHOUT ROWID;
  CREATE TABLE places (resource INTEGER PRIMARY KEY, latitude REAL NOT NULL, longitude REAL NOT NULL, rank INTEGER NOT NULL);
  CREATE TABLE properties (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE);
  CREATE TABLE links (target INTEGER NOT NULL, property INTEGER NOT NULL, source INTEGER NOT NULL,
    PRIMARY KEY (target, property, source)) WITHOUT ROWID;
  CREATE TABLE incoming (target INTEGER NOT NULL, property INTEGER NOT NULL, sources INTEGER NOT NULL,
    PRIMARY KEY (target, property)) WITHOUT ROWID;
  CREATE TABLE usages (kind TEXT NOT NULL, term TEXT NOT NULL, count INTEGER NOT NULL);
  CREATE TEMP TABLE seen (iri TEXT PRIMARY KEY, dataset TEXT NOT NULL) WITHOUT ROWID;
  CREATE TEMP TABLE raw_links (target INTEGER NOT NULL, property INTEGER NOT NULL, source INTEGER NOT NULL);
`;

/** What is made when all lines were read. */
export const FINISH = `
  INSERT INTO links SELECT DISTINCT target, property, source FROM raw_links ORDER BY target, property, source;
  INSERT INTO incoming SELECT target, property, count(*) FROM links GROUP BY target, property;
  CREATE INDEX descriptions_by_resource ON descriptions (resource);
`;

/** A cache that is written once, aside: no journal, nothing flushed before the end. */
export const BUILD_PRAGMAS = `
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA temp_store = FILE;
  PRAGMA cache_size = -65536;
`;

export const READ_PRAGMAS = `
  PRAGMA query_only = ON;
  PRAGMA mmap_size = 268435456;
  PRAGMA cache_size = -16384;
`;
