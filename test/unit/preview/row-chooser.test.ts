import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ChosenRow, ReasonKind } from '../../../src/preview/choose/chosen-row.ts';
import { RowChooser } from '../../../src/preview/choose/row-chooser.ts';

const COLUMNS = ['id', 'name', 'year', 'note'];
const MOST = 20;

function chosen(
  rows: Iterable<readonly string[]>,
  { seed = 'seed', columns = COLUMNS }: { readonly seed?: string; readonly columns?: readonly string[] } = {},
): readonly ChosenRow[] {
  const chooser = new RowChooser(columns, { most: MOST, seed });
  let row = 0;
  for (const cells of rows) chooser.add(++row, cells);
  return chooser.choose();
}

const usual = (row: number): readonly string[] => [`A${row}`, 'Musée des arts', '1987', 'ouvert'];
/** Rows that are alike but for some. */
const table = (
  count: number,
  unusual: Readonly<Record<number, readonly string[]>>,
): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, at) => unusual[at + 1] ?? usual(at + 1));

const reasonsOf = (rows: readonly ChosenRow[], row: number): readonly ReasonKind[] =>
  rows.find((one) => one.row === row)?.reasons.map(({ kind }) => kind) ?? [];

describe('The choice of rows', () => {
  it('is all of a short file, and says so', () => {
    const rows = chosen(table(3, {}));
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3]);
    for (const row of [1, 2, 3]) expect(reasonsOf(rows, row)).not.toEqual([]);
    expect(chosen(table(MOST, {}))).toHaveLength(MOST);
    expect(chosen(table(4, {})).at(-1)?.reasons).toEqual([
      {
        kind: 'every',
        sentence: {
          fr: 'Le fichier est court\u00a0: toutes les fiches sont là.',
          en: 'The file is short: all its records are here.',
        },
      },
    ]);
  });

  it('has the longest, with its characters', () => {
    const rows = chosen(table(200, { 77: ['A77', 'x'.repeat(900), '1987', ''] }));
    const { reasons = [] } = rows.find(({ row }) => row === 77) ?? {};
    expect(reasons).toContainEqual({
      kind: 'longest',
      sentence: {
        fr: 'Parmi les plus longues\u00a0: 907 caractères.',
        en: 'Among the longest: 907 characters.',
      },
    });
  });

  it('has the emptiest, with the columns that are filled', () => {
    const rows = chosen(table(200, { 120: ['A120', '  ', '', ''] }));
    const { reasons = [] } = rows.find(({ row }) => row === 120) ?? {};
    expect(reasons).toContainEqual({
      kind: 'emptiest',
      sentence: {
        fr: 'Parmi les plus vides\u00a0: 1 colonne remplie sur 4.',
        en: 'Among the emptiest: 1 of 4 columns filled.',
      },
    });
  });

  it('has none of the emptiest where all columns of all rows are filled', () => {
    const rows = chosen(table(200, {}));
    expect(rows.flatMap(({ reasons }) => reasons.filter(({ kind }) => kind === 'emptiest'))).toEqual([]);
  });

  it('has the strangest, with the cell that does not look like the others of its column', () => {
    const rows = chosen(table(200, { 33: ['A33', 'Musée des arts', 'vers 1987 ?', 'ouvert'] }));
    const { reasons = [] } = rows.find(({ row }) => row === 33) ?? {};
    expect(reasons).toContainEqual({
      kind: 'strangest',
      column: 'year',
      sentence: expect.objectContaining({
        en: 'Unusual: in “year”, “vers 1987 ?” does not look like the others (1 of 200).',
      }),
    });
  });

  it('has a row that is filled like no other', () => {
    const rows = chosen(table(200, { 150: ['A150', 'Musée des arts', '', 'ouvert'] }));
    expect(reasonsOf(rows, 150)).toEqual(expect.arrayContaining(['emptiest', 'strangest']));
  });

  it('finds nothing strange in a column where nothing is usual', () => {
    const signs = [...'-/.,;:!?()*+'];
    const rows = chosen(
      Array.from({ length: 400 }, (_, at) => [
        `A${at}`,
        [0, 1, 2].map((by) => signs[(at * 7 + by * 5 + (at >> (by * 2))) % signs.length]).join('a'),
        '1987',
        'ouvert',
      ]),
    );
    expect(rows.flatMap(({ reasons }) => reasons.filter(({ column }) => column === 'name'))).toEqual([]);
  });

  it('gives each column a place among the strange before it gives one a second', () => {
    const strange = Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => [at + 20, ['A1', '#'.repeat(at + 1), '1987', 'ouvert']] as const),
    );
    const rows = chosen(table(300, { ...strange, 250: ['A250', 'Musée des arts', '19..', 'ouvert'] }));
    expect(reasonsOf(rows, 250)).toContain('strangest');
  });

  it('fills up by lot: the same seed draws the same rows, another seed others', () => {
    const rows = table(5000, {});
    expect(chosen(rows)).toEqual(chosen(rows));
    expect(chosen(rows, { seed: 'another' })).not.toEqual(chosen(rows));
  });

  it('draws from the whole file, not from its beginning', () => {
    const drawn = chosen(table(10_000, {})).filter(({ reasons }) => reasons[0]?.kind === 'random');
    expect(drawn.filter(({ row }) => row > 5000).length).toBeGreaterThan(2);
    expect(drawn.filter(({ row }) => row <= 5000).length).toBeGreaterThan(2);
  });

  it('is never more than asked for, each row once and with a reason, of any table', () => {
    const cell = fc.oneof(
      fc.constant(''),
      fc.string({ maxLength: 12 }),
      fc.constantFrom('1887', 'XIXe', ' '),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 120 }), (rows) => {
        const found = chosen(rows);
        expect(found).toHaveLength(Math.min(rows.length, MOST));
        expect(new Set(found.map(({ row }) => row)).size).toBe(found.length);
        expect(
          found.filter(({ reasons, row }) => reasons.length === 0 || row < 1 || row > rows.length),
        ).toEqual([]);
      }),
    );
  });
});
