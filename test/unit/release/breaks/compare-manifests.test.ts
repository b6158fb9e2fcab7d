import { describe, expect, it } from '@jest/globals';
import type { DatasetStatistics, ReleasedDataset, ReleaseManifest } from '../../../../src/model/index.ts';
import { compareManifests } from '../../../../src/release/breaks/compare-manifests.ts';

interface Figures {
  readonly things?: number;
  readonly statements?: number;
  readonly bytes?: number;
  readonly classes?: Readonly<Record<string, number>>;
  readonly properties?: Readonly<Record<string, number>>;
  readonly formats?: readonly string[];
}

const parts = (counts: Readonly<Record<string, number>> = {}) =>
  Object.entries(counts).map(([iri, count]) => ({ iri, count, subjects: count }));

function dataset(slug: string, figures: Figures): ReleasedDataset {
  const { things = 100, statements = 1000, bytes = 5000, classes, properties, formats } = figures;
  const dump = { path: `datasets/${slug}.nq.gz`, bytes };
  const statistics = {
    classes: parts(classes),
    properties: parts(properties),
  } as unknown as DatasetStatistics;
  const dumps = formats?.map((format) => ({ path: `datasets/${slug}.${format}` }));
  return {
    slug,
    things,
    statements,
    dump,
    ...(classes || properties ? { statistics } : {}),
    ...(dumps ? { dumps } : {}),
  } as unknown as ReleasedDataset;
}

const manifest = (datasets: Readonly<Record<string, Figures>>): ReleaseManifest =>
  ({
    datasets: Object.entries(datasets).map(([slug, one]) => dataset(slug, one)),
  }) as unknown as ReleaseManifest;

const compared = (before: Readonly<Record<string, Figures>>, after: Readonly<Record<string, Figures>>) =>
  compareManifests(manifest(before), manifest(after));

describe('Two manifests', () => {
  it('that say the same break nothing', () => {
    const same = { x: { classes: { A: 1 }, properties: { p: 2 } } };
    expect(compared(same, same)).toEqual({
      datasets: { added: [], removed: [] },
      terms: [],
      jumps: [],
      dumps: [],
    });
  });

  it('tell datasets that came and went, and not their terms', () => {
    const { datasets, terms, jumps } = compared({ x: { classes: { A: 1 } } }, { y: { classes: { B: 1 } } });
    expect(datasets).toEqual({ added: ['y'], removed: ['x'] });
    expect([terms, jumps]).toEqual([[], []]);
  });

  it('tell terms that a dataset uses anew or not any more, though another uses them', () => {
    const { terms } = compared(
      { x: { classes: { A: 3, B: 1 }, properties: { p: 7 } }, y: { properties: { q: 1 } } },
      { x: { classes: { A: 4, C: 2 }, properties: { q: 9 } }, y: { properties: { q: 1 } } },
    );
    expect(terms).toEqual([
      { slug: 'x', kind: 'class', iri: 'B', change: 'vanishes', count: 1 },
      { slug: 'x', kind: 'class', iri: 'C', change: 'appears', count: 2 },
      { slug: 'x', kind: 'property', iri: 'p', change: 'vanishes', count: 7 },
      { slug: 'x', kind: 'property', iri: 'q', change: 'appears', count: 9 },
    ]);
  });

  it('say nothing of terms where one of them has not counted', () => {
    expect(compared({ x: {} }, { x: { classes: { A: 1 } } }).terms).toEqual([]);
  });

  it.each([
    [1000, 1250, []],
    [1000, 1251, [[1000, 1251]]],
    [1000, 750, []],
    [1000, 749, [[1000, 749]]],
    [0, 1, [[0, 1]]],
    [0, 0, []],
  ])('with %d and then %d statements tell the jumps %j', (before, after, told) => {
    const { jumps } = compared({ x: { statements: before } }, { x: { statements: after } });
    expect(jumps.map((one) => [one.before, one.after])).toEqual(told);
    expect(jumps.every(({ figure }) => figure === 'statements')).toBe(true);
  });

  it('tell files that are not published any more', () => {
    const { dumps } = compared({ x: { formats: ['nq.gz', 'ttl.gz'] }, y: {} }, { x: { formats: ['nq.gz'] } });
    expect(dumps).toEqual(['datasets/x.ttl.gz', 'datasets/y.nq.gz']);
  });
});
