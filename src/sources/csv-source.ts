import {
  type Located,
  type RecordSource,
  RefusedInput,
  type Source,
  type SourceFault,
} from '../model/index.ts';
import { faultyTable, noRow, raggedRow, singleColumn } from './csv-complaints.ts';
import { CsvFault } from './csv-fault.ts';
import { columnName } from './csv-language.ts';
import { CsvScanner } from './csv-scanner.ts';
import { partsOf } from './text-parts.ts';
import { openText } from './text-stream.ts';
import { nullTest } from './values.ts';

type Cells = readonly string[];

/** How many ragged rows are kept as examples. */
export const MAX_FAULTS = 10_000;

/**
 * A CSV file (RFC 4180 with a CSVW dialect) as records. The first row names the columns; without header they are
 * named `_col.1`, `_col.2`, … as CSVW does.
 */
export async function openCsv(source: Source, shown: string): Promise<RecordSource<Cells>> {
  const columns = await header(source, shown);
  const faults: SourceFault[] = repeated(columns);
  const isNull = nullTest(source.nulls);
  const single = (name: string) => {
    const index = columns.indexOf(columnName(name));
    return (cells: Cells) => {
      const value = cells[index];
      return value === undefined || isNull(value) ? undefined : value;
    };
  };
  return {
    shown,
    columns,
    faults,
    single,
    reference(name) {
      const read = single(name);
      return (cells) => {
        const value = read(cells);
        return value === undefined ? [] : [value];
      };
    },
    // A row has no records within it but itself.
    iterator: () => (cells) => [cells],
    parse: (text) => text.split(source.dialect.delimiter),
    records: () => records(source, shown, columns.length, faults),
  };
}

async function header(source: Source, shown: string): Promise<readonly string[]> {
  for await (const rows of scannedRows(source, shown)) {
    const [first] = rows;
    if (first === undefined) continue;
    if (source.dialect.header === false) return first.record.map((_, index) => `_col.${index + 1}`);
    return checkedHeader(first, shown, source.dialect.delimiter);
  }
  if (source.dialect.header === false) return [];
  throw new RefusedInput([noRow(shown)]);
}

function checkedHeader(
  { record, line }: Located<Cells>,
  shown: string,
  delimiter: string,
): readonly string[] {
  const columns = record.map(columnName);
  const first = columns[0] ?? '';
  if (columns.length === 1 && /[;|,\t]/.test(first)) {
    const other = mostFrequent(first.match(/[;|,\t]/g) ?? []);
    throw new RefusedInput([singleColumn(shown, line, delimiter, other)]);
  }
  return columns;
}

const mostFrequent = (found: readonly string[]): string =>
  [...new Set(found)].reduce(
    (best, one) => (count(found, one) > count(found, best) ? one : best),
    found[0] ?? '',
  );

const count = (found: readonly string[], wanted: string): number =>
  found.filter((one) => one === wanted).length;

/** Columns that bear a name again: what they hold cannot be asked for. */
function repeated(columns: readonly string[]): SourceFault[] {
  const again = columns.filter((name, at) => name !== '' && columns.indexOf(name) < at);
  return [...new Set(again)].map((detail) => ({ code: 'repeated-column', row: 0, line: 1, detail }));
}

async function* records(
  source: Source,
  shown: string,
  width: number,
  faults: SourceFault[],
): AsyncGenerator<readonly Located<Cells>[]> {
  let withHeader = source.dialect.header !== false;
  for await (const rows of scannedRows(source, shown)) {
    if (withHeader && rows.length > 0) {
      rows.shift();
      withHeader = false;
    }
    for (const { record, row, line } of rows) {
      if (record.length === width) continue;
      if (source.strict) throw new RefusedInput([raggedRow(shown, line, record.length, width)]);
      if (faults.length < MAX_FAULTS) faults.push(ragged(row, line, record.length, width));
    }
    if (rows.length > 0) yield rows;
  }
}

const ragged = (row: number, line: number, found: number, expected: number): SourceFault => ({
  code: found < expected ? 'short-row' : 'long-row',
  row,
  line,
  detail: `${found} ${found < expected ? '<' : '>'} ${expected}`,
});

async function* scannedRows(source: Source, shown: string): AsyncGenerator<Located<string[]>[]> {
  const { places, pieces } = await openText(source);
  const scanner = new CsvScanner(source.dialect, places);
  try {
    for await (const { text, ascii } of pieces)
      for (const part of partsOf(text)) yield scanner.push(part, ascii);
    yield scanner.end();
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    throw new RefusedInput([faultyTable(shown, error)]);
  }
}
