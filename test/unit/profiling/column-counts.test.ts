import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ColumnKind } from '../../../src/model/index.ts';
import { column, columnOf, createProfiler, repeated } from './profiled.ts';

let files: Awaited<ReturnType<typeof createProfiler>>;
beforeAll(async () => {
  files = await createProfiler();
});
afterAll(() => files.remove());

/** The column of these values under this header, as it is found. */
const found = async (name: string, values: readonly string[]) =>
  columnOf(await files.profile(column(name, values)), name);

const kindOf = async (name: string, values: readonly string[]): Promise<ColumnKind> =>
  (await found(name, values)).kind.value;

const each = (count: number, make: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('Cells that are not as the others', () => {
  it('are shown with their records, and do not change the kind', async () => {
    const values = [...each(30, (index) => `2024-01-${String((index % 28) + 1).padStart(2, '0')}`)];
    values[4] = 'à dater';
    values[9] = 'inconnue';
    const { kind, odd } = await found('zone', values);
    expect([kind.value, odd]).toEqual([
      'date',
      [
        { value: 'à dater', row: 5 },
        { value: 'inconnue', row: 10 },
      ],
    ]);
  });

  it('make a text of a column where they are many', async () => {
    const values = each(30, (index) =>
      index % 3 === 0 ? `2024-01-${(index % 28) + 10}` : `note ${index} longue`,
    );
    expect(await kindOf('zone', values)).toBe('text');
  });
});

describe('Counts of a column', () => {
  it('are its filled cells, its different values, its longest, its frequent ones and its mark-up', async () => {
    const told = await found('zone', ['a', 'b', 'a', '', 'a', 'Un <b>gras</b> et fin', ' ']);
    expect([told.filled, told.distinct, told.isDistinctExact, told.longest, told.html]).toEqual([
      5,
      3,
      true,
      21,
      1,
    ]);
    expect(told.frequent[0]).toEqual({ value: 'a', count: 3 });
  });

  it('list all values where they are few', async () => {
    const { values } = await found('zone', repeated(['privé', 'public', 'État'], 30));
    expect(values).toEqual(['État', 'privé', 'public']);
  });

  it('stay right where there are more values than are kept', async () => {
    const { filled, distinct, kind, odd } = await found(
      'zone',
      each(13_000, (index) => `${index * 13} m`),
    );
    expect([filled, kind.value, odd]).toEqual([13_000, 'text', []]);
    expect(Math.abs(distinct - 13_000)).toBeLessThan(700);
  });

  it('find the same kinds past what is kept', async () => {
    const day = (index: number) => new Date(Date.UTC(1500, 0, 1 + index)).toISOString().slice(0, 10);
    expect(await kindOf('zone', each(13_000, day))).toBe('date');
    expect(
      await kindOf(
        'zone',
        each(13_000, (index) => `${index}.5`),
      ),
    ).toBe('decimal');
    expect(
      await kindOf(
        'zone',
        each(13_000, (index) => `https://a.fr/${index}`),
      ),
    ).toBe('web-address');
  });
});
