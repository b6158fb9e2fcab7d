import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { loadProject } from '../../../src/declarations/index.ts';
import { runWhole } from '../../../src/preview/background/run-whole.ts';
import type { WholeRun, WholeRunProgress } from '../../../src/preview/background/whole-run.ts';
import { build, publishedTerms } from '../../../src/release/index.ts';
import { temporaryFolders } from '../release/folders.ts';
import { EditedWorld } from './small-world.ts';

jest.setTimeout(120_000);

const folder = temporaryFolders();
const BASE = 'http://localhost:3000/';
const CSV = 'data/places/source/places.csv';
const MAPPING = 'data/places/mapping.yml';
const OWN = '- [schema:name, $(name), fr~lang]';

describe('A run over the whole file', () => {
  let world: EditedWorld;
  let releases: string;
  let told: WholeRunProgress[];

  beforeAll(() => {
    world = new EditedWorld(folder());
    releases = join(world.root, 'releases');
  });

  const run = (): Promise<WholeRun> => {
    const work = folder();
    mkdirSync(work, { recursive: true });
    told = [];
    return runWhole(
      { ...{ root: world.root, base: BASE, slug: 'places' }, ...{ releases, work, toolVersion: '0' } },
      (progress) => told.push(progress),
    );
  };

  async function publish(): Promise<void> {
    const { project } = await loadProject({
      ...{ root: world.root, base: BASE },
      publishedTerms: () => publishedTerms(releases, BASE),
    });
    const { kind } = await build({ project, releases, toolVersion: '0', only: ['places'] });
    expect(kind).toBe('released');
  }

  it('counts, and says what the first release would contain, without making one', async () => {
    const { counts, faults, forecast } = await run();
    expect(counts).toMatchObject({ records: 4, things: 4, quarantined: 0 });
    expect(faults).toEqual([]);
    expect(forecast).toEqual({ kind: 'first', datasets: 2, statements: expect.any(Number) });
    expect(told.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['releasing']));
    expect(readdirSync(world.root)).not.toContain('releases');
  });

  it('counts faults by kind, the gravest first, with a record and its cell', async () => {
    const before = world.read(CSV);
    world.write(CSV, before.replace('P4;Tour;castle', 'P4;;donjon'));
    const { counts, faults, rows } = await run();
    expect(counts).toMatchObject({ things: 3, quarantined: 1 });
    expect(faults).toMatchObject([
      { severity: 'violation', column: 'name', row: 4, count: 1 },
      { severity: 'mapping', column: 'kind', row: 4, count: 1, place: { file: MAPPING } },
    ]);
    expect(rows.map(({ row, fault: { column } }) => [row, column])).toEqual([
      [4, 'name'],
      [4, 'kind'],
    ]);
    world.write(CSV, before);
  });

  it('says what a next release would change, and by which terms', async () => {
    world.edit(MAPPING, OWN, `${OWN}\n      - [def:mentionAuteur, $(name), fr~lang]`);
    await publish();
    expect((await run()).forecast).toMatchObject({ kind: 'unchanged' });
    const published = readdirSync(releases).sort();
    world.write(CSV, `${world.read(CSV)}P5;Phare;castle;48.0;-4.0\n`);
    world.edit(CSV, 'P1;Château', 'P1;Fort');
    expect((await run()).forecast).toMatchObject({
      kind: 'next',
      created: { count: 1, some: [`${BASE}id/places/P5`] },
      updated: { count: 1, some: [`${BASE}id/places/P1`] },
      removed: { count: 0, some: [] },
      breaks: { terms: [] },
    });
    expect(readdirSync(releases).sort()).toEqual(published);
  });

  it('tells that a term is not used any more, and knows that a build keeps its address', async () => {
    world.edit(MAPPING, '\n      - [def:mentionAuteur, $(name), fr~lang]', '');
    expect((await run()).forecast).toMatchObject({
      kind: 'next',
      breaks: { terms: [{ change: 'vanishes', iri: `${BASE}def/mentionAuteur` }] },
    });
  });

  it('says why a release would be refused: an address that is lost, a declaration that cannot be read', async () => {
    const before = world.read(CSV);
    world.edit(CSV, 'P4;', 'P6;');
    const { forecast, counts } = await run();
    expect(counts).toMatchObject({ records: 5 });
    expect([forecast.kind, JSON.stringify(forecast)]).toEqual([
      'refused',
      expect.stringContaining('A published URI would disappear from “places”: P4.'),
    ]);
    world.write(CSV, before);
    world.edit(MAPPING, 'schema:Place]', 'schema:Place');
    expect(await run()).toMatchObject({
      faults: [],
      forecast: { kind: 'refused', complaints: [{ place: { file: MAPPING } }] },
    });
  });
});
