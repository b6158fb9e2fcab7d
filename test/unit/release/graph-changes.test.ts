import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GraphChanges } from '../../../src/release/changes/graph-changes.ts';
import { subjectsOf } from '../../../src/release/dataset/stars.ts';
import { temporaryFolders } from './folders.ts';

const newFolder = temporaryFolders();
const SPACE = 'http://e.org/id/x/';

const line = (name: string, value: string): string =>
  `<${SPACE}${name}> <http://e.org/p> "${value}" <http://e.org/g> .`;

/** Names among which `<x#a>` stands before `<x>`, with others between. */
const names = fc.constantFrom('M1', 'M1#a', 'M1#b', 'M10', 'M10#a', 'M1-2', 'M!', 'M!#a', 'MA', 'é', 'é#a');
const graphs = fc
  .array(fc.tuple(names, fc.constantFrom('', '1', '2', 'œ')), { maxLength: 12 })
  .map((pairs) => [...new Set(pairs.map(([name, value]) => line(name, value)))].sort());

const linesOf = (folder: string, path: string | undefined): readonly string[] =>
  path === undefined
    ? []
    : gunzipSync(readFileSync(join(folder, path)))
        .toString()
        .split('\n')
        .filter(Boolean);

async function compared(before: readonly string[], now: readonly string[]) {
  const folder = newFolder();
  const changes = new GraphChanges({
    before: [before],
    folder,
    stem: 'changes/x',
    space: SPACE,
    work: join(folder, '.work'),
  });
  for await (const subjects of subjectsOf([now])) await changes.take(subjects);
  const found = await changes.close();
  const [added, removed, things] = [found?.added, found?.removed, found?.things].map((file) =>
    linesOf(folder, file?.path),
  );
  expect([found?.added.statements ?? 0, found?.removed.statements ?? 0]).toEqual([
    added?.length,
    removed?.length,
  ]);
  return { folder, found, added: added ?? [], removed: removed ?? [], things: things ?? [] };
}

/** Thing → all that is said of it and its hash IRIs. */
const described = (lines: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    [...Map.groupBy(lines, (one) => /<([^>#]*)/.exec(one)?.[1] ?? '')].map(([thing, own]) => [
      thing,
      own.join('\n'),
    ]),
  );

function expectedThings(before: readonly string[], now: readonly string[]): readonly string[] {
  const [was, is] = [described(before), described(now)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .flatMap((thing) => {
      if (!was.has(thing)) return [`created\t${thing}`];
      if (!is.has(thing)) return [`removed\t${thing}`];
      return was.get(thing) === is.get(thing) ? [] : [`updated\t${thing}`];
    })
    .sort();
}

describe('The changes of a graph', () => {
  it('are exactly what leads from the old lines to the new ones, and the things that they concern', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, graphs, async (before, now) => {
        const { added, removed, things } = await compared(before, now);
        const gone = new Set(removed);
        expect(removed.filter((one) => !before.includes(one))).toEqual([]);
        expect(added.filter((one) => before.includes(one))).toEqual([]);
        expect([...before.filter((one) => !gone.has(one)), ...added].sort()).toEqual(now);
        expect(added).toEqual([...added].sort());
        expect(removed).toEqual([...removed].sort());
        expect(things).toEqual(expectedThings(before, now));
      }),
      { numRuns: 150 },
    );
  });

  it('are no files where nothing changed', async () => {
    const { found, folder } = await compared([line('M1', '1')], [line('M1', '1')]);
    expect(found).toBeUndefined();
    expect(readdirSync(join(folder, 'changes'))).toEqual([]);
  });

  it('are all lines of a graph that is new, or gone', async () => {
    const lines = [line('M1', '1'), line('M2', '1')];
    expect(await compared([], lines)).toMatchObject({ added: lines, removed: [] });
    expect(await compared(lines, [])).toMatchObject({ added: [], removed: lines });
  });
});
