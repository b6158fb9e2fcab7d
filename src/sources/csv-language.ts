import type { CsvDialect, RecordLanguage } from '../model/index.ts';
import { CsvScanner } from './csv-scanner.ts';
import { TextPlaces } from './text-places.ts';
import { type IsNull, nullTest } from './values.ts';

/** A table held in a text, or one row of it. */
export interface CsvNode {
  readonly columns: ReadonlyMap<string, number>;
  readonly cells: readonly string[];
  /** The table's rows; none within a row. */
  readonly rows: readonly (readonly string[])[];
}

const COMMA: CsvDialect = { delimiter: ',', quote: '"', encoding: 'utf-8' };

/** Names of columns are compared without white space around them, their accents composed. */
export const columnName = (cell: string): string => cell.normalize('NFC').trim();

/** How tables that stand in cells are read: a document is a table, its records are its rows whatever the iterator. */
export function csvLanguage(
  dialect: CsvDialect = COMMA,
  isNull: IsNull = nullTest(undefined),
): RecordLanguage<CsvNode> {
  const single = (name: string) => {
    const column = columnName(name);
    return ({ columns, cells }: CsvNode) => {
      const value = cells[columns.get(column) ?? -1];
      return value === undefined || isNull(value) ? undefined : value;
    };
  };
  return {
    single,
    reference(name) {
      const read = single(name);
      return (node) => {
        const value = read(node);
        return value === undefined ? [] : [value];
      };
    },
    iterator: () => (node) =>
      node.cells.length > 0 ? [node] : node.rows.map((cells) => ({ columns: node.columns, cells, rows: [] })),
    parse: (text) => table(text, dialect),
  };
}

function table(text: string, dialect: CsvDialect): CsvNode {
  const scanner = new CsvScanner(dialect, new TextPlaces(undefined));
  const rows = [...scanner.push(text.replace(/^\uFEFF+/, '')), ...scanner.end()].map(({ record }) => record);
  const names = dialect.header === false ? rows[0]?.map((_, index) => `_col.${index + 1}`) : rows.shift();
  return { columns: new Map(names?.map((name, index) => [columnName(name), index])), cells: [], rows };
}
