import type { RecordSource, Source } from '../../model/index.ts';
import { copied, openSource, orNothing, SheetRows } from '../../sources/index.ts';

/** A record as the source writes it. */
export interface SourceRecord {
  readonly line: number;
  /** Of tables: the row as spreadsheets number it. */
  readonly sheetRow?: number;
  /** A cell for each column. */
  readonly cells: readonly string[];
}

/** Some records of a source, read again. */
export interface SourceRecords {
  /** Of a table as its header writes them; of JSON and XML the references that were asked for. */
  readonly columns: readonly string[];
  /** Row → record. Rows count records from 1. */
  readonly rows: ReadonlyMap<number, SourceRecord>;
  /** Whether a limit kept records that were asked for from being read. */
  readonly truncated: boolean;
}

export interface RecordsToRead {
  readonly source: Source;
  /** Rows, the most wanted first: limits cut the others. */
  readonly rows: Iterable<number>;
  /** What to read of a record of JSON or XML; tables are read whole. */
  readonly references: readonly string[];
  /** At most so many records (100,000), and so many characters of them (64 million). */
  readonly limits?: { readonly records: number; readonly characters: number };
}

const LIMITS = { records: 100_000, characters: 64_000_000 };

/**
 * Reads single records of a source once more, as they are written: nothing is trimmed, nothing counts as absent.
 * @throws RefusedInput where the source cannot be read any more
 */
export async function readRecords(request: RecordsToRead): Promise<SourceRecords> {
  const { limits = LIMITS } = request;
  const wanted = new Set<number>();
  let truncated = false;
  for (const row of request.rows) {
    if (wanted.size < limits.records) wanted.add(row);
    else truncated ||= !wanted.has(row);
  }
  const reader = await openReader(request);
  const rows = new Map<number, SourceRecord>();
  let characters = 0;
  for await (const { row, record } of reader.records()) {
    if (wanted.size === rows.size) break;
    if (!wanted.has(row)) continue;
    const read = record();
    characters += read.cells.reduce((sum, cell) => sum + cell.length, 0);
    if (characters > limits.characters) return { columns: reader.columns, rows, truncated: true };
    rows.set(row, read);
  }
  return { columns: reader.columns, rows, truncated };
}

interface Reader {
  readonly columns: readonly string[];
  records(): AsyncGenerator<{ readonly row: number; readonly record: () => SourceRecord }>;
}

const openReader = ({ source, references }: RecordsToRead): Promise<Reader> =>
  source.format === 'csv' ? openTable(source) : openDocument(source, references);

/** A table without header is read by position: columns that bear one name, or none, are all there. */
async function openTable(source: Source): Promise<Reader> {
  const dialect = { ...source.dialect, header: false, trim: false };
  const table = await openSource({ ...source, dialect, nulls: [], strict: false });
  const read = cellReader(table, table.columns ?? []);
  const hasHeader = source.dialect.header !== false;
  const columns = hasHeader ? await firstRow(table, read) : (table.columns ?? []);
  async function* records() {
    const sheet = new SheetRows();
    for await (const batch of table.records())
      for (const { record, row, line } of batch) {
        const cells = read(record);
        const sheetRow = sheet.next(line, cells);
        if (hasHeader && row === 1) continue;
        yield {
          row: hasHeader ? row - 1 : row,
          record: () => ({ line, sheetRow, cells: cells.map(copied) }),
        };
      }
  }
  return { columns, records };
}

async function firstRow(table: RecordSource, read: (record: unknown) => readonly string[]) {
  for await (const [first] of table.records()) if (first) return read(first.record).map(copied);
  return [];
}

async function openDocument(source: Source, references: readonly string[]): Promise<Reader> {
  const document = await openSource({ ...source, nulls: [] });
  const read = cellReader(document, references);
  async function* records() {
    for await (const batch of document.records())
      for (const { record, row, line } of batch)
        yield { row, record: () => ({ line, cells: read(record).map(copied) }) };
  }
  return { columns: references, records };
}

/** Several values of a reference are told one after the other. */
function cellReader(source: RecordSource, columns: readonly string[]) {
  const readings = columns.map((column) => orNothing(() => source.reference(column)) ?? (() => []));
  return (record: unknown): readonly string[] =>
    readings.map((read) => (orNothing(() => read(record)) ?? []).join(' ; '));
}
