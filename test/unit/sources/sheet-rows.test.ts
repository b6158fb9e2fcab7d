import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { copied, SheetRows } from '../../../src/sources/index.ts';

describe('Rows as spreadsheets number them', () => {
  it('are fewer than lines after a cell of several', () => {
    const rows = new SheetRows(['a', 'of\ntwo lines']);
    expect([
      rows.next(3, ['1', 'x']),
      rows.next(4, ['2', 'three\r\nlines\rhere']),
      rows.next(7, ['3', 'y']),
      // An empty line is a row, too.
      rows.next(9, ['4', 'z']),
    ]).toEqual([2, 3, 4, 6]);
  });

  it('begin at the first line where the header is told as a row', () => {
    const rows = new SheetRows();
    expect([rows.next(1, ['a\nb']), rows.next(3, ['1'])]).toEqual([1, 2]);
  });
});

it('A copied cell is the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (cell) => {
      expect(copied(cell)).toBe(cell);
    }),
  );
  expect(copied(`\ud800${'a'.repeat(20)}`)).toBe(`\ud800${'a'.repeat(20)}`);
});
