import { describe, expect, it } from '@jest/globals';
import { presentThings } from '../../../../src/release/ledger/present.ts';
import { temporaryFolders } from '../folders.ts';

const newFolder = temporaryFolders();
const SPACE = 'http://a/id/x/';

const line = (subject: string, value: string): string =>
  `<${SPACE}${subject}> <http://p> "${value}" <http://g> .`;

async function* oneBatch(lines: readonly string[]) {
  yield [...lines].sort();
}

const present = (lines: readonly string[]) =>
  Array.fromAsync(presentThings(oneBatch(lines), { space: SPACE, folder: newFolder() }));

const hashOf = async (thing: string, lines: readonly string[]) =>
  (await present(lines)).find(({ iri }) => iri === SPACE + thing)?.hash;

describe('The things of a dump', () => {
  it('come once each in the order of their IRIs, with their hash IRIs, which others stand between', async () => {
    const lines = ['M1', 'M1#a', 'M1#z', 'M10', 'M10#a', 'M1.5', 'M1/deep', 'M2#only'].map((one) =>
      line(one, one),
    );
    const found = await present(lines);
    const names = found.map(({ iri }) => iri.slice(SPACE.length));
    expect(names).toEqual(['M1', 'M1.5', 'M1/deep', 'M10', 'M2']);
    for (const { hash } of found) expect(hash).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(found.map(({ hash }) => hash)).size).toBe(found.length);
  });

  it('keep their hash while their statements stay, whatever becomes of others', async () => {
    const own = [line('M1', 'a'), line('M1#x', 'b')];
    const alone = await hashOf('M1', own);
    expect(await hashOf('M1', [...own, line('M10', 'c'), line('M1-', 'd')])).toBe(alone);
  });

  it.each([
    ['a value', [line('M1', 'A'), line('M1#x', 'b')]],
    ['a value of a hash IRI', [line('M1', 'a'), line('M1#x', 'B')]],
    ['the name of a hash IRI', [line('M1', 'a'), line('M1#y', 'b')]],
    ['a statement more', [line('M1', 'a'), line('M1', 'b'), line('M1#x', 'b')]],
    ['a statement less', [line('M1', 'a')]],
  ])('have another hash after a change: %s', async (_what, changed) => {
    expect(await hashOf('M1', changed)).not.toBe(await hashOf('M1', [line('M1', 'a'), line('M1#x', 'b')]));
  });

  it('are those of the space alone', async () => {
    const others = [
      '<http://a/id/xy/M1> <http://p> "1" <http://g> .',
      '<http://b/M1> <http://p> "1" <http://g> .',
    ];
    expect(await present(others)).toEqual([]);
    expect(await present([])).toEqual([]);
  });
});
