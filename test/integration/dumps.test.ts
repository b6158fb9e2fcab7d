import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, it, jest } from '@jest/globals';
import type { DumpFile, ReleaseManifest } from '../../src/model/index.ts';
import { parseRdf, quadLine, withoutGraph } from '../../src/rdf/index.ts';
import { cimaise, copyOfWorld, scratch } from './command-line.ts';

jest.setTimeout(180_000);

const SOURCE = 'data/places/source/places.csv';

async function build(world: string, releases: string, ...args: string[]) {
  const { code, out } = await cimaise(['build', '--project', world, ...args], { CIMAISE_RELEASES: releases });
  if (code !== 0) throw new Error(out);
  const id = readFileSync(join(releases, 'current'), 'utf8').trim();
  const folder = join(releases, id);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as ReleaseManifest;
  return { folder, manifest };
}

type Built = Awaited<ReturnType<typeof build>>;

const unpacked = (path: string): string =>
  (path.endsWith('.zst') ? zstdDecompressSync : gunzipSync)(readFileSync(path)).toString();

const linesOf = (path: string): string[] => unpacked(path).split('\n').filter(Boolean);

/** Every statement of a release, with its graph. */
const allLines = ({ folder }: Built): string[] => linesOf(join(folder, 'all.nq.gz')).sort();

const distinctTriples = (lines: readonly string[]) => [...new Set(lines.map(withoutGraph))].sort();

async function triplesOf(folder: string, { path, mediaType }: DumpFile): Promise<readonly string[]> {
  const parsed = await parseRdf({
    text: unpacked(join(folder, path)),
    file: path,
    mediaType,
    base: 'http://base.example/',
  });
  if (parsed.kind === 'malformed') throw new Error(JSON.stringify(parsed.complaint));
  return distinctTriples(parsed.quads.map((quad) => quadLine(quad)));
}

const hasRapper = spawnSync('rapper', ['--version']).status === 0;
const RAPPER: Readonly<Record<string, string>> = {
  nq: 'nquads',
  nt: 'ntriples',
  ttl: 'turtle',
  rdf: 'rdfxml',
};

/** Distinct statements as rapper reads them, without their graphs. */
function readByRapper(folder: string, { path, format }: DumpFile): number {
  const input = unpacked(join(folder, path));
  const out = execFileSync(
    'rapper',
    ['-q', '-i', RAPPER[format] ?? '', '-o', 'ntriples', '-', 'http://base.example/'],
    {
      input,
      maxBuffer: 1 << 28,
    },
  );
  return new Set(out.toString().split('\n').filter(Boolean)).size;
}

const append = (world: string, row: string) =>
  writeFileSync(join(world, SOURCE), `${readFileSync(join(world, SOURCE), 'utf8')}${row}\n`);

