/** What each version of the file adds to the one before; `user_version` counts them. Never change one that was released. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
  CREATE TABLE contributions (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('report', 'reuse', 'message')),
    status TEXT NOT NULL CHECK (status IN ('pending', 'accepted', 'refused', 'resolved')),
    sent_at TEXT NOT NULL,
    moderated_at TEXT,
    about TEXT,
    subject TEXT,
    property TEXT,
    value TEXT,
    release TEXT NOT NULL,
    text TEXT NOT NULL,
    proposal TEXT,
    address TEXT,
    name TEXT,
    email TEXT,
    answer TEXT,
    reason TEXT,
    resolved_by TEXT,
    flags TEXT NOT NULL,
    digest TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX same ON contributions (digest) WHERE status <> 'resolved';
  CREATE INDEX by_status ON contributions (status, number);
  CREATE INDEX open_reports ON contributions (about, id) WHERE kind = 'report' AND status IN ('pending', 'accepted');
  CREATE INDEX published ON contributions (moderated_at, number)
    WHERE kind <> 'message' AND moderated_at IS NOT NULL AND status IN ('accepted', 'resolved');
  CREATE INDEX published_about ON contributions (about, moderated_at, number)
    WHERE kind <> 'message' AND moderated_at IS NOT NULL AND status IN ('accepted', 'resolved');
  CREATE TABLE used_seals (seal TEXT PRIMARY KEY, contribution TEXT NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID, STRICT;
  CREATE INDEX seals_by_age ON used_seals (until);
  INSERT INTO meta VALUES ('revision', 0);
  `,
];

/** What makes a contribution one that is published. */
export const IS_PUBLISHED =
  "kind <> 'message' AND moderated_at IS NOT NULL AND status IN ('accepted', 'resolved')";

/** What an answer promises stands on the disk: the journal is flushed at each commit. Several processes may write. */
export const PRAGMAS = `
  PRAGMA busy_timeout = 2000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
`;
