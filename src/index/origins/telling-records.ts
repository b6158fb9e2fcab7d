import { folded } from '../../documents/index.ts';
import { percentDecoded, type SourceRecord, type StatementValue } from '../../model/index.ts';

/** A text shorter than this is in too many others to tell anything. */
const TELLING = 3;

/**
 * Of several records those that a value comes from, as far as their cells tell: the value may have been trimmed, split,
 * capitalised or cut out of one. Where none is like it, those that have something in the columns; else all.
 */
export function tellingRecords(
  records: readonly SourceRecord[],
  columns: readonly string[],
  value: StatementValue | undefined,
): readonly SourceRecord[] {
  if (records.length < 2 || columns.length === 0) return records;
  const filled = records.filter(({ cells }) => columns.some((column) => (cells.get(column) ?? '') !== ''));
  if (value === undefined) return orAll(filled, records);
  const wanted = folded(value.termType === 'Literal' ? value.value : ending(value.value));
  const alike = filled.filter(({ cells }) =>
    columns.some((column) => isLike(folded(cells.get(column) ?? ''), wanted)),
  );
  return orAll(orAll(alike, filled), records);
}

const orAll = (some: readonly SourceRecord[], all: readonly SourceRecord[]): readonly SourceRecord[] =>
  some.length > 0 ? some : all;

function isLike(cell: string, wanted: string): boolean {
  if (cell === '' || wanted === '') return false;
  if (cell === wanted) return true;
  return (
    (wanted.length >= TELLING && cell.includes(wanted)) || (cell.length >= TELLING && wanted.includes(cell))
  );
}

/** What an IRI ends in, behind its last slash or hash. */
const ending = (iri: string): string => percentDecoded(/[^/#]*$/.exec(iri)?.[0] ?? iri);
