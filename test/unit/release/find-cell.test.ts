import { describe, expect, it } from '@jest/globals';
import { findCell } from '../../../src/release/cells/find-cell.ts';

/** The cell for an absent value, in a record of columns A, B and C. */
function absent(cells: readonly [string, string, string], behind: Partial<Parameters<typeof findCell>[1]>) {
  const places = new Map([...'ABC'].map((column, at) => [column, at]));
  const nothing = { columns: [], main: [], conditions: [], subject: ['A'], missing: [] };
  const records = [[1, { line: 2, cells }]] as const;
  return findCell({}, { ...nothing, ...behind }, { records, places });
}

const EITHER = { columns: ['A', 'B'], main: ['A', 'B'], conditions: ['A', 'B'] };

describe('The cell to correct where a value is absent', () => {
  it('is the main one where all are empty, with the others that could make it', () => {
    expect(absent(['', ' ', ''], EITHER)).toMatchObject({ column: 'A', cell: '', otherColumns: ['B'] });
  });

  it('is the one that holds something which gave nothing, though a condition names an empty one', () => {
    expect(absent(['', 'v. 1850', ''], EITHER)).toMatchObject({ column: 'B', cell: 'v. 1850' });
    expect(absent(['v. 1850', '', ''], EITHER)).toMatchObject({ column: 'A', cell: 'v. 1850' });
  });

  it('is an empty one that decides alone whether the value is made', () => {
    expect(absent(['x', '', ''], { columns: ['A'], main: ['A'], conditions: ['C'] })).toMatchObject({
      column: 'C',
    });
  });

  it('is the main one where a second column only adds to it', () => {
    expect(absent(['', 'Paris', ''], { columns: ['A', 'B'], main: ['A'] })).toMatchObject({ column: 'A' });
  });

  it('is that of the identifier where nothing else is known', () => {
    expect(absent(['x', '', ''], {})).toMatchObject({ column: 'A' });
  });

  it('is none where the source lacks the column', () => {
    expect(absent(['x', '', ''], { missing: ['D'] }).column).toBeUndefined();
  });
});

describe('The cell that a value comes from', () => {
  const places = new Map([
    ['A', 0],
    ['B', 1],
  ]);
  const behind = { columns: ['A', 'B'], main: ['A'], conditions: [], subject: [], missing: [] };
  const of = (value: string, ...rows: readonly (readonly string[])[]) =>
    findCell({ value }, behind, {
      records: rows.map((cells, at) => [at + 1, { line: at + 2, cells }] as const),
      places,
    });

  it('is the one that holds it, whatever case and accents', () => {
    expect(of('Métal', ['bois', 'METAL ; verre'])).toMatchObject({ column: 'B', isOfValue: true });
  });

  it('is the one that is the same, before one that only holds it', () => {
    expect(of('1850', ['vers 1850', ''], ['1850', ''])).toMatchObject({ place: { row: 2 }, cell: '1850' });
  });

  it('is found by the last part of an address', () => {
    expect(of('http://e.org/id/artistes/%C3%A9mile-zola', ['', 'Émile Zola'])).toMatchObject({ column: 'B' });
  });

  it('is the main one where none is like it, and that is told', () => {
    expect(of('xyz', ['abc', 'def'])).toMatchObject({ column: 'A', isOfValue: false });
  });

  it('is told by its beginning where it is long', () => {
    expect(of('abc', [`abc${'x'.repeat(5000)}`, '']).cell).toHaveLength(2000);
  });

  it('has a column alone where its record was not read', () => {
    expect(of('abc')).toEqual({ column: 'A', isOfValue: false });
  });
});
