import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { rollback } from '../../../../src/release/kept/rollback.ts';
import { currentReleaseId } from '../../../../src/release/releases.ts';
import { temporaryFolders } from '../folders.ts';
import { lineOf, publishRelease, thing } from './kept-releases.ts';

const newFolder = temporaryFolders();
const [FIRST, SECOND] = ['2026-03-09.1', '2026-03-09.2'] as const;
const line = (name: string, value = name) => lineOf(thing(name), value);

/** Two releases, the second current. */
async function twoReleases(first: readonly string[], second: readonly string[]): Promise<string> {
  const releases = newFolder();
  await publishRelease(releases, FIRST, { x: first });
  await publishRelease(releases, SECOND, { x: second });
  return releases;
}

describe('Going back', () => {
  it('is done where every published address stays', async () => {
    const releases = await twoReleases([line('1')], [line('1', 'un')]);
    expect(await rollback({ releases })).toEqual({
      kind: 'moved',
      from: SECOND,
      to: FIRST,
      lost: { count: 0, some: [] },
    });
    expect(await currentReleaseId(releases)).toBe(FIRST);
    expect(await rollback({ releases, id: SECOND })).toMatchObject({ kind: 'moved', to: SECOND });
  });

  it('is refused where published addresses would die, and tells them; unless it is forced', async () => {
    const releases = await twoReleases([line('1')], [line('1'), line('2'), line('3')]);
    const lost = { count: 2, some: [thing('2'), thing('3')] };
    expect(await rollback({ releases })).toMatchObject({ kind: 'refused', lost });
    expect(await currentReleaseId(releases)).toBe(SECOND);
    expect(await rollback({ releases, force: true })).toMatchObject({ kind: 'moved', lost });
    expect(await currentReleaseId(releases)).toBe(FIRST);
  });

  it('goes by the ledgers where there are some: withdrawn addresses do not die either', async () => {
    const releases = newFolder();
    await publishRelease(releases, FIRST, { x: [line('1')] }, ['1']);
    await publishRelease(releases, SECOND, { x: [line('1')] }, ['1', '2']);
    expect(await rollback({ releases })).toMatchObject({
      kind: 'refused',
      lost: { count: 1, some: [thing('2')] },
    });
  });

  it('to where one stands is nothing', async () => {
    const releases = await twoReleases([line('1')], [line('1')]);
    expect(await rollback({ releases, id: SECOND })).toEqual({ kind: 'already', to: SECOND });
  });

  it('leads out of a damaged release, whose addresses nobody knows', async () => {
    const releases = await twoReleases([line('1')], [line('1'), line('2')]);
    writeFileSync(join(releases, SECOND, 'datasets/x.nq.gz'), 'cut');
    expect(await rollback({ releases })).toEqual({ kind: 'moved', from: SECOND, to: FIRST });
  });

  it('never leads into a damaged one', async () => {
    const releases = await twoReleases([line('1')], [line('1')]);
    const dump = join(releases, FIRST, 'datasets/x.nq.gz');
    const bytes = readFileSync(dump);
    bytes[12] = (bytes[12] ?? 0) ^ 1;
    writeFileSync(dump, bytes);
    await expect(rollback({ releases })).rejects.toThrow('is damaged: datasets/x.nq.gz');
    expect(await currentReleaseId(releases)).toBe(SECOND);
  });

  it.each([
    [undefined, FIRST, 'No release before'],
    ['2026-03-09.7', SECOND, 'There is no release “2026-03-09.7”. Did you mean'],
    ['../elsewhere', SECOND, 'There is no release “../elsewhere”'],
  ])('to %s from %s is refused', async (id, current, words) => {
    const releases = await twoReleases([line('1')], [line('1')]);
    writeFileSync(join(releases, 'current'), `${current}\n`);
    await expect(rollback({ releases, id })).rejects.toThrow(words);
    expect(await currentReleaseId(releases)).toBe(current);
  });

  it('is refused where nothing is released', async () => {
    await expect(rollback({ releases: newFolder() })).rejects.toThrow('Nothing is released');
  });
});
