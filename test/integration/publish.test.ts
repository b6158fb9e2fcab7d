import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, jest } from '@jest/globals';
import { currentReleaseId, verifyRelease } from '../../src/release/index.ts';
import { random } from '../bench/museum-catalogue.ts';
import { openPortal, type Portal, send, stall } from '../unit/harvest/portal.ts';
import { cimaise, copyOfWorld, ended, REPOSITORY, scratch, startCimaise } from './command-line.ts';

jest.setTimeout(600_000);

const SEED = 20261123;
/** A fresh machine kills more often (`.ci/run`). */
const KILLS = Math.max(10, Number(process.env['CIMAISE_TEST_KILLS'] ?? 10) / 2);
const PLACES = readFileSync(
  join(REPOSITORY, 'test/fixtures/a-small-world/data/places/source/places.csv'),
  'utf8',
);

/** A small project whose places come from a portal. */
class World {
  readonly folder = copyOfWorld('a-small-world');
  readonly releases = join(scratch(), 'releases');
  readonly portal: Portal;
  /** What the portal gives. */
  text = PLACES;
  /** Whether it gives no more than its beginning, and then says nothing. */
  stalls = false;

  private constructor(answer: { gives: RequestListener }, portal: Portal) {
    this.portal = portal;
    answer.gives = (request, response) =>
      (this.stalls ? stall(this.text, 100) : send(this.text))(request, response);
  }

  static async open(): Promise<World> {
    const answer: { gives: RequestListener } = { gives: send('') };
    const world = new World(answer, await openPortal((request, response) => answer.gives(request, response)));
    const { portal } = world;
    const path = join(world.folder, 'data/places/dataset.yml');
    const declared = readFileSync(path, 'utf8').replace(
      'source: { path: source/places.csv, delimiter: ";" }',
      `source: { path: source/places.csv, delimiter: ";", harvest: { url: "${portal.url}places.csv" } }`,
    );
    writeFileSync(path, declared);
    return world;
  }

  readonly environment = {
    CIMAISE_RELEASES: this.releases,
    CIMAISE_HARVEST_PRIVATE: '127.0.0.1',
  };

  run = (...args: readonly string[]) => cimaise([...args, '--project', this.folder], this.environment);

  start = (...args: readonly string[]) => startCimaise([...args, '--project', this.folder], this.environment);

  grow(rows: number): void {
    this.text += Array.from(
      { length: rows },
      (_, row) => `Q${this.text.length}${row};Lieu;castle;48.0;-4.0\n`,
    ).join('');
  }

  journal = (): readonly { kind: string; release?: string; verified?: boolean }[] =>
    readFileSync(join(this.releases, 'publish.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  kept = (): string => readFileSync(join(this.folder, 'data/places/source/places.csv'), 'utf8');
}

describe('A harvest from the command line', () => {
  it('says a line for each source, and keeps what was when a portal breaks', async () => {
    const world = await World.open();
    expect(await world.run('harvest')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^places: \d+ → \d+ records \(/),
    });
    expect(await world.run('harvest')).toMatchObject({ code: 0, out: 'places: unchanged\n' });
    world.text = '<!DOCTYPE html><html>';
    const refused = await world.run('harvest', '--json');
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({
      datasets: [{ slug: 'places', kind: 'refused', code: 'unreadable' }],
    });
    expect(refused.err).toContain('places: the source stays as it was.');
    expect(world.kept()).toBe(PLACES);
    await world.portal.close();
    expect((await world.run('harvest')).code).toBe(2);
  });

  it('refuses private addresses unless they are allowed, and names that it does not know', async () => {
    const world = await World.open();
    const closed = await cimaise(['harvest', '--project', world.folder], {
      CIMAISE_RELEASES: world.releases,
    });
    expect(closed).toMatchObject({
      code: 2,
      err: expect.stringContaining('CIMAISE_HARVEST_PRIVATE=127.0.0.1'),
    });
    expect(world.portal.asked).toHaveLength(0);
    expect(await world.run('harvest', 'place')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean “places”?'),
    });
    expect(await world.run('harvest', 'musees')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Those that have an address: places.'),
    });
    expect(await world.run('harvest', 'kinds')).toMatchObject({
      code: 2,
      err: expect.stringContaining('does not say'),
    });
  });
});