describe('The dumps of a release', () => {
  it('say the same statements in every syntax and packing, of a dataset and of the whole', async () => {
    const { folder, manifest } = await build(copyOfWorld('a-small-world'), scratch());
    const sets = [...manifest.datasets.map(({ dumps = [] }) => dumps), manifest.dumps ?? []];
    expect(sets.length).toBeGreaterThan(2);
    for (const dumps of sets) {
      const nquads = dumps.find(({ path }) => path.endsWith('.nq.gz')) as DumpFile;
      const expected = distinctTriples(linesOf(join(folder, nquads.path)));
      const graphs = dumps.filter(({ format }) => format !== 'csv' && format !== 'geojson');
      expect(
        graphs.map(({ path }) =>
          path
            .split('/')
            .at(-1)
            ?.replace(/^[^.]+\./, ''),
        ),
      ).toEqual(['nq.gz', 'nq.zst', 'nt.gz', 'nt.zst', 'ttl.gz', 'jsonld.gz', 'rdf.gz']);
      for (const dump of graphs) {
        expect([dump.path, await triplesOf(folder, dump)]).toEqual([dump.path, expected]);
        if (hasRapper && RAPPER[dump.format])
          expect([dump.path, readByRapper(folder, dump)]).toEqual([dump.path, expected.length]);
      }
    }
    const statements = manifest.graphs.reduce((sum, graph) => sum + graph.statements, 0);
    expect(linesOf(join(folder, 'all.nq.gz'))).toHaveLength(statements);
  });

  it('have a row for each thing in the table, and a feature for each place', async () => {
    const { folder, manifest } = await build(copyOfWorld('a-small-world'), scratch());
    for (const { slug, things, dumps = [] } of manifest.datasets) {
      const table = dumps.find(({ format }) => format === 'csv') as DumpFile;
      const rows = unpacked(join(folder, table.path)).trimEnd().split('\r\n');
      expect([slug, rows.length - 1]).toEqual([slug, things]);
      expect(rows[0]).toMatch(/^iri,/);
    }
    const places = manifest.dumps?.find(({ format }) => format === 'geojson') as DumpFile;
    const { type, features } = JSON.parse(unpacked(join(folder, places.path)));
    expect(type).toBe('FeatureCollection');
    expect(features).toHaveLength(4);
  });

  it('are listed with their digests, which sha256sum agrees with, and may only be read', async () => {
    const { folder, manifest } = await build(copyOfWorld('a-small-world'), scratch());
    execFileSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: folder });
    const listed = new Set(manifest.files.map(({ path }) => path));
    for (const { path } of [
      ...manifest.datasets.flatMap(({ dumps = [] }) => dumps),
      ...(manifest.dumps ?? []),
    ])
      expect(listed).toContain(path);
    for (const { path } of manifest.files) expect(statSync(join(folder, path)).mode & 0o222).toBe(0);
    const own = manifest.inputs?.map(({ path }) => path).filter((path) => !path.startsWith('cimaise:'));
    expect(own).toEqual(['ontologies/profile.ttl', 'queries/examples/places/count.rq']);
  });

  it('are the same bytes when nothing changed and all is made again', async () => {
    const [world, releases] = [copyOfWorld('a-small-world'), scratch()];
    const first = await build(world, releases);
    const again = await build(world, releases, '--force');
    expect(again.manifest.id).not.toBe(first.manifest.id);
    const digests = ({ manifest }: Built) =>
      manifest.datasets.flatMap(({ dumps = [] }) => dumps.map(({ path, sha256 }) => [path, sha256]));
    expect(digests(again)).toEqual(digests(first));
    for (const { changes, first: from, changed } of again.manifest.datasets) {
      expect(changes).toBeUndefined();
      expect([from?.id, changed?.id]).toEqual([first.manifest.id, first.manifest.id]);
    }
  });
});

describe('The changes of a release', () => {
  it('lead exactly from the release before to this one, datasets that came and went included', async () => {
    const [world, releases] = [copyOfWorld('a-small-world'), scratch()];
    const first = await build(world, releases);
    expect(first.manifest.changes).toBeUndefined();
    append(world, 'P5;Phare;castle;48.0;-4.0');
    const second = await build(world, releases);
    expect(second.manifest.previous).toEqual({
      id: first.manifest.id,
      createdAt: first.manifest.createdAt,
    });
    expect(patched(allLines(first), second)).toEqual(allLines(second));
    const { changes, changed } = second.manifest.datasets.find(({ slug }) => slug === 'places') ?? {};
    expect(linesOf(join(second.folder, changes?.things.path ?? ''))).toEqual([
      'created\thttp://localhost:3000/id/places/P5',
    ]);
    expect(changed?.id).toBe(second.manifest.id);
    const kinds = second.manifest.datasets.find(({ slug }) => slug === 'kinds');
    expect(kinds?.changes).toBeUndefined();
    expect(kinds?.changed?.id).toBe(first.manifest.id);
    expect(unchangedFiles(first, second, 'kinds')).toBe(8);
  });
});

function patched(before: readonly string[], { folder, manifest }: Built): readonly string[] {
  const of = (side: 'added' | 'removed') => linesOf(join(folder, manifest.changes?.[side].path ?? ''));
  const removed = new Set(of('removed'));
  const kept = before.filter((line) => !removed.has(line));
  expect(before.length - kept.length).toBe(removed.size);
  return [...kept, ...of('added')].sort();
}

const unchangedFiles = (one: Built, other: Built, slug: string): number => {
  const files = (built: Built) =>
    built.manifest.datasets.find((dataset) => dataset.slug === slug)?.dumps ?? [];
  const before = files(one).map(({ sha256 }) => sha256);
  expect(files(other).map(({ sha256 }) => sha256)).toEqual(before);
  return before.length;
};
