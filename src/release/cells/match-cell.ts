import { folded } from '../../documents/index.ts';
import { percentDecoded } from '../../model/index.ts';
import type { SourceRecord } from './source-records.ts';

/** A cell of a record. */
export interface FoundCell {
  readonly row: number;
  readonly record: SourceRecord;
  /** Position among the columns. */
  readonly at: number;
}

/** How like a cell is to a value: the same, one holding the other, nothing. */
type Likeness = 0 | 1 | 2 | 3;

/** A text shorter than this is in too many others to tell anything. */
const TELLING = 3;

/**
 * The cell that a value most likely comes from, among the columns of several records: the value may have been trimmed,
 * split, capitalised or cut out of it. Undefined where no cell is like it.
 */
export function cellOfValue(
  records: Iterable<readonly [row: number, record: SourceRecord]>,
  columns: readonly number[],
  value: string,
): FoundCell | undefined {
  const wanted = foldedValue(value);
  let best: { readonly found: FoundCell; readonly likeness: Likeness } | undefined;
  for (const [row, record] of records)
    for (const at of columns) {
      const likeness = likenessOf(folded(record.cells[at] ?? ''), wanted);
      if (likeness > (best?.likeness ?? 0)) best = { found: { row, record, at }, likeness };
      if (likeness === 3) return { row, record, at };
    }
  return best?.found;
}

function likenessOf(cell: string, wanted: string): Likeness {
  if (cell === '' || wanted === '') return 0;
  if (cell === wanted) return 3;
  if (wanted.length >= TELLING && cell.includes(wanted)) return 2;
  return cell.length >= TELLING && wanted.includes(cell) ? 1 : 0;
}

/** Of an address the last part: what stands before it is the mapping's. */
const foldedValue = (value: string): string =>
  folded(
    /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? percentDecoded(/[^/#]*$/.exec(value)?.[0] ?? value) : value,
  );
