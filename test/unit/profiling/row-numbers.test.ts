import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createProfiler, table } from './profiled.ts';

let files: Awaited<ReturnType<typeof createProfiler>>;
beforeAll(async () => {
  files = await createProfiler();
});
afterAll(() => files.remove());

const found = async (header: readonly string[], rows: readonly (readonly string[])[]) => {
  const { identifiers, findings } = await files.profile(table(header, rows));
  return { ...identifiers, findings };
};

const each = (count: number, make: (index: number) => readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Numbers in no order. */
const mixed = (index: number): number => ((index + 3) * 7919) % 10_007;
const name = (index: number): string => `Musée ${'abcdefghij'[index % 10]}${mixed(index)} du lieu`;

describe('A row number', () => {
  it.each([
    ['from one', 'id', 1],
    ['from zero', 'index', 0],
    ['from wherever', 'numero', 4012],
    ['under any header', 'cote', 1],
  ])('is refused, %s, with the reason', async (_, header, from) => {
    const rows = each(50, (index) => [String(index + from), `A${mixed(index)}`]);
    const { refused, proposed } = await found([header, 'ref'], rows);
    expect(refused).toEqual([{ columns: [header], reason: expect.anything() }]);
    expect(refused[0]?.reason.en).toContain(`the number of the row (from ${from} to ${from + 49}`);
    expect(refused[0]?.reason.fr).toContain(
      'une ligne ajoutée ou retirée le donnerait à un autre enregistrement',
    );
    expect(proposed?.value).toEqual(['ref']);
  });

  it('is refused where a few rows were taken out since', async () => {
    const rows = each(60, (index) => [String(index + Math.floor(index / 9)), name(index)]);
    const { refused } = await found(['objectid', 'nom'], rows);
    expect(refused[0]?.reason.en).toContain('grows from row to row');
  });

  it('is refused in documents too', async () => {
    const text = JSON.stringify(
      each(30, (index) => [String(index + 1), `A${mixed(index)}`]).map(([id, ref]) => ({ id, ref })),
    );
    const { identifiers } = await files.profile(text);
    expect([identifiers.refused[0]?.columns, identifiers.proposed?.value]).toEqual([['$.id'], ['$.ref']]);
  });

  it('is none where figures are codes in the order of the file', async () => {
    const rows = each(60, (index) => [String(11_001 + index * 37), name(index)]);
    const { refused, proposed } = await found(['code_musee', 'nom'], rows);
    expect([refused, proposed?.value]).toEqual([[], ['code_musee']]);
  });

  it('is none where years follow one another', async () => {
    const rows = each(30, (index) => [String(1990 + index), String(mixed(index))]);
    expect((await found(['annee', 'visiteurs'], rows)).refused).toEqual([]);
  });
});
