import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CsvDialect } from '../../../src/model/index.ts';
import { CsvFault } from '../../../src/sources/csv-fault.ts';
import { CsvScanner } from '../../../src/sources/csv-scanner.ts';
import { byteCountOf } from '../../../src/sources/encodings.ts';
import { TextPlaces } from '../../../src/sources/text-places.ts';
import { cutAt } from './files.ts';

const COMMA: CsvDialect = { delimiter: ',', quote: '"', encoding: 'utf-8' };
const scannerOf = (dialect: Partial<CsvDialect> = {}) =>
  new CsvScanner({ ...COMMA, ...dialect }, new TextPlaces(byteCountOf('utf-8')));

function scan(pieces: readonly string[], dialect: Partial<CsvDialect> = COMMA) {
  const scanner = scannerOf(dialect);
  return [...pieces.flatMap((piece) => scanner.push(piece)), ...scanner.end()];
}

const cellsOf = (text: string, dialect: Partial<CsvDialect> = COMMA) =>
  scan([text], dialect).map(({ record }) => record);

describe('A CSV text', () => {
  it.each([
    ['rows that end in LF', 'a,b\nc,d\n'],
    ['rows that end in CRLF', 'a,b\r\nc,d\r\n'],
    ['rows that end in CR', 'a,b\rc,d\r'],
    ['rows whose ends are mixed', 'a,b\r\nc,d\n'],
    ['a last row without an end', 'a,b\nc,d'],
    ['empty lines, which are no rows', '\na,b\n\n\r\nc,d\n\n'],
  ])('gives the same rows for %s', (_, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it.each([
    ['a separator inside quotes is text', '"a,b",c', [['a,b', 'c']]],
    ['a doubled quote inside quotes is one quote', '"a ""b"" c",d', [['a "b" c', 'd']]],
    ['a quoted cell of two quotes is one quote', '"""",x', [['"', 'x']]],
    ['line breaks inside quotes are text', '"a\nb\r\nc",d', [['a\nb\r\nc', 'd']]],
    ['text after the closing quote belongs to the cell', '"a" b,c', [['a b', 'c']]],
    ['a quote in the middle of a cell is text', 'a "b" c,d', [['a "b" c', 'd']]],
    ['an empty quoted cell is empty', '"",x', [['', 'x']]],
    ['empty cells are kept', ',,\n', [['', '', '']]],
    ['a separator at the end opens one more cell', 'a,', [['a', '']]],
    ['nothing gives no row', '', []],
  ])('is read so that %s', (_, text, rows) => {
    expect(cellsOf(text)).toEqual(rows);
  });

  it('has no quotes where its dialect has none', () => {
    expect(cellsOf('"a|b"|c', { delimiter: '|', quote: '' })).toEqual([['"a', 'b"', 'c']]);
  });

  it('gives the line on which each row begins, whatever the rows before hold', () => {
    const text = 'a\n"b\nb\r\nb\rb"\n\nc\r\nd';
    expect(scan([text]).map(({ line }) => line)).toEqual([1, 2, 7, 8]);
  });

  it.each([
    ['a,b\nc,"d', 2],
    ['a,"b\nb","c\n', 2],
    ['"a""\n', 1],
  ])('is refused when a quote is never closed, with the line of the quote: %j', (text, line) => {
    expect(() => cellsOf(text)).toThrow(CsvFault);
    expect(() => cellsOf(text)).toThrow(expect.objectContaining({ line }));
  });

  it('is refused early when an open quote swallows the file', () => {
    const scanner = scannerOf();
    const piece = 'x,y\n'.repeat(1 << 18);
    scanner.push('a,b\n1,2\n3,"');
    expect(() => {
      for (let at = 0; at < 40; at++) scanner.push(piece);
    }).toThrow(expect.objectContaining({ line: 3 }));
  });

  it('gives the same rows however it is cut in two', () => {
    const text = 'a,"b\r\nb""b",c\r\n\r\n"x"y,,"z\rz"\rl,m,n\n"é😀","",""';
    const whole = scan([text]);
    expect(whole).toHaveLength(4);
    for (let at = 0; at <= text.length; at++)
      expect(scan([text.slice(0, at), text.slice(at)])).toEqual(whole);
    expect(scan([...text])).toEqual(whole);
  });
});

const dialects = fc.record({
  delimiter: fc.constantFrom(',', ';', '|', '\t', ' '),
  quote: fc.constantFrom('"', "'"),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  quoteAll: fc.boolean(),
  lastEnd: fc.boolean(),
});
const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '😀', ',', ';', '|', '\t', ' ', '"', "'", '\n', '\r', '\r\n'),
});
const tables = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );

interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly end: string;
  readonly quoteAll: boolean;
  readonly lastEnd: boolean;
}

function written(table: readonly (readonly string[])[], dialect: Dialect): string {
  const one = (value: string) => {
    const must = [dialect.delimiter, dialect.quote, '\n', '\r'].some((c) => value.includes(c));
    const doubled = value.replaceAll(dialect.quote, dialect.quote.repeat(2));
    return must || dialect.quoteAll ? dialect.quote + doubled + dialect.quote : value;
  };
  const text = table.map((row) => row.map(one).join(dialect.delimiter)).join(dialect.end);
  return dialect.lastEnd ? text + dialect.end : text;
}

const lineBreaks = (text: string) => text.match(/\r\n?|\n/g)?.length ?? 0;

describe('A CSV dialect', () => {
  it.each([
    ['no quotes', { quote: '' }, '"a,b"\n', [['"a', 'b"']]],
    ['an escape character', { escape: '\\' }, '"a\\"b\\\\",c\n', [['a"b\\', 'c']]],
    ['quotes that are not doubled', { doubleQuote: false }, '"a\\"b",c\n', [['a"b', 'c']]],
    [
      'comments',
      { commentPrefix: '#' },
      '# x,y\na,b\n#"\nc,#d\n',
      [
        ['a', 'b'],
        ['c', '#d'],
      ],
    ],
    ['lines to skip', { skipRows: 2 }, 'Export "of\n\na,b\n', [['a', 'b']]],
    ['trimmed cells', { trim: true }, ' a , " b "\n', [['a', '" b "']]],
    ['cells trimmed at one side', { trim: 'end' as const }, ' a , b\n', [[' a', ' b']]],
    [
      'CRLF only',
      { lineTerminators: ['\r\n'] },
      'a\nb,c\rd\r\ne,f',
      [
        ['a\nb', 'c\rd'],
        ['e', 'f'],
      ],
    ],
    [
      'ends of its own',
      { lineTerminators: ['||\n'] },
      'a,b|\n||\nc,d||\n',
      [
        ['a', 'b|\n'],
        ['c', 'd'],
      ],
    ],
  ])('may have %s', (_, dialect, text, rows) => {
    expect(cellsOf(text, dialect)).toEqual(rows);
    for (let at = 0; at <= text.length; at++)
      expect(scan([text.slice(0, at), text.slice(at)], dialect).map(({ record }) => record)).toEqual(rows);
  });
});

describe('A table written as CSV', () => {
  it('is read back equal, with its lines, in any dialect and in any pieces', () => {
    fc.assert(
      fc.property(tables, dialects, fc.array(fc.nat(), { maxLength: 8 }), (table, dialect, places) => {
        const rows = scan(cutAt(written(table, dialect), places), dialect);
        expect(rows.map(({ record }) => record)).toEqual(table);
        const before = (index: number) =>
          table
            .slice(0, index)
            .reduce((sum, row) => sum + 1 + row.reduce((n, one) => n + lineBreaks(one), 0), 0);
        expect(rows.map(({ line }) => line)).toEqual(table.map((_, index) => 1 + before(index)));
        const start = (index: number) => written(table.slice(0, index), { ...dialect, lastEnd: index > 0 });
        expect(rows.map(({ offset }) => offset)).toEqual(
          table.map((_, index) => Buffer.byteLength(start(index))),
        );
      }),
      { numRuns: 500 },
    );
  });
});
