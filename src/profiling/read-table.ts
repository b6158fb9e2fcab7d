import type { RecordSource, Source } from '../model/index.ts';
import { openSource } from '../sources/index.ts';
import { boundsFor, ColumnTally } from './column-tally.ts';
import type { ProfileOptions } from './options.ts';
import type { Reading } from './reading.ts';
import { RowSample } from './row-sample.ts';

/** Reads a table once, counting each cell where it stands. */
export async function readTable(source: Source, options: ProfileOptions): Promise<Reading> {
  const open = await openSource(source);
  const names = open.columns ?? [];
  const readers = readersOf(open, names);
  const bounds = boundsFor(names.length);
  const columns = names.map((name) => new ColumnTally(name, bounds));
  const sample = new RowSample(names.length);
  let records = 0;
  for await (const batch of open.records()) {
    options.signal?.throwIfAborted();
    for (const { record, row } of batch) {
      records++;
      const keeps = sample.wants(row);
      for (let at = 0; at < readers.length; at++) {
        const cell = readers[at]?.(record);
        if (cell === undefined) continue;
        columns[at]?.add(cell, row);
        if (keeps) sample.keep(row, at, cell);
      }
    }
    options.onProgress?.({ records });
  }
  return { columns, records, sample, faults: open.faults };
}

/** Of columns that bear the same name the first alone can be asked for. */
const readersOf = (open: RecordSource, names: readonly string[]) =>
  names.map(
    (name, at) => (names.indexOf(name) === at ? open.single?.(name) : undefined) ?? (() => undefined),
  );
