import type { ColumnsBehind } from '../../mapping/index.ts';
import type { ShapeResult, SourceCell } from '../../model/index.ts';
import { cellOfValue } from './match-cell.ts';
import type { SourceRecord } from './source-records.ts';

/** Where to look. */
export interface Records {
  /** Records that speak of the thing, with their rows, the first one first. */
  readonly records: readonly (readonly [row: number, record: SourceRecord])[];
  /** Column → position in a record. */
  readonly places: ReadonlyMap<string, number>;
}

/** The cell to correct, as far as it is known. */
export interface CellToCorrect {
  readonly place?: Pick<SourceCell, 'row' | 'line' | 'sheetRow'>;
  readonly column?: string;
  readonly cell?: string;
  readonly otherColumns?: readonly string[];
  /** Whether the value at fault was recognised in it. */
  readonly isOfValue: boolean;
}

/** The cell that a value was made from; where there is no value, or no cell is like it, the one that should make it. */
export function findCell(
  { value }: Pick<ShapeResult, 'value'>,
  behind: ColumnsBehind,
  { records, places }: Records,
): CellToCorrect {
  const at = behind.columns.flatMap((column) => places.get(column) ?? []);
  const match = value === undefined ? undefined : cellOfValue(records, at, value);
  if (match) {
    const column = behind.columns.find((one) => places.get(one) === match.at);
    return { ...inRecord(match.row, match.record, column, places), isOfValue: true };
  }
  const [first] = records;
  if (first === undefined) return { ...named(usualColumn(behind)), isOfValue: false };
  const [row, record] = first;
  const column = columnAtFault(behind, record, places);
  const ways = behind.main.length > 0 ? behind.main : behind.conditions;
  const otherColumns = value === undefined ? ways.filter((one) => one !== column) : [];
  return {
    ...inRecord(row, record, column, places),
    ...(otherColumns.length === 0 ? {} : { otherColumns }),
    isOfValue: false,
  };
}

/** Where the source lacks the column, no other stands for it. */
const usualColumn = ({ columns, conditions, subject, missing }: ColumnsBehind): string | undefined =>
  columns[0] ?? conditions[0] ?? (missing.length > 0 ? undefined : subject[0]);

/**
 * Of a value that is not there: a column that has something which gave nothing; else the main one, which is empty; where
 * it is not, an empty one that decides whether the value is made.
 */
function columnAtFault(
  behind: ColumnsBehind,
  { cells }: SourceRecord,
  places: Records['places'],
): string | undefined {
  const isEmpty = (column: string) => (cells[places.get(column) ?? -1] ?? '').trim() === '';
  const filled = behind.main.find((column) => !isEmpty(column));
  if (filled === undefined && behind.main[0] !== undefined) return behind.main[0];
  const deciding = behind.conditions.filter((column) => !behind.columns.includes(column));
  return deciding.find(isEmpty) ?? filled ?? usualColumn(behind);
}

function inRecord(
  row: number,
  { line, sheetRow, cells }: SourceRecord,
  column: string | undefined,
  places: Records['places'],
): Omit<CellToCorrect, 'isOfValue'> {
  const at = column === undefined ? undefined : places.get(column);
  return {
    place: { row, line, ...(sheetRow === undefined ? {} : { sheetRow }) },
    ...named(column),
    ...(at === undefined ? {} : { cell: cut(cells[at] ?? '') }),
  };
}

const LONGEST = 2000;
/** A result tells the beginning of a long cell: it stands whole in the corrections. */
export const cut = (cell: string, longest = LONGEST): string =>
  cell.length > longest ? `${cell.slice(0, longest - 1)}…` : cell;

const named = (column: string | undefined) => (column === undefined ? {} : { column });