describe('A publication', () => {
  it('is a paragraph where something has changed, and nothing where nothing has', async () => {
    const world = await World.open();
    const first = await world.run('publish');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/^Release \S+ published: .*Renewed source: places: .*\n$/);
    expect(await world.run('publish')).toEqual({ code: 0, signal: null, out: '', err: '' });
    world.grow(2);
    const next = await world.run('publish', '--json');
    expect(next.code).toBe(0);
    expect(JSON.parse(next.out)).toMatchObject({
      kind: 'released',
      faults: [],
      sources: [{ kind: 'renewed' }],
    });
    expect(world.journal()).toMatchObject([
      { kind: 'released', verified: true },
      { kind: 'unchanged' },
      { kind: 'released', verified: true },
    ]);
  });

  it('goes on without a source that is refused, and says so by its code', async () => {
    const world = await World.open();
    expect((await world.run('publish')).code).toBe(0);
    world.text = `${PLACES.split('\n')[0]}\n`;
    const refused = await world.run('publish');
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('gave no record') });
    expect(world.journal().at(-1)).toMatchObject({ kind: 'unchanged' });
  });

  it('goes on without a portal that cannot be reached, and says so by another code', async () => {
    const world = await World.open();
    await world.portal.close();
    const published = await world.run('publish');
    expect(published).toMatchObject({ code: 2, err: expect.stringContaining('the connection failed') });
    expect(published.out).toMatch(/^Release \S+ published: /);
    expect(world.journal()).toMatchObject([{ kind: 'released', verified: true, sources: [{}] }]);
  });

  it('is refused where the declarations are, which the journal remembers', async () => {
    const world = await World.open();
    writeFileSync(join(world.folder, 'data/places/dataset.yml'), 'title: {');
    expect((await world.run('publish')).code).toBe(1);
    expect(world.portal.asked).toHaveLength(0);
    expect(world.journal()).toMatchObject([{ kind: 'refused' }]);
  });

  it('is left at Ctrl+C: nothing is published, and nobody is in its way afterwards', async () => {
    const world = await World.open();
    const text = world.text;
    world.stalls = true;
    const child = world.start('publish');
    const end = ended(child);
    while (world.portal.asked.length === 0) await sleep(10);
    child.kill('SIGINT');
    expect(await end).toMatchObject({ code: 130, out: '', err: expect.stringContaining('Interrupted') });
    expect(readdirSync(world.releases)).toEqual([]);
    world.stalls = false;
    expect(await world.run('publish')).toMatchObject({ code: 0, err: '' });
    expect(world.kept()).toBe(text);
  });

  it('is refused where something that others use would be gone, unless a person accepts it', async () => {
    const world = await World.open();
    expect((await world.run('publish')).code).toBe(0);
    const id = await currentReleaseId(world.releases);
    const mapping = join(world.folder, 'data/places/mapping.yml');
    const kept = readFileSync(mapping, 'utf8');
    writeFileSync(mapping, kept.replace(/^.*\[wgs:lat.*\n/m, ''));
    expect(readFileSync(mapping, 'utf8')).not.toBe(kept);
    const refused = await world.run('publish');
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('--accept-breaks') });
    expect(await currentReleaseId(world.releases)).toBe(id);
    expect((await world.run('publish', '--accept-breaks')).code).toBe(0);
    expect(await currentReleaseId(world.releases)).not.toBe(id);
  });

  it('refuses a second one at once', async () => {
    const world = await World.open();
    const first = world.start('publish');
    const end = ended(first);
    while (!existsSync(join(world.releases, '.publish'))) await sleep(2);
    expect(await world.run('publish')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Another publication is running'),
    });
    expect((await end).code).toBe(0);
  });

  it(`can be killed anywhere and run again: ${KILLS} kills, seed ${SEED}`, async () => {
    const world = await World.open();
    const next = random(SEED);
    const started = performance.now();
    expect((await world.run('publish')).code).toBe(0);
    const whole = performance.now() - started;
    let killed = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      world.grow(1);
      const child = world.start('publish');
      const end = ended(child);
      await sleep(next() * whole);
      child.kill('SIGKILL');
      if ((await end).signal === 'SIGKILL') killed += 1;
      const id = (await currentReleaseId(world.releases)) ?? '';
      expect(await verifyRelease(world.releases, id)).toMatchObject({ faults: [] });
    }
    expect(killed).toBeGreaterThan(KILLS / 2);
    const last = await world.run('publish');
    expect(last).toMatchObject({ code: 0, err: '' });
    const id = (await currentReleaseId(world.releases)) ?? '';
    expect(world.journal().some((one) => one.release === id && one.verified)).toBe(true);
    expect(world.kept()).toBe(world.text);
    expect(await world.run('publish')).toEqual({ code: 0, signal: null, out: '', err: '' });
    expect(readdirSync(world.releases).filter((name) => /^\.(draft|lock|publish)/.test(name))).toEqual([]);
    expect(readdirSync(join(world.folder, 'data/places/source')).sort()).toEqual([
      'places.csv',
      'places.csv.harvest.json',
    ]);
  });
});
