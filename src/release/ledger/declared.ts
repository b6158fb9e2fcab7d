import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from '../../declarations/index.ts';
import { readUtf8 } from '../../documents/index.ts';
import { type Complaint, type Place, RefusedInput, type Source, type Withdrawal } from '../../model/index.ts';
import { openSource } from '../../sources/index.ts';
import { type LedgerPart, partOfDataset, partOfTerms } from './part.ts';
import { COLUMNS, type Column, noColumn, readRow, repeatedRow, tooLarge, unknownColumn } from './row.ts';

/** What became of an IRI, or of all others that are gone, and where that is written. */
export interface DeclaredWithdrawal {
  readonly place: Place;
  readonly withdrawal: Omit<Withdrawal, 'iri'>;
}

/** The rows of a `withdrawn.csv`. */
export interface DeclaredWithdrawals {
  readonly rows: ReadonlyMap<string, DeclaredWithdrawal>;
  /** `*`: what becomes of all that is gone and in no other row. */
  readonly rest?: DeclaredWithdrawal;
}

export const NONE_DECLARED: DeclaredWithdrawals = { rows: new Map() };

/** Rows are kept in memory: a dataset given up takes one (`*`). */
const MOST_BYTES = 64 * 1024 * 1024;

/** Parts of which a table says what became of them: datasets, those given up included, and terms. */
export async function declaredParts({ root, base, datasets }: Project): Promise<readonly LedgerPart[]> {
  const folders = await readdir(join(root, 'data'), { withFileTypes: true }).catch(() => []);
  const names = folders.filter((folder) => folder.isDirectory()).map(({ name }) => name);
  const slugs = new Set([...datasets.map(({ slug }) => slug), ...names]);
  const parts = [...slugs].sort().map((slug) => partOfDataset(base, slug));
  const found = await Promise.all([...parts, partOfTerms(base)].map((part) => hasTable(root, part)));
  return found.flatMap((part) => part ?? []);
}

const hasTable = (root: string, part: LedgerPart): Promise<LedgerPart | undefined> =>
  stat(join(root, part.table)).then(
    () => part,
    () => undefined,
  );

/**
 * Reads every `withdrawn.csv` of a project.
 * @returns by the path of the table
 */
export async function readWithdrawals(
  project: Project,
  complaints: Complaint[],
): Promise<ReadonlyMap<string, DeclaredWithdrawals>> {
  const all = new Map<string, DeclaredWithdrawals>();
  for (const part of await declaredParts(project)) {
    try {
      all.set(part.table, await readTable(part, project, complaints));
    } catch (error) {
      if (!(error instanceof RefusedInput)) throw error;
      complaints.push(...error.complaints);
    }
  }
  return all;
}

async function readTable(
  part: LedgerPart,
  { root, base }: Project,
  complaints: Complaint[],
): Promise<DeclaredWithdrawals> {
  const source = await sourceOf(join(root, part.table), part.table);
  const records = await openSource(source);
  const columns = records.columns ?? [];
  for (const column of columns.filter((one) => !(COLUMNS as readonly string[]).includes(one)))
    complaints.push(unknownColumn(part.table, column));
  if (!columns.includes('uri')) throw new RefusedInput([noColumn(part.table)]);
  const cells = COLUMNS.map((column) => [column, records.single?.(column)] as const);
  const rows = new Map<string, DeclaredWithdrawal>();
  let rest: DeclaredWithdrawal | undefined;
  for await (const batch of records.records()) {
    for (const { record, line } of batch) {
      const row = Object.fromEntries(cells.map(([column, read]) => [column, read?.(record)?.trim() ?? '']));
      if (Object.values(row).every((cell) => cell === '')) continue;
      const place = { file: part.table, line };
      const read = readRow(row as Record<Column, string>, { part, base, place });
      complaints.push(...read.complaints);
      const before = read.iri === '*' ? rest : rows.get(read.iri);
      if (before) complaints.push(repeatedRow(place, read.iri, before.place));
      else if (read.iri === '*') rest = { place, withdrawal: read.withdrawal };
      else rows.set(read.iri, { place, withdrawal: read.withdrawal });
    }
  }
  return { rows, ...(rest ? { rest } : {}) };
}

/** A table separated by commas or semicolons, as its first line shows. */
async function sourceOf(path: string, shown: string): Promise<Source> {
  const { size } = await stat(path);
  if (size > MOST_BYTES) throw new RefusedInput([tooLarge(shown)]);
  const read = await readUtf8(path, shown);
  if (read.kind === 'refused') throw new RefusedInput([read.complaint]);
  const dialect = { delimiter: delimiterOf(read.text), quote: '"', encoding: 'utf-8' };
  return { path, shown, format: 'csv', dialect, namespaces: {}, compression: 'none', strict: true };
}

/** What separates the cells of a table: what the line that names the columns shows. */
export const delimiterOf = (text: string): string => (/^[^\r\n]*;/.test(text) ? ';' : ',');
