import type { ChildProcess } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { describeShared, SHARED } from '../shared.ts';
import { addressOf, cimaise, type Ended, ended, REPOSITORY, scratch, startCimaise } from './command-line.ts';
import { READERS, type ReadRelease, readCurrent, sortedTriples } from './real-input.ts';

jest.setTimeout(900_000);

const real = (file: string) => join(SHARED, 'data/real', file);

/** Queries that the whole files leave without a row, and why. */
const NOTHING_TO_FIND: Readonly<Record<string, string>> = {
  'queries/examples/monuments/cathedrales.rq': 'the export of 2026 has no denominations',
  'queries/examples/monuments/par-siecle.rq': 'the export of 2026 has no centuries',
  'queries/examples/monuments/premieres-listes.rq': 'the export of 2026 has no dates of protection',
};

/** Parameters that an API query cannot do without. */
const NEEDED: Readonly<Record<string, string>> = { 'queries/api/oeuvres.rq': 'musee=M0947' };

/** Builds the shipped project from files of the ministry, given as `slug: file`. */
function buildFrom(releases: string, files: Readonly<Record<string, string>>): Promise<Ended> {
  const sources = Object.entries(files).flatMap(([slug, file]) => ['--source', `${slug}=${real(file)}`]);
  return cimaise(['build', '--project', REPOSITORY, ...sources], { CIMAISE_RELEASES: releases });
}

