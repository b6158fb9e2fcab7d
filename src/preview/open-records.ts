import type { Located, RecordSource, Source } from '../model/index.ts';
import { openSource, orNothing } from '../sources/index.ts';

/** A source whose records can be read as cells. */
export interface OpenRecords {
  readonly source: RecordSource;
  /** Of a table its header, else the references that were asked for. */
  readonly columns: readonly string[];
  cells(record: unknown): readonly string[];
}

/**
 * Opens a source to look at its records: what counts as absent elsewhere is shown here, ragged rows are borne.
 * @param references what to read of a record of JSON or XML; tables are read whole
 * @throws RefusedInput for a source that cannot be read
 */
export async function openRecords(source: Source, references: readonly string[]): Promise<OpenRecords> {
  const open = await openSource({ ...source, strict: false });
  if (open.columns) {
    return { source: open, columns: open.columns, cells: (record) => record as readonly string[] };
  }
  const asWritten = await openSource({ ...source, strict: false, nulls: [] });
  const readings = references.map((name) => {
    // Compiled on what is read too: for XML it tells how much to hold of what is around a record.
    orNothing(() => open.reference(name));
    return orNothing(() => asWritten.reference(name)) ?? (() => []);
  });
  return {
    source: open,
    columns: references,
    cells: (record) => readings.map((read) => (orNothing(() => read(record)) ?? []).join(' ; ')),
  };
}

/** A source of the same kind that has these records only. */
export const withRecords = (source: RecordSource, records: readonly Located<unknown>[]): RecordSource => {
  const rows = new Set(records.map(({ row }) => row));
  return {
    ...source,
    faults: source.faults.filter(({ row }) => rows.has(row)),
    async *records() {
      if (records.length > 0) yield records;
    },
  };
};
