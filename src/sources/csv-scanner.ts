import type { CsvDialect } from '../model/index.ts';

/** A record of cells with the line on which it begins (from 1). */
export interface ScannedRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** A quoted cell longer than this was never closed: better a clear refusal than the rest of a file in one cell. */
const MAX_CELL = 8 * 1024 * 1024;

export class UnclosedQuote extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`The quote opened on line ${line} is never closed.`);
    this.name = 'UnclosedQuote';
    this.line = line;
  }
}

/**
 * Cuts decoded text into rows as it arrives (RFC 4180, with LF, CRLF or CR). A quote opens a quoted cell only at the
 * cell's beginning; elsewhere it is text. A row may span pieces of text: `push` returns the rows that are complete.
 */
export class CsvScanner {
  readonly #delimiter: string;
  readonly #quote: string;
  #rest = '';
  #line = 1;

  constructor({ delimiter, quote }: Pick<CsvDialect, 'delimiter' | 'quote'>) {
    this.#delimiter = delimiter;
    this.#quote = quote;
  }

  push(text: string): ScannedRow[] {
    return this.#rows(this.#rest + text, false);
  }

  /** The last row, where the file does not end in a line feed. */
  end(): ScannedRow[] {
    return this.#rest === '' ? [] : this.#rows(this.#rest, true);
  }

  #rows(text: string, last: boolean): ScannedRow[] {
    const rows: ScannedRow[] = [];
    let at = 0;
    while (at < text.length) {
      const row = this.#row(text, at, last);
      if (row === undefined) break;
      if (row.cells.length > 1 || row.cells[0] !== '') rows.push({ cells: row.cells, line: this.#line });
      this.#line += row.lines;
      at = row.next;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > 2 * MAX_CELL) throw new UnclosedQuote(this.#line);
    return rows;
  }

  /** One row from an offset, or undefined where the text ends inside it and more is to come. */
  #row(
    text: string,
    start: number,
    last: boolean,
  ): { cells: string[]; next: number; lines: number } | undefined {
    const cells: string[] = [];
    let at = start;
    let lines = 1;
    for (;;) {
      const line = this.#line + lines - 1;
      const cell =
        text[at] === this.#quote ? this.#quoted(text, { start: at, last, line }) : this.#bare(text, at);
      if (cell === undefined) return undefined;
      cells.push(cell.value);
      lines += cell.lines;
      at = cell.end;
      const boundary = text[at];
      // At the end of this piece nobody knows yet whether a row ends here.
      if (!last && at + 1 >= text.length) return undefined;
      if (boundary === undefined) return { cells, next: at, lines };
      at += 1;
      if (boundary === this.#delimiter) continue;
      return { cells, next: boundary === '\r' && text[at] === '\n' ? at + 1 : at, lines };
    }
  }

  #bare(text: string, start: number): { value: string; end: number; lines: number } {
    let end = start;
    const delimiter = this.#delimiter.charCodeAt(0);
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === delimiter || code === 10 || code === 13) break;
    }
    return { value: text.slice(start, end), end, lines: 0 };
  }

  #quoted(
    text: string,
    { start, last, line }: { start: number; last: boolean; line: number },
  ): { value: string; end: number; lines: number } | undefined {
    let value = '';
    let from = start + 1;
    for (;;) {
      const close = text.indexOf(this.#quote, from);
      if (close < 0) {
        if (last || text.length - start > MAX_CELL) throw new UnclosedQuote(line);
        return undefined;
      }
      value += text.slice(from, close);
      if (close + 1 === text.length && !last) return undefined;
      if (text[close + 1] !== this.#quote) return this.#closed(text, value, close + 1);
      value += this.#quote;
      from = close + 2;
    }
  }

  /** Text between a closing quote and the delimiter belongs to the cell, as spreadsheets read it. */
  #closed(text: string, value: string, after: number): { value: string; end: number; lines: number } {
    const tail = this.#bare(text, after);
    const whole = value + tail.value;
    return { value: whole, end: tail.end, lines: countLines(value) };
  }
}

const countLines = (value: string): number => value.match(/\r\n?|\n/g)?.length ?? 0;
