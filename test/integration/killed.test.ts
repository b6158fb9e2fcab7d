import type { ChildProcess } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, jest } from '@jest/globals';
import { loadProject } from '../../src/declarations/index.ts';
import {
  build,
  currentReleaseId,
  keptReleases,
  prune,
  rollback,
  verifyRelease,
} from '../../src/release/index.ts';
import { random } from '../bench/museum-catalogue.ts';
import { copyOfWorld, ended, scratch, startCimaise } from './command-line.ts';

jest.setTimeout(600_000);

const SEED = 20261122;
/** A fresh machine kills fifty times (`.ci/run`); everybody else waits less. */
const ALL_KILLS = Number(process.env['CIMAISE_TEST_KILLS'] ?? 12);
/** Lanes work beside each other, each in a world of its own. */
const LANES = 2;
const KILLS = ALL_KILLS / LANES;

/** A small project whose data grow, so that every build has something to release. */
class World {
  readonly folder = copyOfWorld('a-small-world');
  readonly releases = join(scratch(), 'releases');
  #rows = 0;

  grow(): void {
    appendFileSync(
      join(this.folder, 'data/places/source/places.csv'),
      `Q${this.#rows++};Lieu;castle;48.0;-4.0\n`,
    );
  }

  start(...args: readonly string[]): ChildProcess {
    return startCimaise([...args, '--project', this.folder], { CIMAISE_RELEASES: this.releases });
  }

  /** A build that nobody kills, in this process. */
  async build(): Promise<string> {
    const loaded = await loadProject({ root: this.folder, base: 'http://localhost:3000/' });
    if (loaded.kind !== 'loaded') throw new Error('The world is refused.');
    const outcome = await build({ project: loaded.project, releases: this.releases, toolVersion: '0' });
    expect(outcome.kind).toBe('released');
    return outcome.kind === 'refused' ? '' : outcome.release.manifest.id;
  }

  /** Runs a command until it works, then so long, then kills it. @returns whether it was killed at work */
  async kill(args: readonly string[], milliseconds: number): Promise<boolean> {
    const child = this.start(...args);
    const end = ended(child);
    while (child.exitCode === null && !existsSync(join(this.releases, '.lock'))) await sleep(1);
    await sleep(milliseconds);
    child.kill('SIGKILL');
    return (await end).signal === 'SIGKILL';
  }

  /** Milliseconds from the lock to the end of a command. */
  async duration(...args: readonly string[]): Promise<number> {
    const child = this.start(...args);
    const end = ended(child);
    while (child.exitCode === null && !existsSync(join(this.releases, '.lock'))) await sleep(1);
    const started = performance.now();
    expect(await end).toMatchObject({ code: 0 });
    return performance.now() - started;
  }

  /** What is served is whole; releases are whole or are none. */
  async assertWhole(ids: readonly string[]): Promise<void> {
    for (const id of ids) expect(await verifyRelease(this.releases, id)).toMatchObject({ id, faults: [] });
  }

  leftovers = (): readonly string[] =>
    readdirSync(this.releases).filter((name) => /^\.(draft|lock|current)/.test(name));
}

const lanes = (act: (lane: number) => Promise<number>): Promise<number[]> =>
  Promise.all(Array.from({ length: LANES }, (_, lane) => act(lane)));

describe('A build that is killed', () => {
  it(`leaves the served release whole, and the next build succeeds: ${LANES * KILLS} kills, seed ${SEED}`, async () => {
    const killed = await lanes(async (lane) => {
      let killedAtWork = 0;
      const next = random(SEED + lane);
      const world = new World();
      await world.build();
      world.grow();
      let duration = await world.duration('build');
      for (let kill = 0; kill < KILLS; kill++) {
        const before = await currentReleaseId(world.releases);
        world.grow();
        if (await world.kill(['build'], next() * duration)) killedAtWork++;
        else duration *= 0.7; // the machine is faster than it was
        const { ids, current } = await keptReleases(world.releases);
        expect([before, ids.at(-1)]).toContain(current);
        await world.assertWhole([...new Set([before as string, current as string, ids.at(-1) as string])]);
        world.grow();
        expect(await world.build()).toBe((await keptReleases(world.releases)).current);
        expect(world.leftovers()).toEqual([]);
      }
      await world.assertWhole((await keptReleases(world.releases)).ids);
      return killedAtWork;
    });
    // Many were killed while they worked: else nothing was tried.
    expect(killed.reduce((sum, count) => sum + count, 0)).toBeGreaterThan((LANES * KILLS) / 4);
  });
});

describe('Pruning that is killed', () => {
  it('leaves releases that are whole, or are none; the next one ends the work', async () => {
    const world = new World();
    const next = random(SEED);
    await world.build();
    for (let kill = 0; kill < 8; kill++) {
      for (let more = 0; more < 3; more++) {
        world.grow();
        await world.build();
      }
      const { current } = await keptReleases(world.releases);
      await world.kill(['releases', 'prune', '--keep', '2'], next() * 40);
      const left = await keptReleases(world.releases);
      expect(left.current).toBe(current);
      await world.assertWhole(left.ids);
      const { kept } = await prune({ releases: world.releases, rule: { keep: 2 } });
      expect(kept).toEqual(left.ids.slice(-2));
      await world.assertWhole(kept);
      expect(world.leftovers()).toEqual([]);
    }
  });
});

describe('Going back that is killed', () => {
  it('has happened or has not: the pointer names a whole release', async () => {
    const world = new World();
    const next = random(SEED);
    const first = await world.build();
    world.grow();
    const second = await world.build();
    for (let kill = 0; kill < 8; kill++) {
      await world.kill(['releases', 'rollback', first, '--force'], next() * 40);
      const current = (await currentReleaseId(world.releases)) ?? '';
      expect([first, second]).toContain(current);
      await world.assertWhole([current]);
      expect((await rollback({ releases: world.releases, id: second })).kind).toMatch(/moved|already/);
      expect(await currentReleaseId(world.releases)).toBe(second);
    }
    expect(world.leftovers().filter((name) => name !== '.current.new')).toEqual([]);
  });
});
