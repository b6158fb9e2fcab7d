import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  CONTRIBUTION_STATUSES,
  type ContributionFilter,
  type ContributionStatus,
  type ModeratedContribution,
  type OpenReport,
  type PublicContribution,
  type PublishedSelection,
} from '../model/index.ts';
import { contributionOf, publicOf, type Row, statementOf } from './rows.ts';
import { IS_PUBLISHED } from './schema.ts';

/** What is given where nothing else is asked for. */
const SOME = 100;

/** Every question that is asked of an open file. Throws what SQLite throws. */
export class ContributionReading {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  published({ about, kind, limit = SOME, offset = 0 }: PublishedSelection): readonly PublicContribution[] {
    const conditions = [
      IS_PUBLISHED,
      ...(about === undefined ? [] : ['about = ?']),
      ...(kind ? ['kind = ?'] : []),
    ];
    const sql = `SELECT * FROM contributions WHERE ${conditions.join(' AND ')} ORDER BY moderated_at DESC, number DESC LIMIT ? OFFSET ?`;
    const given = [...(about === undefined ? [] : [about]), ...(kind ? [kind] : [])];
    return this.#all(sql, ...given, limit, offset).map(publicOf);
  }

  find(id: string): PublicContribution | undefined {
    const row = this.#get(`SELECT * FROM contributions WHERE id = ? AND ${IS_PUBLISHED}`, id);
    return row && publicOf(row);
  }

  revision(): number {
    return Number(this.#get("SELECT value FROM meta WHERE key = 'revision'")?.['value']);
  }

  list({ status, kind, limit = SOME }: ContributionFilter): readonly ModeratedContribution[] {
    const conditions = ['true', ...(status ? ['status = ?'] : []), ...(kind ? ['kind = ?'] : [])];
    const sql = `SELECT * FROM contributions WHERE ${conditions.join(' AND ')} ORDER BY number DESC LIMIT ?`;
    return this.#all(sql, ...(status ? [status] : []), ...(kind ? [kind] : []), limit).map(contributionOf);
  }

  counts(): Readonly<Record<ContributionStatus, number>> {
    const rows = this.#all('SELECT status, count(*) AS n FROM contributions GROUP BY status');
    const count = (status: ContributionStatus) =>
      Number(rows.find((row) => row['status'] === status)?.['n'] ?? 0);
    return Object.fromEntries(CONTRIBUTION_STATUSES.map((status) => [status, count(status)])) as Record<
      ContributionStatus,
      number
    >;
  }

  pending(): number {
    return Number(this.#get("SELECT count(*) AS n FROM contributions WHERE status = 'pending'")?.['n']);
  }

  show(id: string): ModeratedContribution | undefined {
    const row = this.#get('SELECT * FROM contributions WHERE id = ?', id);
    return row && contributionOf(row);
  }

  *all(): Generator<ModeratedContribution> {
    const rows = this.#database.prepare('SELECT * FROM contributions ORDER BY number').iterate();
    for (const row of rows) yield contributionOf(row);
  }

  openReports(after: Pick<OpenReport, 'about' | 'id'> | undefined, limit: number): readonly OpenReport[] {
    const sql = `SELECT id, about, subject, property, value FROM contributions
      WHERE kind = 'report' AND status IN ('pending', 'accepted') AND (about, id) > (?, ?) ORDER BY about, id LIMIT ?`;
    return this.#all(sql, after?.about ?? '', after?.id ?? '', limit).map(openReportOf);
  }

  /** The contribution that was kept with a seal. */
  keptWith(seal: string): { readonly id: string; readonly digest: string } | undefined {
    const row = this.#get(
      'SELECT id, digest FROM used_seals JOIN contributions ON id = contribution WHERE seal = ?',
      seal,
    );
    return row && { id: String(row['id']), digest: String(row['digest']) };
  }

  /** One that says the same and is not settled. */
  same(digest: string): string | undefined {
    const row = this.#get("SELECT id FROM contributions WHERE digest = ? AND status <> 'resolved'", digest);
    return row && String(row['id']);
  }

  #all(sql: string, ...given: (string | number)[]): readonly Row[] {
    return this.#prepared(sql).all(...given);
  }

  #get(sql: string, ...given: (string | number)[]): Row | undefined {
    return this.#prepared(sql).get(...given);
  }

  #prepared(sql: string): StatementSync {
    const prepared = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }
}

const openReportOf = (row: Row): OpenReport => ({
  id: String(row['id']),
  about: String(row['about']),
  ...statementOf(row),
});
