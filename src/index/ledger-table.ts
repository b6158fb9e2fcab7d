import type { DatabaseSync } from 'node:sqlite';
import type { LedgerLine } from './read-ledger.ts';

const TABLE = `
  CREATE TEMP TABLE dated (iri TEXT PRIMARY KEY, hash TEXT NOT NULL, moment INTEGER NOT NULL) WITHOUT ROWID;
`;

/** What the ledger says, while an index is built. */
export class LedgerTable {
  readonly #moments = new Map<string, number>();
  readonly #statements: ReturnType<typeof prepare>;
  #isEmpty = true;

  constructor(database: DatabaseSync) {
    database.exec(TABLE);
    this.#statements = prepare(database);
  }

  add({ iri, hash, changed, withdrawal }: LedgerLine): void {
    this.#isEmpty = false;
    if (!withdrawal) {
      this.#statements.dated.run(iri, hash, this.#momentOf(changed));
      return;
    }
    const { date, replacedBy = null, reason } = withdrawal;
    this.#statements.withdrawal.run(iri, date, replacedBy, reason.fr, reason.en);
  }

  /** Hash and number of the moment of what is published. */
  find(iri: string): { readonly hash: string; readonly moment: number } | undefined {
    if (this.#isEmpty) return undefined;
    return this.#statements.find.get(iri) as { hash: string; moment: number } | undefined;
  }

  /** There are as many moments as releases. */
  #momentOf(instant: string): number {
    const known = this.#moments.get(instant);
    if (known !== undefined) return known;
    const id = this.#moments.size + 1;
    this.#statements.moment.run(id, instant);
    this.#moments.set(instant, id);
    return id;
  }
}

function prepare(database: DatabaseSync) {
  return {
    dated: database.prepare('INSERT OR REPLACE INTO dated VALUES (?, ?, ?)'),
    withdrawal: database.prepare('INSERT OR REPLACE INTO withdrawals VALUES (?, ?, ?, ?, ?)'),
    moment: database.prepare('INSERT INTO moments VALUES (?, ?)'),
    find: database.prepare('SELECT hash, moment FROM dated WHERE iri = ?'),
  };
}
