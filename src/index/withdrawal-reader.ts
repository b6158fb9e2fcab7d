import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Withdrawal } from '../model/index.ts';

/** Reads what became of IRIs that are published no more. */
export class WithdrawalReader {
  readonly #query: StatementSync;

  constructor(database: DatabaseSync) {
    this.#query = database.prepare(
      'SELECT date, replaced_by, reason_fr, reason_en FROM withdrawals WHERE iri = ?',
    );
  }

  find(iri: string): Withdrawal | undefined {
    const row = this.#query.get(iri) as Record<string, string | null> | undefined;
    if (!row) return undefined;
    const { date, replaced_by: replacedBy, reason_fr: fr, reason_en: en } = row;
    const reason = { fr: fr ?? '', en: en ?? '' };
    return { iri, date: date ?? '', reason, ...(replacedBy && { replacedBy }) };
  }
}
