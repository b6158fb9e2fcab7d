import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { DraftAnswers } from '../../../../src/release/breaks/breaks.ts';
import { findBreaks } from '../../../../src/release/breaks/find-breaks.ts';
import { temporaryFolders } from '../folders.ts';
import { lineOf, publishRelease, thing } from '../kept/kept-releases.ts';

const newFolder = temporaryFolders();
const ANSWERS: DraftAnswers = {
  queries: { q: { kind: 'answered', columns: ['a'], filled: ['a'], rows: 1 } },
  charts: {},
};
const line = (name: string) => lineOf(thing(name), name);

describe('What a release breaks', () => {
  it('is nothing where there was none before, and its answers are kept for the next', async () => {
    const release = await publishRelease(newFolder(), '2026-03-09.1', { x: [line('1')] });
    const { breaks, files } = await findBreaks(release, { previous: undefined, ask: async () => ANSWERS });
    expect(breaks).toMatchObject({ queries: [], unasked: [], iris: { vanished: { count: 0 } } });
    expect(breaks.previous).toBeUndefined();
    expect(files.map(({ path }) => path)).toEqual(['breaks.json', 'answers.json']);
    expect(JSON.parse(readFileSync(join(release.folder, 'answers.json'), 'utf8'))).toEqual(ANSWERS.queries);
  });

  it('are things that are not there any more, found in the dumps where no list tells them', async () => {
    const releases = newFolder();
    const previous = await publishRelease(releases, '2026-03-09.1', {
      x: [line('1'), line('2'), line('3#part')],
      y: [lineOf(thing('1', 'y'), 'un', 'y')],
    });
    const release = await publishRelease(releases, '2026-03-09.2', { x: [line('2'), line('4')] });
    const { breaks } = await findBreaks(release, { previous });
    expect(breaks.iris.vanished).toEqual({ count: 3, some: [thing('1'), thing('3'), thing('1', 'y')] });
    expect(breaks.datasets.removed).toEqual(['y']);
    expect(JSON.parse(readFileSync(join(release.folder, 'breaks.json'), 'utf8'))).toEqual(breaks);
  });

  it('are told without queries where nothing is asked', async () => {
    const releases = newFolder();
    const previous = await publishRelease(releases, '2026-03-09.1', { x: [line('1')] });
    const release = await publishRelease(releases, '2026-03-09.2', { x: [line('1')] });
    const { breaks, files } = await findBreaks(release, { previous });
    expect(breaks).toMatchObject({ previous: '2026-03-09.1', queries: [], unasked: [] });
    expect(files.map(({ path }) => path)).toEqual(['breaks.json']);
  });
});
