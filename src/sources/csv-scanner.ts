import type { CsvDialect, Located } from '../model/index.ts';
import { CsvFault } from './csv-fault.ts';
import { type CsvSyntax, csvSyntax, type TerminatorLength } from './csv-syntax.ts';
import type { TextPlaces } from './text-places.ts';

/** A quoted cell longer than this was never closed: better a clear refusal than the rest of a file in one cell. */
const MAX_CELL = 8 * 1024 * 1024;
/** No row of a table is longer. */
const MAX_ROW = 4 * MAX_CELL;
/** Past this length a row that is not complete waits for more. */
const LONG = 1 << 20;

/**
 * Cuts decoded text into rows as it arrives (RFC 4180 and CSVW dialects). A quote opens a quoted cell only at the
 * cell's beginning; elsewhere it is text. A row may span pieces of text: `push` gives the rows that are complete.
 * Cells are slices of the piece that was pushed and keep it alive: who keeps cells for long copies them.
 */
export class CsvScanner {
  readonly #syntax: CsvSyntax;
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #first: number;
  readonly #second: number;
  readonly #terminatorLength: TerminatorLength | undefined;
  readonly #places: TextPlaces;
  #rest = '';
  #restAscii = true;
  #waiting = '';
  #waitingAscii = true;
  #skip: number;
  #row: number;
  #at = 0;
  #end = 0;
  /** Cells of the row before: as many are expected in the next. */
  #width = 0;

  /** `places` stands at the text's beginning. The first row has the number 0 where it is a header, else 1. */
  constructor(dialect: CsvDialect, places: TextPlaces) {
    this.#syntax = csvSyntax(dialect);
    this.#delimiter = this.#syntax.delimiter;
    this.#quote = this.#syntax.quote;
    this.#first = this.#syntax.terminators.first;
    this.#second = this.#syntax.terminators.second;
    this.#terminatorLength = this.#syntax.terminators.length;
    this.#places = places;
    this.#skip = dialect.skipRows ?? 0;
    this.#row = dialect.header === false ? 1 : 0;
  }

  /** `ascii`: every letter took one byte in the file, which makes counting bytes free. */
  push(text: string, ascii = false): Located<string[]>[] {
    this.#waitingAscii &&= ascii;
    this.#waiting += text;
    // A row of many pieces is looked at again only when there is twice as much of it.
    if (this.#rest.length > LONG && this.#waiting.length < this.#rest.length) return [];
    return this.#rows(this.#all(), this.#restAscii, false);
  }

  /** The last row, where the file does not end in a line feed. */
  end(): Located<string[]>[] {
    const rest = this.#all();
    return rest === '' ? [] : this.#rows(rest, this.#restAscii, true);
  }

  #all(): string {
    const all = this.#rest + this.#waiting;
    this.#restAscii &&= this.#waitingAscii;
    this.#waiting = '';
    this.#waitingAscii = true;
    return all;
  }

