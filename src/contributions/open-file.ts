import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { BOUNDS } from './bounds.ts';
import { SECRET_OCTETS } from './form-seal.ts';
import { MIGRATIONS, PRAGMAS } from './schema.ts';

/** An open file of contributions. */
export interface OpenFile {
  readonly database: DatabaseSync;
  /** What forms are sealed with. */
  readonly secret: Uint8Array;
  /** Number of the file on its disk: another one at the same path is another file. */
  readonly inode: bigint;
}

export type OpenedFile =
  | { readonly kind: 'open'; readonly opened: OpenFile }
  | { readonly kind: 'missing' }
  /** Written by a later version of this program. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'unusable'; readonly error: Error };

/** Opens the file, and brings it to the present schema. @param create whether to make it where there is none */
export function openFile(file: string, create: boolean, bytes: number = BOUNDS.bytes): OpenedFile {
  if (!create && !existsSync(file)) return { kind: 'missing' };
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    database = new DatabaseSync(file);
    // It holds addresses that are nobody's to read.
    chmodSync(file, 0o600);
    database.exec(PRAGMAS);
    if (migrate(database) === 'newer') {
      database.close();
      return { kind: 'newer' };
    }
    const pageSize = Number(firstOf(database, 'PRAGMA page_size'));
    database.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(bytes / pageSize))}`);
    const { ino: inode } = statSync(file, { bigint: true });
    return { kind: 'open', opened: { database, secret: secretOf(database), inode } };
  } catch (error) {
    database?.close();
    return { kind: 'unusable', error: error as Error };
  }
}

/** Several processes may come at once: what is missing is looked up again once the file is theirs. */
function migrate(database: DatabaseSync): 'present' | 'newer' {
  const version = (): number => Number(firstOf(database, 'PRAGMA user_version'));
  if (version() > MIGRATIONS.length) return 'newer';
  if (version() === MIGRATIONS.length) return 'present';
  inTransaction(database, () => {
    for (const step of MIGRATIONS.slice(version())) database.exec(step);
    database.prepare("INSERT OR IGNORE INTO meta VALUES ('secret', ?)").run(randomBytes(SECRET_OCTETS));
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
  return 'present';
}

function secretOf(database: DatabaseSync): Uint8Array {
  const secret = firstOf(database, "SELECT value FROM meta WHERE key = 'secret'");
  if (secret instanceof Uint8Array && secret.length === SECRET_OCTETS) return secret;
  throw new Error('the file has no secret');
}

const firstOf = (database: DatabaseSync, sql: string): unknown =>
  Object.values(database.prepare(sql).get() ?? {})[0];

/** Does it whole or not at all; on the disk once this returns. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const done = work();
    database.exec('COMMIT');
    return done;
  } catch (error) {
    // A disk that is full has ended it already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
