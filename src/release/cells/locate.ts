import {
  type ColumnsBehind,
  type ColumnTracer,
  createColumnTracer,
  type Mapping,
  referencesTo,
} from '../../mapping/index.ts';
import {
  type OtherRow,
  SEVERITIES,
  type ShapeResult,
  type Source,
  type SourceCell,
} from '../../model/index.ts';
import { openSource } from '../../sources/index.ts';
import { columnsOfResult } from './columns-of-result.ts';
import { cut, findCell } from './find-cell.ts';
import { type IsPrivate, publicResults } from './private-cells.ts';
import { readRecords, type SourceRecords } from './source-records.ts';

/** Where things come from: `Origins` is one. */
export interface ThingOrigins {
  of(thing: string): { readonly file: string; readonly row: number; readonly line: number } | undefined;
  /** Rows after the first that speak of the thing too. */
  furtherRows(thing: string): readonly number[];
}

export interface ResultsToLocate {
  readonly origins: ThingOrigins;
  readonly mapping: Mapping;
  readonly base: string;
  readonly source: Source;
  /** Columns that may not be told of: their cells, and values that they may have made, are left out. */
  readonly isPrivate?: IsPrivate;
  /** Of the records that are read again; see `readRecords`. */
  readonly limits?: { readonly records: number; readonly characters: number };
}

/** Results with their cells, in their order, and the records that these stand in. */
export interface LocatedResults {
  readonly results: readonly ShapeResult[];
  readonly records: SourceRecords;
}

/**
 * Finds for each result the cell that is to be corrected: the mapping tells the columns that make such values, the
 * origins tell the records, the source is read a second time for what stands there. Of several records and columns, the
 * cell that the value was made from; for a value that is absent, an empty one. A result whose thing has no record comes
 * back as it is. Results are located without cell where a limit cut their record (`records.truncated`).
 * @throws RefusedInput where the source cannot be read any more
 */
export async function locate(
  results: readonly ShapeResult[],
  { origins, mapping, base, source, limits, isPrivate }: ResultsToLocate,
): Promise<LocatedResults> {
  const { columns: header } = await openSource(source);
  const records = await readRecords({
    source,
    rows: rowsOf(results, origins),
    references: referencesTo(mapping),
    ...(limits ? { limits } : {}),
  });
  const tracing = { mapping, base, ...(header && { header }) };
  const located = { results: locateIn(results, { origins, records, ...tracing }), records };
  if (!isPrivate) return located;
  const trace = tracerOf(tracing);
  return publicResults(located, (result) => touches(columnsOfResult(result, trace), isPrivate), isPrivate);
}

/** Records that were read before, and what tells which of their cells values are made of. */
export interface ReadRecords {
  readonly origins: ThingOrigins;
  readonly mapping: Mapping;
  readonly base: string;
  /** Columns of a table. */
  readonly header?: readonly string[];
  readonly records: SourceRecords;
}

/** The same as `locate` in records that are at hand; nothing is kept private. */
export function locateIn(results: readonly ShapeResult[], read: ReadRecords): readonly ShapeResult[] {
  const { origins, records, header } = read;
  const table = { trace: tracerOf(read), origins, records, places: placesOf(header ?? records.columns) };
  return results.map((result) => ({ ...result, ...placeOf(result, table) }));
}

const tracerOf = ({
  mapping,
  base,
  header,
}: Pick<ReadRecords, 'mapping' | 'base' | 'header'>): ColumnTracer =>
  createColumnTracer(mapping, header === undefined ? { base } : { base, header });

/** Whether a value may come from a private column; one of no column may. */
const touches = ({ columns, conditions, main }: ColumnsBehind, isPrivate: IsPrivate): boolean => {
  const all = [...columns, ...conditions, ...main];
  return all.length === 0 || all.some(isPrivate);
};

/** Of columns with one name the first is read. */
const placesOf = (columns: readonly string[]): ReadonlyMap<string, number> =>
  new Map(columns.map((column, at) => [column, at] as const).reverse());

/** Rows of things at fault, the gravest faults first. */
function rowsOf(results: readonly ShapeResult[], origins: ThingOrigins): Iterable<number> {
  const rows = new Set<number>();
  for (const wanted of SEVERITIES)
    for (const { severity, thing } of results)
      if (severity === wanted) for (const row of recordRows(thing, origins)) rows.add(row);
  return rows;
}

function recordRows(thing: string, origins: ThingOrigins): readonly number[] {
  const first = origins.of(thing);
  return first ? [first.row, ...origins.furtherRows(thing)] : [];
}

interface Table {
  readonly trace: ColumnTracer;
  readonly origins: ThingOrigins;
  readonly records: SourceRecords;
  /** Column → position. */
  readonly places: ReadonlyMap<string, number>;
}

function placeOf(result: ShapeResult, { origins, records, trace, places }: Table): Partial<SourceCell> {
  const first = origins.of(result.thing);
  if (first === undefined) return {};
  const rows = recordRows(result.thing, origins);
  const behind = columnsOfResult(result, trace);
  const found = findCell(result, behind, { records: kept(rows, records), places });
  const others = found.isOfValue ? [] : otherRows(rows.slice(1), found.column, { records, places });
  return {
    file: first.file,
    ...(found.place ?? { row: first.row, line: first.line }),
    ...(found.column === undefined ? {} : { column: found.column }),
    ...(found.cell === undefined ? {} : { cell: found.cell }),
    ...(found.otherColumns === undefined ? {} : { otherColumns: found.otherColumns }),
    ...(others.length === 0 ? {} : { alsoRows: others }),
    ...(behind.missing.length === 0 ? {} : { missingColumns: behind.missing }),
  };
}

/** Characters told of what further rows hold. */
const OF_OTHERS = 200;

function otherRows(
  rows: readonly number[],
  column: string | undefined,
  { records, places }: Pick<Table, 'records' | 'places'>,
): readonly OtherRow[] {
  const at = column === undefined ? undefined : places.get(column);
  return rows.map((row) => {
    const record = records.rows.get(row);
    const cell = at === undefined ? undefined : record?.cells[at];
    return {
      row,
      ...(record?.sheetRow === undefined ? {} : { sheetRow: record.sheetRow }),
      ...(cell === undefined ? {} : { cell: cut(cell, OF_OTHERS) }),
    };
  });
}

const kept = (rows: readonly number[], { rows: records }: SourceRecords) =>
  rows.flatMap((row) => {
    const record = records.get(row);
    return record === undefined ? [] : [[row, record] as const];
  });
