import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createArchive } from '../../../../src/release/archive.ts';
import { goingOf, prune } from '../../../../src/release/kept/prune.ts';
import { temporaryFolders } from '../folders.ts';
import { lineOf, publishRelease, thing } from './kept-releases.ts';

const newFolder = temporaryFolders();
const IDS = ['2026-03-08.1', '2026-03-08.2', '2026-03-09.1', '2026-03-09.2', '2026-03-10.1'];

describe('Releases that go', () => {
  it.each([
    [{ keep: 2 }, '2026-03-10.1', IDS.slice(0, 3)],
    [{ keep: 1 }, '2026-03-10.1', IDS.slice(0, 3)],
    [{ keep: 4 }, '2026-03-10.1', IDS.slice(0, 1)],
    [{ keep: 9 }, '2026-03-10.1', []],
    // One has gone back: what is newer stays within the count, the current one and the one before it stay.
    [{ keep: 2 }, '2026-03-08.2', ['2026-03-09.1']],
    [{ keep: 1 }, '2026-03-08.1', ['2026-03-08.2', '2026-03-09.1', '2026-03-09.2']],
    [{ before: '2026-03-09' }, '2026-03-10.1', IDS.slice(0, 2)],
    [{ before: '2026-04-01' }, '2026-03-10.1', IDS.slice(0, 3)],
    [{ before: '2026-03-08' }, '2026-03-10.1', []],
    // The newest remembers what was published.
    [{ before: '2026-04-01' }, '2026-03-08.2', ['2026-03-09.1', '2026-03-09.2']],
    // A pointer to nothing protects as if it named the newest.
    [{ keep: 1 }, '1999-01-01.1', IDS.slice(0, 3)],
    [{ keep: 1 }, undefined, IDS.slice(0, 3)],
  ])('by %j, with %s current, are %j', (rule, current, going) => {
    expect(goingOf({ ids: IDS, current }, rule)).toEqual(going);
  });
});

async function withReleases(): Promise<string> {
  const releases = newFolder();
  for (const id of IDS) await publishRelease(releases, id, { x: [lineOf(thing('1'), id)] });
  for (const id of IDS) {
    mkdirSync(join(releases, '.cache', id), { recursive: true });
    writeFileSync(join(releases, '.cache', id, 'index.sqlite'), '12345');
    chmodSync(join(releases, id, 'manifest.json'), 0o444);
    chmodSync(join(releases, id, 'datasets/x.nq.gz'), 0o444);
  }
  return releases;
}

const visible = (folder: string) => readdirSync(folder).filter((name) => !name.startsWith('.'));

describe('Pruning', () => {
  it('removes releases and their caches, read-only files too, and tells their bytes', async () => {
    const releases = await withReleases();
    const { pruned, kept } = await prune({ releases, rule: { keep: 2 } });
    expect(pruned.map(({ id, cacheBytes }) => [id, cacheBytes])).toEqual(
      IDS.slice(0, 3).map((id) => [id, 5]),
    );
    for (const { bytes } of pruned) expect(bytes).toBeGreaterThan(100);
    expect(kept).toEqual(IDS.slice(3));
    expect(visible(releases)).toEqual([...IDS.slice(3), 'current']);
    expect(readdirSync(join(releases, '.cache'))).toEqual(IDS.slice(3));
    expect(readdirSync(releases).filter((name) => name.startsWith('.draft') || name === '.lock')).toEqual([]);
  });

  it('tells the same when dry, and removes nothing', async () => {
    const releases = await withReleases();
    const dry = await prune({ releases, rule: { keep: 2 }, dryRun: true });
    expect(visible(releases)).toEqual([...IDS, 'current']);
    expect(readdirSync(join(releases, '.cache'))).toEqual(IDS);
    expect(await prune({ releases, rule: { keep: 2 } })).toEqual(dry);
  });

  it('removes what a killed prune left', async () => {
    const releases = await withReleases();
    mkdirSync(join(releases, '.draft-pruned-2026-01-01.1'));
    await prune({ releases, rule: { keep: 9 } });
    expect(existsSync(join(releases, '.draft-pruned-2026-01-01.1'))).toBe(false);
    expect(visible(releases)).toEqual([...IDS, 'current']);
  });
});

describe('An archive', () => {
  it('knows nothing any more of a release that was pruned after it was read', async () => {
    const releases = await withReleases();
    const archive = createArchive(releases);
    expect((await archive.release(IDS[0] as string))?.manifest.id).toBe(IDS[0]);
    await prune({ releases, rule: { keep: 2 } });
    expect(await archive.release(IDS[0] as string)).toBeUndefined();
    expect(await archive.ids()).toEqual(IDS.slice(3));
    expect((await archive.release(IDS[4] as string))?.manifest.id).toBe(IDS[4]);
  });
});
