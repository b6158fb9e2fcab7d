import type { CsvDialect } from '../../model/index.ts';
import { changedColumns, unwritableDialect } from './interface-failures.ts';
import { isObject, type JsonObject } from './json-values.ts';

/** Records of an interface as rows of a table, in the dialect of the source that reads them. */
export class TableText {
  readonly #dialect: CsvDialect;
  readonly #url: string;
  readonly #lists: 'commas' | 'json';
  #columns: readonly string[] | undefined;

  /** @param lists how a list of values is written in its cell */
  constructor(dialect: CsvDialect, url: string, lists: 'commas' | 'json' = 'commas') {
    const { encoding, quote, delimiter } = dialect;
    if (!/^utf-?8$/i.test(encoding)) throw unwritableDialect(encoding);
    if (quote !== '"' || !DELIMITERS.includes(delimiter)) throw unwritableDialect(`${quote} ${delimiter}`);
    this.#dialect = dialect;
    this.#url = url;
    this.#lists = lists;
  }

  /** Rows of records, behind the header where they are the first. @throws HarvestFailure where columns change */
  rows(records: readonly JsonObject[]): string {
    const lines: string[] = [];
    for (const record of records) {
      const names = Object.keys(record);
      if (this.#columns === undefined) {
        this.#columns = names;
        if (this.#dialect.header !== false) lines.push(this.#row(names));
      }
      const columns = this.#columns;
      const other = names.find((name) => !columns.includes(name));
      if (other !== undefined) throw changedColumns(this.#url, other);
      lines.push(this.#row(columns.map((name) => cellText(record[name], this.#lists))));
    }
    return lines.join('');
  }

  #row(cells: readonly string[]): string {
    const { delimiter } = this.#dialect;
    return `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\n`;
  }
}

/** What portals and readers of tables agree on. */
export const DELIMITERS: readonly string[] = [';', ',', '\t', '|'];

const quoted = (cell: string, delimiter: string): string =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) || /^\s|\s$/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;

/** A value as exports write it: points as “lat, lon”. */
function cellText(value: unknown, lists: 'commas' | 'json'): string {
  if (value === null || value === undefined) return '';
  if (isObject(value)) {
    const { lat, lon } = value;
    return typeof lat === 'number' && typeof lon === 'number' ? `${lat}, ${lon}` : JSON.stringify(value);
  }
  if (Array.isArray(value))
    return lists === 'commas' && value.every((one) => typeof one !== 'object')
      ? value.join(',')
      : JSON.stringify(value);
  return String(value);
}
