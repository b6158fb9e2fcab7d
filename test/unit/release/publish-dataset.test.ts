import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ReleasedDataset } from '../../../src/model/index.ts';
import { publishDataset } from '../../../src/release/publish/publish-dataset.ts';
import { packLines } from '../../../src/release/written-file.ts';
import { temporaryFolders } from './folders.ts';

const newFolder = temporaryFolders();
const BASE = 'http://e.org/';
const CONTROL = '\\u0001';

/** Each thing with a place, every hundredth one with a text that XML cannot hold where that is wanted. */
const linesOf = (isForXml: boolean): readonly string[] =>
  Array.from({ length: 3000 }, (_, index) =>
    [
      ['http://schema.org/name', `"œuvre ${isForXml || index % 100 > 0 ? index : CONTROL}"@fr`],
      ['http://www.w3.org/2003/01/geo/wgs84_pos#lat', '"48.8"'],
      ['http://www.w3.org/2003/01/geo/wgs84_pos#long', '"2.3"'],
    ].map(([p, o]) => `<${BASE}id/a/${index}> <${p}> ${o} <${BASE}dataset/a> .`),
  )
    .flat()
    .sort();

async function published(lines: readonly string[], asideFrom: number) {
  const folder = newFolder();
  const dump = await packLines({ folder, path: 'datasets/a.nq.gz' }, [lines]);
  const told: string[] = [];
  const publishing = publishDataset({
    released: { slug: 'a', dump: { ...dump, mediaType: 'application/n-quads' } } as ReleasedDataset,
    base: BASE,
    folder,
    release: { id: '2026-11-23.1', createdAt: '2026-11-23T00:00:00Z' },
    previous: undefined,
    progress: (step) => told.push(JSON.stringify(step)),
    asideFrom,
  });
  return { publishing, told, folder };
}

describe.each([true, false])(
  'A dataset published with the help of a thread (all is for XML: %s)',
  (isForXml) => {
    it('has the same files, to the octet, as one published without', async () => {
      const [alone, helped] = [
        await published(linesOf(isForXml), Number.POSITIVE_INFINITY),
        await published(linesOf(isForXml), 0),
      ];
      const found = await helped.publishing;
      expect(found).toEqual(await alone.publishing);
      expect(helped.told).toEqual(alone.told);
      expect(found.dumps?.map(({ format }) => format).includes('rdf')).toBe(isForXml);
    });
  },
);

describe('A dataset whose dump cannot be read', () => {
  it.each([0, Number.POSITIVE_INFINITY])(
    'is not published, from %s octets on with a thread',
    async (asideFrom) => {
      const { publishing, folder } = await published(linesOf(true), asideFrom);
      rmSync(join(folder, 'datasets/a.nq.gz'));
      await expect(publishing).rejects.toMatchObject({ code: 'ENOENT' });
    },
  );
});
