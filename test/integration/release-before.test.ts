import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ReleasedDataset, ReleaseManifest } from '../../src/model/index.ts';
import { verifyRelease } from '../../src/release/index.ts';
import { seal } from '../../src/release/seal.ts';
import { cimaise, copyOfWorld, scratch } from './command-line.ts';

jest.setTimeout(300_000);

/** A project and its releases, of which a test may change everything. */
class Site {
  readonly world = copyOfWorld('a-small-world');
  readonly releases: string;

  /** @param from releases to begin with */
  constructor(from?: string) {
    this.releases = scratch();
    if (from) cpSync(from, this.releases, { recursive: true });
  }

  build = (...args: readonly string[]) =>
    cimaise(['build', '--project', this.world, ...args], { CIMAISE_RELEASES: this.releases });

  get id(): string {
    return readFileSync(join(this.releases, 'current'), 'utf8').trim();
  }

  get folder(): string {
    return join(this.releases, this.id);
  }

  get manifest(): ReleaseManifest {
    return JSON.parse(readFileSync(join(this.folder, 'manifest.json'), 'utf8'));
  }

  edit(path: string, change: (text: string) => string): void {
    const file = join(this.world, path);
    const before = readFileSync(file, 'utf8');
    expect(change(before)).not.toBe(before);
    writeFileSync(file, change(before));
  }

  /** Flips a bit in the middle of a file of the current release: it keeps its size. */
  damage(path: string): void {
    const bytes = readFileSync(join(this.folder, path));
    const middle = bytes.length >> 1;
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 0x10, middle);
    writeFileSync(join(this.folder, path), bytes);
  }

  get faults() {
    return verifyRelease(this.releases, this.id).then(({ faults }) => faults);
  }
}

const SOURCE = 'data/places/source/places.csv';
const withPlace = (text: string): string => `${text.trimEnd()}\nP5;Phare;castle;48.0;-4.0\n`;

let first: Site;
beforeAll(async () => {
  first = new Site();
  expect((await first.build()).code).toBe(0);
});

