import type { Located, RecordSource } from '../model/index.ts';
import type { SourceRecords } from '../release/index.ts';
import { copied, SheetRows } from '../sources/index.ts';
import type { OpenRecords } from './open-records.ts';

/** Some records of a source, as mapping takes them and as people see them. */
export interface RecordWindow {
  readonly source: RecordSource;
  /** Of a table; absent for JSON and XML. */
  readonly header?: readonly string[];
  readonly located: readonly Located<unknown>[];
  readonly records: SourceRecords;
}

/**
 * Reads the wanted records of a source, and nothing behind the last of them. What the rest of the file is made of is let go.
 * @throws RefusedInput where it turns out unreadable
 */
export async function readWindow(
  { source, columns, cells }: OpenRecords,
  wanted: ReadonlySet<number>,
): Promise<RecordWindow> {
  const located: Located<unknown>[] = [];
  const rows: Map<number, SourceRecords['rows'] extends ReadonlyMap<number, infer R> ? R : never> = new Map();
  const isTable = source.columns !== undefined;
  const sheet = isTable ? new SheetRows(source.columns ?? []) : undefined;
  for await (const batch of source.records()) {
    if (located.length >= wanted.size) break;
    for (const { record, row, line, offset } of batch) {
      const sheetRow = sheet?.next(line, record as readonly string[]);
      if (!wanted.has(row)) continue;
      const read = cells(record).map(copied);
      located.push({ record: isTable ? read : record, row, line, offset });
      rows.set(row, { line, ...(sheetRow !== undefined && { sheetRow }), cells: read });
    }
  }
  return {
    source,
    ...(source.columns && { header: source.columns }),
    located,
    records: { columns, rows, truncated: false },
  };
}
