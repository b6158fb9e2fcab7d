import { appendFileSync, chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { loadProject } from '../../src/declarations/index.ts';
import type { Release } from '../../src/model/index.ts';
import { dcat, parseLines, readQuadLines, spdx } from '../../src/rdf/index.ts';
import { build } from '../../src/release/index.ts';
import { copyOfWorld, scratch } from './command-line.ts';

jest.setTimeout(120_000);

const BASE = 'http://localhost:3000/';

async function release(world: string, releases: string, base = BASE): Promise<Release> {
  const loaded = await loadProject({ root: world, base });
  if (loaded.kind === 'refused') throw new Error(JSON.stringify(loaded.complaints));
  const outcome = await build({ project: loaded.project, releases, toolVersion: '0.0.0' });
  if (outcome.kind !== 'released') throw new Error(JSON.stringify(outcome));
  return outcome.release;
}

async function catalogueOf({ folder }: Release) {
  const lines = (await Array.fromAsync(readQuadLines(join(folder, 'catalogue.nq.gz')))).flat();
  const quads = parseLines(lines);
  return (subject: string, property: string): readonly string[] =>
    quads
      .filter((one) => one.subject.value === subject && one.predicate.value === property)
      .map(({ object }) => object.value)
      .sort();
}

const dumpOf = ({ manifest }: Release, slug: string) =>
  manifest.datasets.find((one) => one.slug === slug)?.dump;

describe('The versions in the catalogue', () => {
  it('are the kept releases in which a dataset became another, with the hash that its dump had', async () => {
    const world = copyOfWorld('a-small-world');
    const releases = scratch();
    const made: Release[] = [await release(world, releases)];
    for (const row of ['P5;Phare;castle;48.0;-4.0', 'P6;Moulin;castle;47.0;-3.0']) {
      appendFileSync(join(world, 'data/places/source/places.csv'), `${row}\n`);
      made.push(await release(world, releases));
    }
    const [first, second, third] = made as [Release, Release, Release];
    const values = await catalogueOf(third);
    const version = ({ manifest }: Release, slug: string) => `${BASE}releases/${manifest.id}/dataset/${slug}`;
    expect(values(`${BASE}dataset/places`, dcat.hasVersion)).toEqual(
      made.map((one) => version(one, 'places')),
    );
    expect(values(`${BASE}dataset/kinds`, dcat.hasVersion)).toEqual([version(first, 'kinds')]);
    expect(values(`${BASE}dataset/kinds`, dcat.hasCurrentVersion)).toEqual([version(first, 'kinds')]);
    expect(values(version(third, 'places'), dcat.previousVersion)).toEqual([version(second, 'places')]);
    for (const one of made)
      expect(values(`${version(one, 'places')}#nquads-checksum`, spdx.checksumValue)).toEqual([
        dumpOf(one, 'places')?.sha256,
      ]);
  });

  it('leave out releases that are damaged, and those of another base IRI', async () => {
    const world = copyOfWorld('a-small-world');
    const releases = scratch();
    const first = await release(world, releases);
    await release(world, releases, 'https://elsewhere.example/');
    appendFileSync(join(world, 'data/places/source/places.csv'), 'P5;Phare;castle;48.0;-4.0\n');
    const damaged = join(first.folder, 'ontology.nq.gz');
    chmodSync(damaged, 0o644);
    writeFileSync(damaged, '');
    const last = await release(world, releases, 'https://elsewhere.example/');
    const values = await catalogueOf(last);
    expect(values('https://elsewhere.example/dataset/places', dcat.hasVersion)).toHaveLength(2);
  });
});
