import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Release } from '../../../../src/model/index.ts';

import { type ChangedThing, compareThings } from '../../../../src/release/kept/compare-things.ts';
import { diffReleases } from '../../../../src/release/kept/diff-releases.ts';
import { byCodeUnits, sideBySide } from '../../../../src/release/side-by-side.ts';
import { streamOf, temporaryFolders } from '../folders.ts';
import { BASE, lineOf, publishRelease, thing } from './kept-releases.ts';

const newFolder = temporaryFolders();

/** Lines cut into batches of a size, some of them empty. */
const inBatches = (lines: readonly string[], size: number) =>
  streamOf([
    [],
    ...Array.from({ length: Math.ceil(lines.length / size) }, (_, at) =>
      lines.slice(at * size, at * size + size),
    ),
  ]);

const sorted = (lines: readonly string[]) => [...new Set(lines)].sort();

describe('Two sorted files', () => {
  it('compared: what was, without what went, with what came, is what is', async () => {
    const lines = fc.array(fc.string({ unit: 'binary', maxLength: 4 }).filter((line) => line !== ''));
    await fc.assert(
      fc.asyncProperty(lines, lines, fc.integer({ min: 1, max: 5 }), async (one, other, size) => {
        const [before, after] = [sorted(one), sorted(other)];
        const batches = await Array.fromAsync(
          sideBySide(inBatches(before, size), inBatches(after, size), byCodeUnits),
        );
        const all = batches.flat();
        expect(all.map(({ left, right }) => left ?? right)).toEqual(sorted([...before, ...after]));
        expect(all.flatMap(({ left = [] }) => left)).toEqual(before);
        expect(all.flatMap(({ right = [] }) => right)).toEqual(after);
        for (const { left, right } of all) if (left && right) expect(left).toBe(right);
      }),
    );
  });
});

/** Subjects of things whose hash IRIs stand apart from them in a sorted file. */
const SUBJECTS = ['a', 'a#x', 'a!', 'a!#x', 'a(b)', 'b'].map((name) => thing(name));

describe('Things of two releases', () => {
  it('are created, updated or removed as all of their statements tell, hash IRIs included', async () => {
    const statements = fc.array(fc.tuple(fc.constantFrom(...SUBJECTS), fc.constantFrom('1', '2')));
    await fc.assert(
      fc.asyncProperty(statements, statements, async (one, other) => {
        const [before, after] = [one, other].map((all) =>
          sorted(all.map(([iri, value]) => lineOf(iri, value))),
        );
        const lines = sideBySide(
          inBatches(before as string[], 3),
          inBatches(after as string[], 3),
          byCodeUnits,
        );
        const changed = await Array.fromAsync(compareThings(lines, `${BASE}id/x/`));
        expect(changed).toEqual(expectedChanges(before as string[], after as string[]));
      }),
    );
  });
});

/** The same, by maps. */
function expectedChanges(before: readonly string[], after: readonly string[]): readonly ChangedThing[] {
  const grouped = (lines: readonly string[]) =>
    Map.groupBy(lines, (line) => line.slice(1).split(/[>#]/, 1)[0] ?? '');
  const [old, now] = [grouped(before), grouped(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((iri): readonly ChangedThing[] => {
    const [was, is] = [old.get(iri), now.get(iri)];
    if (was === undefined) return [{ iri, change: 'created' }];
    if (is === undefined) return [{ iri, change: 'removed' }];
    return was.join() === is.join() ? [] : [{ iri, change: 'updated' }];
  });
}

async function differences(before: Release, after: Release) {
  const statements: string[] = [];
  const statement = (sign: string, line: string) => void statements.push(sign + line);
  const graphs = await Array.fromAsync(diffReleases({ before, after }, { statement }));
  return { graphs, statements };
}

describe('Releases', () => {
  const [one, two, three] = ['1', '2', '3'].map((name) => lineOf(thing(name), name)) as [
    string,
    string,
    string,
  ];

  it('are compared dataset by dataset, those that came or went included', async () => {
    const releases = newFolder();
    const other = lineOf(thing('1', 'y'), 'un', 'y');
    const first = await publishRelease(releases, '2026-03-09.1', { x: [one, two], y: [other] });
    const second = await publishRelease(releases, '2026-03-09.2', { x: [two, three] });
    const { graphs, statements } = await differences(first, second);
    expect(graphs).toEqual([
      { name: 'x', added: 1, removed: 1, things: { created: 1, updated: 0, removed: 1 } },
      { name: 'y', added: 0, removed: 1, things: { created: 0, updated: 0, removed: 1 } },
    ]);
    expect(statements).toEqual([`-${one}`, `+${three}`, `-${other}`]);
  });

  it('that are not neighbours are compared as well, and backwards', async () => {
    const releases = newFolder();
    const first = await publishRelease(releases, '2026-03-09.1', { x: [one] });
    await publishRelease(releases, '2026-03-09.2', { x: [two] });
    const third = await publishRelease(releases, '2026-03-09.3', { x: [one, three] });
    expect((await differences(third, first)).statements).toEqual([`-${three}`]);
    expect((await differences(first, first)).graphs).toEqual([]);
  });
});
