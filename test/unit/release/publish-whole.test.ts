import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Release, ReleasedDataset, ReleaseFile } from '../../../src/model/index.ts';
import { filesOf, publishDataset } from '../../../src/release/publish/publish-dataset.ts';
import { publishWhole } from '../../../src/release/publish/publish-whole.ts';
import { packLines, writeLines } from '../../../src/release/written-file.ts';
import { temporaryFolders } from './folders.ts';

const newFolder = temporaryFolders();
const BASE = 'http://e.org/';

/** Slug, or name of a graph beside the datasets → sorted lines. */
type Graphs = Readonly<Record<string, readonly string[]>>;

const BESIDE = ['catalogue', 'withdrawn'];

const linesOf = (folder: string, path: string): readonly string[] =>
  gunzipSync(readFileSync(join(folder, path)))
    .toString()
    .split('\n')
    .filter(Boolean);

async function released(graphs: Graphs, previous?: Release): Promise<Release> {
  const folder = newFolder();
  const release = { id: `2026-11-23.${previous ? 2 : 1}`, createdAt: '2026-11-23T00:00:00Z' };
  const shared = { base: BASE, folder, release, previous, progress: () => undefined };
  const slugs = Object.keys(graphs).filter((name) => !BESIDE.includes(name));
  const datasets: ReleasedDataset[] = [];
  for (const slug of slugs) {
    const dump = await packLines({ folder, path: `datasets/${slug}.nq.gz` }, [graphs[slug] ?? []]);
    const one = { slug, dump: { ...dump, mediaType: 'application/n-quads' } } as ReleasedDataset;
    datasets.push(await publishDataset({ ...shared, released: one }));
  }
  const beside: ReleaseFile[] = [];
  for (const name of BESIDE.filter((one) => graphs[one]))
    beside.push(await writeLines(folder, `${name}.nq.gz`, [graphs[name] ?? []]));
  const whole = await publishWhole({ ...shared, draft: folder, released: datasets, graphs: beside });
  const files = [...datasets.flatMap(filesOf), ...beside, ...whole.files];
  return { folder, manifest: { ...release, base: BASE, datasets, ...whole, files } as never };
}

const line = (graph: string, name: string, value: string): string =>
  `<${BASE}id/${graph}/${name}> <${BASE}def/p> "${value}" <${BASE}dataset/${graph}> .`;

const lines = (graph: string) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom('1', '1#a', '10', '2'), fc.constantFrom('x', 'y')), {
      minLength: 1,
      maxLength: 6,
      selector: ([name, value]) => name + value,
    })
    .map((pairs) => pairs.map(([name, value]) => line(graph, name, value)).sort());

/** Graphs come and go; the catalogue is always there. */
const states = fc.record(
  { a: lines('a'), b: lines('b'), withdrawn: lines('withdrawn'), catalogue: lines('catalogue') },
  { requiredKeys: ['catalogue'] },
) as fc.Arbitrary<Graphs>;

const all = (graphs: Graphs): readonly string[] => Object.values(graphs).flat().sort();

describe('All graphs of a release together', () => {
  it('are the old ones with what was added, without what was removed, whatever came and went', async () => {
    await fc.assert(
      fc.asyncProperty(states, states, async (before, now) => {
        const first = await released(before);
        const second = await released(now, first);
        const { changes } = second.manifest;
        const added = linesOf(second.folder, changes?.added.path ?? '');
        const removed = new Set(linesOf(second.folder, changes?.removed.path ?? ''));
        const old = linesOf(first.folder, 'all.nq.gz');
        expect([...old].sort()).toEqual(all(before));
        expect([...linesOf(second.folder, 'all.nq.gz')].sort()).toEqual(all(now));
        expect([...removed].filter((one) => !old.includes(one))).toEqual([]);
        expect(added.filter((one) => old.includes(one))).toEqual([]);
        expect([...old.filter((one) => !removed.has(one)), ...added].sort()).toEqual(all(now));
        expect([changes?.added.statements, changes?.removed.statements]).toEqual([
          added.length,
          removed.size,
        ]);
      }),
      { numRuns: 10 },
    );
  });

  it('have no changes in a first release, and tell the things of a dataset that is no more', async () => {
    const first = await released({ a: [line('a', '1', 'x')], b: [line('b', '1', 'x')], catalogue: [] });
    expect(first.manifest.changes).toBeUndefined();
    const second = await released({ a: [line('a', '1', 'x')], catalogue: [] }, first);
    expect(linesOf(second.folder, 'changes/b.things.tsv.gz')).toEqual([`removed\t${BASE}id/b/1`]);
    expect(second.manifest.files.map(({ path }) => path)).toContain('changes/b.removed.nq.gz');
  });

  it('have no dump in a syntax that cannot say one of them', async () => {
    const unsayable = `<${BASE}id/a/1> <${BASE}def/1> "x" <${BASE}dataset/a> .`;
    const { manifest } = await released({ a: [unsayable], b: [line('b', '1', 'x')], catalogue: [] });
    expect(manifest.dumps?.map(({ format }) => format)).not.toContain('rdf');
    expect(manifest.dumps?.map(({ format }) => format)).toContain('ttl');
  });
});