describeShared('data/real')('The whole files of the ministry', () => {
  let releases: string;
  let build: Ended;
  let release: ReadRelease;

  beforeAll(async () => {
    releases = scratch();
    build = await buildFrom(releases, {
      musees: 'museofile-2024.csv',
      oeuvres: 'joconde-reduced-2020.csv',
      monuments: 'merimee-mh-points-2026-07.csv',
    });
    release = readCurrent(releases);
  });

  afterAll(() => rm(releases, { recursive: true }));

  it('are released', () => {
    expect(build).toMatchObject({ code: 0, err: '', out: expect.stringContaining('44,480 records') });
  });

  describe.each([
    ['musees', 1_227],
    ['oeuvres', 3_269],
    ['monuments', 44_480],
  ])('give %s', (slug, records) => {
    it(`all ${records} records: each a thing that is published or quarantined`, () => {
      const dataset = release.dataset(slug);
      expect(dataset.records).toBe(records);
      expect(dataset.things + dataset.quarantined).toBe(records);
      expect(dataset.validation.things).toBe(records);
    });

    it('a counted cause for every thing left out', () => {
      const { quarantined, validation } = release.dataset(slug);
      const { quarantine } = release.report(slug);
      expect(quarantine).toHaveLength(quarantined);
      const violations = quarantine.map(({ results }) =>
        results.filter(({ severity }) => severity === 'violation'),
      );
      expect(violations.filter((results) => results.length === 0)).toEqual([]);
      expect(quarantine.filter(({ row }) => row === undefined)).toEqual([]);
      const counted = validation.groups.filter(({ severity }) => severity === 'violation');
      expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(violations.flat().length);
      for (const { shape, component } of violations.flat())
        expect(counted).toContainEqual(expect.objectContaining({ shape, component }));
    });

    it('each cause a line of what the command tells', () => {
      const { validation } = release.dataset(slug);
      for (const { severity, count, message } of validation.groups)
        if (severity !== 'info') {
          const told = build.out.slice(build.out.indexOf(message.en)).split('\n');
          expect(told[0]).toContain(message.en);
          expect(told[1]).toContain(`results: ${count.toLocaleString('en')};`);
        }
    });
  });

  it('give dumps whose sorted distinct lines are what the manifest counts', async () => {
    for (const { slug, statements } of release.manifest.datasets)
      expect({ slug, ...(await release.lines(slug)) }).toEqual({
        slug,
        all: statements,
        distinct: statements,
      });
  });

  describe('served', () => {
    let server: ChildProcess;
    let over: Promise<Ended>;
    let address: string;

    beforeAll(async () => {
      server = startCimaise(['serve', '--no-proof', '--project', REPOSITORY], {
        CIMAISE_RELEASES: releases,
        CIMAISE_WORKERS: '2',
      });
      over = ended(server);
      address = await addressOf(server);
    });

    afterAll(async () => {
      server.kill('SIGTERM');
      expect(await over).toMatchObject({ code: 0 });
    });

    const ask = async (query: string): Promise<Record<string, { value: string }>[]> => {
      const answer = await fetch(new URL('sparql', address), {
        method: 'POST',
        headers: { 'content-type': 'application/sparql-query', accept: 'application/sparql-results+json' },
        body: query,
      });
      expect(answer.status).toBe(200);
      return ((await answer.json()) as { results: { bindings: Record<string, { value: string }>[] } }).results
        .bindings;
    };

    it('count as many statements as the manifest, graph by graph', async () => {
      const rows = await ask('SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g');
      const counted = new Map(rows.map(({ g, n }) => [g?.value, Number(n?.value)]));
      const { base, datasets, statements } = release.manifest;
      for (const { slug, statements: own } of datasets)
        expect(counted.get(`${base}dataset/${slug}`)).toBe(own);
      expect([...counted.values()].reduce((sum, n) => sum + n, 0)).toBe(statements);
      // Each dataset and what is said of its quality; the catalogue and the terms.
      expect(counted.size).toBe(2 * datasets.length + 2);
    });

    it.each(['musees/M0476', 'oeuvres/00000058204', 'monuments/PA00084643'])(
      'describe id/%s alike in four formats',
      async (name) => {
        const graphs = new Map<string, readonly string[]>();
        for (const mediaType of Object.keys(READERS)) {
          const answer = await fetch(new URL(`id/${name}`, address), { headers: { accept: mediaType } });
          expect({ status: answer.status, redirected: answer.redirected }).toEqual({
            status: 200,
            redirected: true,
          });
          expect(answer.headers.get('content-type')).toContain(mediaType);
          graphs.set(mediaType, await sortedTriples(await answer.text(), mediaType));
        }
        const [first = [], ...others] = graphs.values();
        expect(
          first.filter((line) => line.startsWith(`<${release.manifest.base}id/${name}>`)).length,
        ).toBeGreaterThan(5);
        for (const other of others) expect(other).toEqual(first);
      },
    );

    it('join works, museums and regions', async () => {
      const file = join(REPOSITORY, 'queries/examples/oeuvres/par-region.rq');
      const rows = await ask(readFileSync(file, 'utf8'));
      expect(rows.length).toBeGreaterThan(5);
    });

    it.each(globSync('queries/api/*.rq', { cwd: REPOSITORY }).sort())('answer %s as an API', async (file) => {
      const answer = await fetch(new URL(`api/${basename(file, '.rq')}.json?${NEEDED[file] ?? ''}`, address));
      expect(answer.status).toBe(200);
      expect(((await answer.json()) as unknown[]).length).toBeGreaterThan(0);
    });

    it.each(globSync('queries/examples/**/*.rq', { cwd: REPOSITORY }).sort())('answer %s', async (file) => {
      const rows = await ask(readFileSync(join(REPOSITORY, file), 'utf8'));
      expect(rows.length > 0).toBe(NOTHING_TO_FIND[file] === undefined);
    });
  });
});

describeShared('data/real')('Other exports of the same bases', () => {
  let releases: string;
  let build: Ended;
  let release: ReadRelease;

  beforeAll(async () => {
    releases = scratch();
    build = await buildFrom(releases, {
      musees: 'museofile-2020.csv',
      maisons: 'maisons-des-illustres-2022.geojson',
    });
    release = readCurrent(releases);
  });

  afterAll(() => rm(releases, { recursive: true }));

  it('are accepted through the same mappings', () => {
    expect(build).toMatchObject({ code: 0, err: '', out: expect.stringContaining('1,216 records') });
  });

  it.each([
    ['musees', 1_216],
    ['maisons', 234],
  ])('give %s whole: %i records, each published or quarantined', (slug, records) => {
    const dataset = release.dataset(slug);
    expect(dataset.records).toBe(records);
    expect(dataset.things + dataset.quarantined).toBe(records);
    expect(dataset.quarantined / records).toBeLessThan(0.05);
    expect(release.report(slug).quarantine).toHaveLength(dataset.quarantined);
  });
});