describe('Over a release of which one byte has changed', () => {
  it.each([
    'datasets/places.nq.gz',
    'datasets/kinds.quality.nq.gz',
    'catalogue.nq.gz',
    'ontology.ledger.tsv.gz',
    'answers.json',
  ])('in %s, a build by force makes a whole one, and says that nothing is compared', async (path) => {
    const site = new Site(first.releases);
    site.damage(path);
    site.edit(SOURCE, withPlace);
    const { code, out, err } = await site.build('--force');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Release ${first.id} is damaged: ${path}.`);
    expect(out).toContain('what has changed since is not told');
    expect(site.id).not.toBe(first.id);
    expect(await site.faults).toEqual([]);
    const { previous, changes, datasets, ledger } = site.manifest;
    expect({ previous, changes, ofDatasets: datasets.map((one) => one.changes) }).toEqual({
      previous: undefined,
      changes: undefined,
      ofDatasets: [undefined, undefined],
    });
    expect(ledger?.statements).toBe((first.manifest.ledger?.statements ?? 0) + 1);
  });

  it.each([
    ['datasets/kinds.nq.gz', 'that is taken over'],
    ['datasets/kinds.ttl.zst', 'that is taken over'],
    ['datasets/places.nq.gz', 'that is compared'],
    ['catalogue.nq.gz', 'that is compared'],
  ])('in %s, %s, any other build ends with the name of the file', async (path) => {
    const site = new Site(first.releases);
    if (!existsSync(join(site.folder, path))) return expect(path).toBe('datasets/kinds.ttl.zst');
    site.damage(path);
    site.edit(SOURCE, withPlace);
    const { code, err } = await site.build();
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`is damaged: ${path}.`) });
    expect(err).toContain('cimaise build --force');
    expect(site.id).toBe(first.id);
  });
});

/** What the first releases said of a dataset. */
const asOfOld = ({
  dumps: _dumps,
  statistics: _statistics,
  changes: _changes,
  ledger: _ledger,
  first: _first,
  changed: _changed,
  results: _results,
  judgedBy: _judgedBy,
  quality: _quality,
  origins: _origins,
  rules: _rules,
  cells: _cells,
  dump: { body: _body, ...dump },
  ...rest
}: ReleasedDataset): ReleasedDataset => ({ ...rest, dump });

const LASTING = /^(?:datasets\/[^/.]+|catalogue|ontology)\.nq\.gz$|^reports\/.*\.json$/;

/** Makes the current release one of the first ones: dumps, catalogue and reports, nothing else. */
async function age({ folder, manifest }: Site): Promise<void> {
  const { id, createdAt, base, toolVersion, statements, graphs } = manifest;
  const files = manifest.files.filter(({ path }) => LASTING.test(path));
  for (const { path } of manifest.files) if (!LASTING.test(path)) rmSync(join(folder, path));
  const datasets = manifest.datasets.map(asOfOld);
  const old = { id, createdAt, base, toolVersion, statements, graphs, datasets, files };
  await seal(folder, old);
}

describe('After a release of an older version', () => {
  it('everything is published again, though nothing has changed', async () => {
    const site = new Site(first.releases);
    await age(site);
    expect(await site.faults).toEqual([]);
    const { code, out, err } = await site.build();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Ledger of URIs: made again with what release ${first.id} published`);
    expect(await site.faults).toEqual([]);
    const { manifest, folder } = site;
    const expected = first.manifest;
    expect(manifest.previous?.id).toBe(expected.id);
    expect(manifest.dumps?.map(({ path }) => path)).toEqual(expected.dumps?.map(({ path }) => path));
    for (const [at, { slug, dumps, statistics, ledger }] of manifest.datasets.entries()) {
      const before = expected.datasets[at];
      expect({ slug, statistics, first: manifest.datasets[at]?.first?.id }).toEqual({
        slug,
        statistics: before?.statistics,
        first: expected.id,
      });
      expect(dumps?.map(({ path }) => path)).toEqual(before?.dumps?.map(({ path }) => path));
      expect(ledger?.statements).toBe(before?.ledger?.statements);
    }
    const ledger = (from: Site) =>
      gunzipSync(readFileSync(join(from.folder, 'ledger.tsv.gz')))
        .toString()
        .split('\n')
        .map((line) => line.split('\t')[0]);
    expect(ledger(site)).toEqual(ledger(first));
    expect(existsSync(join(folder, 'changes/all.added.nq.gz'))).toBe(true);
    // The next one finds everything as it should be.
    expect((await site.build()).out).toContain('Nothing has changed');
  });
});

describe('Where nothing but words about the data change', () => {
  it('a title makes a release, in which no thing has changed', async () => {
    const site = new Site(first.releases);
    site.edit('data/places/dataset.yml', (text) => text.replace('fr: Lieux', 'fr: Endroits'));
    expect((await site.build()).code).toBe(0);
    expect(site.id).not.toBe(first.id);
    const { datasets, changes } = site.manifest;
    expect(datasets.map(({ changes }) => changes)).toEqual([undefined, undefined]);
    const added = gunzipSync(readFileSync(join(site.folder, changes?.added.path ?? ''))).toString();
    expect(added).toContain('"Endroits"@fr');
  });

  it.each([
    ['edited', 'count.rq'],
    ['added', 'count-again.rq'],
  ])('a query that is %s is read where it is asked: the release stays', async (_, name) => {
    const site = new Site(first.releases);
    const folder = join(site.world, 'queries/examples/places');
    writeFileSync(join(folder, name), `${readFileSync(join(folder, 'count.rq'), 'utf8')}# Fin.\n`);
    const { out, err } = await site.build();
    expect({ err, out, id: site.id }).toEqual({
      err: '',
      out: expect.stringContaining('Nothing has changed'),
      id: first.id,
    });
  });
});
