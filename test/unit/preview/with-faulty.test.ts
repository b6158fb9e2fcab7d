import { describe, expect, it } from '@jest/globals';
import type { ChosenRow } from '../../../src/preview/choose/chosen-row.ts';
import { type FaultyRow, withFaulty } from '../../../src/preview/choose/with-faulty.ts';

const MOST = 20;
const message = { fr: 'Un lieu doit avoir un nom.', en: 'A place must have a name.' };
const faulty = (row: number): FaultyRow => ({ row, message });

const CHOSEN: readonly ChosenRow[] = Array.from({ length: MOST }, (_, at) => ({
  row: (at + 1) * 10,
  reasons: [{ kind: at < 8 ? 'longest' : 'random', sentence: { fr: 'f', en: 'e' } }],
}));

const kindsOf = (rows: readonly ChosenRow[], row: number) =>
  rows.find((one) => one.row === row)?.reasons.map(({ kind }) => kind);

describe('Rows at fault', () => {
  it('come first, with their sentence', () => {
    const [first] = withFaulty(CHOSEN, [faulty(5)], MOST);
    expect(first).toEqual({
      row: 5,
      reasons: [
        {
          kind: 'faulty',
          sentence: {
            fr: 'Fautive à la dernière lecture entière\u00a0: Un lieu doit avoir un nom.',
            en: 'At fault when the whole file was last read: A place must have a name.',
          },
        },
      ],
    });
  });

  it('take the places of those that were drawn by lot', () => {
    const rows = withFaulty(CHOSEN, [faulty(5), faulty(6)], MOST);
    expect(rows).toHaveLength(MOST);
    expect(rows.map(({ row }) => row)).toEqual(expect.arrayContaining([5, 6, 10, 80]));
    expect(rows.map(({ row }) => row)).not.toContain(200);
  });

  it('are six at most, so that others are seen too', () => {
    const rows = withFaulty(
      CHOSEN,
      Array.from({ length: 30 }, (_, at) => faulty(1001 + at)),
      MOST,
    );
    expect(rows.filter(({ row }) => row > 1000)).toHaveLength(6);
  });

  it('are one with the same row that was chosen for another reason; a lot is no reason then', () => {
    const rows = withFaulty(CHOSEN, [faulty(10), faulty(200)], MOST);
    expect(kindsOf(rows, 10)).toEqual(['faulty', 'longest']);
    expect(kindsOf(rows, 200)).toEqual(['faulty']);
    expect(rows).toHaveLength(MOST);
  });

  it('that were corrected say so', () => {
    const [first] = withFaulty(CHOSEN, [{ ...faulty(5), isCorrected: true }], MOST);
    expect(first?.reasons[0]?.sentence.en).toBe('Is not at fault any more: A place must have a name.');
  });
});
