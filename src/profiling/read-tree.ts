import type { Source } from '../model/index.ts';
import { openSource } from '../sources/index.ts';
import { boundsFor, ColumnTally } from './column-tally.ts';
import type { ProfileOptions } from './options.ts';
import type { Reading } from './reading.ts';
import { RowSample } from './row-sample.ts';

/** References beyond these are those of a document, not of records. */
const MOST_COLUMNS = 400;
/** Columns that a document of unknown shape is prepared for. */
const EXPECTED = 60;

/** Reads JSON or XML once: each reference that leads to a value in some record is a column. */
export async function readTree(source: Source, options: ProfileOptions): Promise<Reading> {
  const open = await openSource(source);
  const columns = new Map<string, { readonly tally: ColumnTally; readonly at: number }>();
  const sample = new RowSample(EXPECTED);
  const bounds = boundsFor(EXPECTED);
  let records = 0;
  let isCut = false;
  const columnOf = (reference: string) => {
    const known = columns.get(reference);
    if (known !== undefined) return known;
    if (columns.size >= MOST_COLUMNS) {
      isCut = true;
      return undefined;
    }
    const made = { tally: new ColumnTally(reference, bounds), at: columns.size };
    columns.set(reference, made);
    return made;
  };
  for await (const batch of open.records()) {
    options.signal?.throwIfAborted();
    for (const { record, row } of batch) {
      records++;
      const keeps = sample.wants(row);
      for (const [reference, text] of open.outline?.(record) ?? []) {
        const column = /\S/.test(text) ? columnOf(reference) : undefined;
        if (column === undefined) continue;
        column.tally.add(text, row);
        if (keeps) sample.keep(row, column.at, text);
      }
    }
    options.onProgress?.({ records });
  }
  const faults = isCut
    ? [...open.faults, { code: 'many-references', row: 0, line: 1, detail: String(MOST_COLUMNS) }]
    : open.faults;
  return { columns: [...columns.values()].map(({ tally }) => tally), records, sample, faults };
}