  #rows(text: string, ascii: boolean, last: boolean): Located<string[]>[] {
    const rows: Located<string[]>[] = [];
    const places = this.#places;
    places.piece(text, ascii);
    this.#at = 0;
    let start = 0;
    while (start < text.length) {
      this.#at = start;
      const record = this.#record(text, last);
      if (record === undefined) break;
      if (record !== NO_RECORD && (record.length > 1 || record[0] !== '')) {
        places.moveTo(start);
        rows.push({ record, row: this.#row++, line: places.line, offset: places.offset });
      }
      start = this.#at;
    }
    places.moveTo(start);
    this.#rest = text.slice(start);
    this.#restAscii = ascii || this.#rest === '';
    if (this.#rest.length > MAX_ROW) throw new CsvFault('long-row', places.line);
    return rows;
  }

  /** The cells of the line at hand, `NO_RECORD` for one that is none, undefined where more text is needed. */
  #record(text: string, last: boolean): string[] | undefined {
    const { comment } = this.#syntax;
    if (this.#skip === 0 && comment === '') return this.#cells(text, last);
    if (this.#skip === 0) {
      if (!last && text.length - this.#at < comment.length) return undefined;
      if (!text.startsWith(comment, this.#at)) return this.#cells(text, last);
    }
    const end = this.#lineEnd(text);
    if (!last && end + this.#syntax.lookahead > text.length) return undefined;
    this.#at = end < text.length ? end + this.#lengthAt(text, end) : end;
    if (this.#skip > 0) this.#skip--;
    return NO_RECORD;
  }

  #cells(text: string, last: boolean): string[] | undefined {
    const cells = new Array<string>(this.#width);
    let count = 0;
    const { lookahead, trim } = this.#syntax;
    let at = this.#at;
    for (;;) {
      const cell = text.charCodeAt(at) === this.#quote ? this.#quoted(text, at, last) : this.#bare(text, at);
      if (cell === undefined) return undefined;
      cells[count++] = trim === undefined ? cell : trim(cell);
      const end = this.#end;
      // At the end of this piece nobody knows yet whether a row ends here.
      if (!last && end + lookahead > text.length) return undefined;
      if (text.charCodeAt(end) === this.#delimiter) {
        at = end + 1;
        continue;
      }
      this.#at = end < text.length ? end + this.#lengthAt(text, end) : end;
      cells.length = count;
      this.#width = count;
      return cells;
    }
  }

  #bare(text: string, start: number): string {
    const end = this.#bareEnd(text, start);
    this.#end = end;
    return text.slice(start, end);
  }

  /** Where a cell without quotes ends: the tight loop of all this. */
  #bareEnd(text: string, start: number): number {
    const delimiter = this.#delimiter;
    const first = this.#first;
    const second = this.#second;
    const length = text.length;
    for (let end = start; end < length; end++) {
      const code = text.charCodeAt(end);
      if (code === delimiter) return end;
      if ((code === first || code === second) && this.#lengthAt(text, end) > 0) return end;
    }
    return length;
  }

  #lineEnd(text: string): number {
    for (let end = this.#at; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if ((code === this.#first || code === this.#second) && this.#lengthAt(text, end) > 0) return end;
    }
    return text.length;
  }

  #lengthAt(text: string, at: number): number {
    if (this.#terminatorLength !== undefined) return this.#terminatorLength(text, at);
    return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1;
  }

  #quoted(text: string, start: number, last: boolean): string | undefined {
    const { quoteText, escaper } = this.#syntax;
    if (escaper !== '') return this.#escaped(text, start, last);
    let value = '';
    let from = start + 1;
    for (;;) {
      const close = text.indexOf(quoteText, from);
      if (close < 0) return this.#unclosed(text, start, last);
      if (text.charCodeAt(close + 1) === this.#quote) {
        value += text.slice(from, close + 1);
        from = close + 2;
        continue;
      }
      if (close + 1 === text.length && !last) return undefined;
      return this.#closed(
        text,
        value === '' ? text.slice(from, close) : value + text.slice(from, close),
        close,
      );
    }
  }

  /** A quoted cell in which a character of its own escapes the next one. */
  #escaped(text: string, start: number, last: boolean): string | undefined {
    const { quoteText, escaper } = this.#syntax;
    let value = '';
    for (let at = start + 1; at < text.length; at++) {
      const letter = text[at] ?? '';
      if (letter === quoteText) return this.#closed(text, value, at);
      if (letter === escaper) at++;
      value += text[at] ?? '';
    }
    return this.#unclosed(text, start, last);
  }

  #unclosed(text: string, start: number, last: boolean): undefined {
    if (!last && text.length - start <= MAX_CELL) return undefined;
    this.#places.moveTo(start);
    throw new CsvFault('unclosed-quote', this.#places.line);
  }

  /** Text between a closing quote and the delimiter belongs to the cell, as spreadsheets read it. */
  #closed(text: string, value: string, close: number): string {
    const end = this.#bareEnd(text, close + 1);
    this.#end = end;
    return end === close + 1 ? value : value + text.slice(close + 1, end);
  }
}

const NO_RECORD: string[] = [];
