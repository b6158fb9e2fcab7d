import { describe, expect, it } from '@jest/globals';
import { breakLines } from '../../../src/cli/break-lines.ts';
import type { Breaks } from '../../../src/release/index.ts';

const NONE = { count: 0, some: [] };
const NOTHING: Breaks = {
  previous: '2026-03-09.1',
  datasets: { added: [], removed: [] },
  iris: { vanished: NONE, withdrawn: NONE, replaced: NONE },
  terms: [],
  queries: [],
  unasked: [],
  jumps: [],
  dumps: [],
};

describe('What a release breaks, for people', () => {
  it('is no line where it breaks nothing', () => {
    expect(breakLines(NOTHING, 'fr')).toEqual([]);
  });

  it.each<readonly [Partial<Breaks>, string, string]>([
    [{ datasets: { added: ['x'], removed: [] } }, 'jeux de données nouveaux : 1', 'new datasets: 1'],
    [{ datasets: { added: [], removed: ['x'] } }, 'jeux de données disparus : 1', 'datasets gone: 1'],
    [
      { iris: { ...NOTHING.iris, withdrawn: { count: 1, some: ['u'] } } },
      'adresses retirées : 1',
      'addresses withdrawn: 1',
    ],
    [
      { terms: [{ slug: 'x', kind: 'class', iri: 'http://e.org/A', change: 'vanishes', count: 1200 }] },
      'x : classe disparue, <http://e.org/A>',
      'x: gone class, <http://e.org/A> (1,200)',
    ],
    [
      { queries: [{ name: 'api/x', change: 'columns', before: ['a', 'b'], after: ['a'] }] },
      'queries/api/x.rq a d’autres colonnes (a, b → a)',
      'queries/api/x.rq has other columns (a, b → a)',
    ],
    [{ queries: [{ name: 'api/x', change: 'empty' }] }, 'queries/api/x.rq ne trouve rien', 'finds nothing'],
    [{ unasked: [{ name: 'api/x', reason: 'others' }] }, 'n’a pas été posée', 'was not asked'],
    [
      { jumps: [{ slug: 'x', figure: 'things', before: 100, after: 40 }] },
      'x : choses, 100 → 40 (-60 %)',
      'x: things, 100 → 40 (-60 %)',
    ],
    [
      { dumps: ['datasets/x.csv.gz'] },
      'fichiers qui ne sont plus publiés : 1',
      'files no longer published: 1',
    ],
  ])('%j is a line in both languages', (some, fr, en) => {
    expect(breakLines({ ...NOTHING, ...some }, 'fr').join('\n')).toContain(fr);
    expect(breakLines({ ...NOTHING, ...some }, 'en').join('\n')).toContain(en);
  });

  it('names ten of many, and says how many more there are', () => {
    const some = Array.from({ length: 20 }, (_, index) => `u${index}`);
    const lines = breakLines(
      { ...NOTHING, iris: { ...NOTHING.iris, vanished: { count: 5000, some } } },
      'en',
    );
    expect(lines.filter((line) => /^ +u\d+$/.test(line)).length).toBe(10);
    expect(lines.at(-1)?.trim()).toBe('… and 4,990 more');
  });
});
