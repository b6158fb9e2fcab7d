import type { DatabaseSync } from 'node:sqlite';
import type { KeepOutcome, ModeratedContribution, NewContribution, Verdict } from '../model/index.ts';
import type { Bounds } from './bounds.ts';
import { flagsOf } from './flags.ts';
import { inTransaction } from './open-file.ts';
import type { ContributionReading } from './reading.ts';
import { digestOf, newId } from './rows.ts';

/** A contribution whose seal holds. */
export interface SealedContribution {
  readonly given: NewContribution;
  /** Name of the seal: it is used once. */
  readonly seal: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Everything that changes an open file, each whole and on the disk when it returns. Throws what SQLite throws. */
export class ContributionWriting {
  readonly #database: DatabaseSync;
  readonly #reading: ContributionReading;
  readonly #bounds: Bounds;

  constructor(database: DatabaseSync, reading: ContributionReading, bounds: Bounds) {
    this.#database = database;
    this.#reading = reading;
    this.#bounds = bounds;
  }

  keep(sealed: SealedContribution): KeepOutcome {
    return inTransaction(this.#database, () => {
      const digest = digestOf(sealed.given);
      const before = this.#reading.keptWith(sealed.seal);
      if (before && before.digest !== digest) return { kind: 'seal-refused', fault: 'used' };
      const same = before?.id ?? this.#reading.same(digest);
      if (same !== undefined) return { kind: 'repeated', id: same };
      if (this.#reading.pending() >= this.#bounds.pending) return { kind: 'full' };
      return { kind: 'kept', id: this.#insert(sealed, digest) };
    });
  }

  #insert({ given, seal, now }: SealedContribution, digest: string): string {
    const id = newId();
    const { kind, about, statement, release, text, proposal, address, name, email } = given;
    const row = {
      ...{ id, kind, status: 'pending', sent_at: new Date(now).toISOString(), about, release, text },
      ...{ subject: statement?.subject, property: statement?.property, value: statement?.value },
      ...{ proposal, address, name, email, flags: flagsOf(given).join(' '), digest },
    };
    const columns = Object.keys(row);
    this.#database
      .prepare(
        `INSERT INTO contributions (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      )
      .run(...Object.values(row).map((value) => value ?? null));
    this.#database.prepare('DELETE FROM used_seals WHERE until < ?').run(now);
    this.#database
      .prepare('INSERT INTO used_seals VALUES (?, ?, ?)')
      .run(seal, id, now + this.#bounds.formSeconds.most * 1000);
    return id;
  }

  decide(id: string, verdict: Verdict, now: Date): ModeratedContribution | undefined {
    return inTransaction(this.#database, () => {
      const known = this.#reading.show(id);
      if (!known) return undefined;
      const accepted = known.resolvedBy === undefined ? 'accepted' : 'resolved';
      const [status, answer, reason] =
        verdict.kind === 'accept'
          ? [accepted, verdict.answer ?? known.answer ?? null, null]
          : ['refused', known.answer ?? null, verdict.reason];
      this.#database
        .prepare('UPDATE contributions SET status = ?, answer = ?, reason = ?, moderated_at = ? WHERE id = ?')
        .run(status, answer, reason, now.toISOString(), id);
      this.#bump();
      return this.#reading.show(id);
    });
  }

  resolve(ids: readonly string[], release: string): void {
    inTransaction(this.#database, () => {
      const update = this.#database.prepare(
        "UPDATE contributions SET status = 'resolved', resolved_by = ? WHERE id = ? AND status IN ('pending', 'accepted')",
      );
      for (const id of ids) update.run(release, id);
      this.#bump();
    });
  }

  /** Told to every process that remembers pages. */
  #bump(): void {
    this.#database.exec("UPDATE meta SET value = value + 1 WHERE key = 'revision'");
  }
}
