import { afterEach, describe, expect, it } from '@jest/globals';
import type { Origin } from '../../../src/model/index.ts';
import { type Origins, OriginsWriter } from '../../../src/release/dataset/origins.ts';
import { temporaryFolders } from './folders.ts';

const origin = (row: number, more: object = {}) => ({
  subject: 'http://e.org/id/x/A',
  file: 'x.csv',
  row,
  line: row + 1,
  identifies: false,
  ...more,
});

const newFolder = temporaryFolders();
const opened: Origins[] = [];
afterEach(() => {
  for (const origins of opened.splice(0)) origins.close();
});

async function originsOf(met: readonly Origin[]): Promise<Origins> {
  const writer = new OriginsWriter(newFolder());
  for (const one of met) writer.add(one);
  const origins = await writer.close();
  opened.push(origins);
  return origins;
}

describe('Origins', () => {
  it('tell the further rows of a thing, each once, its parts included', async () => {
    const rows = [1, 1, 4, 4, 9];
    const origins = await originsOf(rows.map((row) => origin(row, { subject: 'http://e.org/id/x/A#part' })));
    expect(origins.of('http://e.org/id/x/A')).toEqual({ file: 'x.csv', row: 1, line: 2 });
    expect(origins.furtherRows('http://e.org/id/x/A')).toEqual([4, 9]);
  });

  it('tell no rows of another file', async () => {
    const origins = await originsOf([origin(1), origin(2, { file: 'y.csv' })]);
    expect(origins.furtherRows('http://e.org/id/x/A')).toEqual([]);
  });

  it('keep twenty further rows of a thing', async () => {
    const origins = await originsOf(Array.from({ length: 99 }, (_, row) => origin(row + 1)));
    expect(origins.furtherRows('http://e.org/id/x/A')).toHaveLength(20);
  });

  it('count identifiers that are met again, and tell the first of them in the order of the records', async () => {
    const met = ['B', 'A', 'B', 'A', 'A'].map((name, index) =>
      origin(index + 1, { subject: `http://e.org/id/x/${name}`, identifies: true }),
    );
    const origins = await originsOf(met);
    const [group] = origins.repeated('x.csv');
    expect(group).toMatchObject({ code: 'repeated-identifier', count: 3 });
    expect(group?.examples.map(({ value, row }) => [value?.at(-1), row])).toEqual([
      ['B', 3],
      ['A', 4],
      ['A', 5],
    ]);
  });

  it('know nothing of a thing that no record speaks of, nor of one whose name begins like another', async () => {
    const origins = await originsOf([origin(1, { subject: 'http://e.org/id/x/AB' })]);
    expect(origins.of('http://e.org/id/x/A')).toBeUndefined();
    expect(origins.furtherRows('http://e.org/id/x/C')).toEqual([]);
  });

  it('are listed in the order of the things, those left out excepted', async () => {
    const met = ['b', 'a#part', 'c', 'a'].map((name, index) =>
      origin(index + 1, { subject: `http://e.org/${name}` }),
    );
    const lines: string[] = [];
    for await (const batch of (await originsOf(met)).lines((thing) => !thing.endsWith('c')))
      lines.push(...batch);
    expect(lines).toEqual([
      'thing\tfile\trow\tline\tfurther',
      'http://e.org/a\tx.csv\t2\t3\t4',
      'http://e.org/b\tx.csv\t1\t2\t',
    ]);
  });
});
