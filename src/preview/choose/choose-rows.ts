import type { OpenRecords } from '../open-records.ts';
import type { ChosenRow } from './chosen-row.ts';
import { RowChooser } from './row-chooser.ts';

export interface RowsToChoose {
  readonly most: number;
  /** The same seed draws the same rows of the same file. */
  readonly seed: string;
  /** Ends the reading. */
  readonly signal?: AbortSignal;
}

/** What one reading of a whole source gives. */
export interface ChosenRows {
  readonly records: number;
  readonly rows: readonly ChosenRow[];
}

/** Reads a source once, record by record, and chooses. @throws RefusedInput where it turns out unreadable */
export async function chooseRows(
  { source, columns, cells }: OpenRecords,
  { most, seed, signal }: RowsToChoose,
): Promise<ChosenRows> {
  const chooser = new RowChooser(columns, { most, seed });
  for await (const batch of source.records()) {
    signal?.throwIfAborted();
    for (const { record, row } of batch) chooser.add(row, cells(record));
    // Whoever waits for an answer meanwhile gets it between two pieces.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { records: chooser.records, rows: chooser.choose() };
}
