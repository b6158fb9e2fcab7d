import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { iri } from '../../../src/rdf/index.ts';
import { ReleasedGraph } from '../../../src/release/index.ts';
import { BASE, type Fixture, writeFixture } from '../../integration/fixture-release.ts';

const MUSEUM = `${BASE}id/musees/M1`;

describe('A release as a reader of single nodes', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await writeFixture();
  });
  afterAll(() => fixture.remove());

  it('lacks what it was asked, until it is loaded', async () => {
    const graph = new ReleasedGraph(fixture.release);
    expect(graph.statementsOf(MUSEUM)).toEqual([]);
    expect(graph.lacks).toBe(true);
    await graph.load();
    expect(graph.lacks).toBe(false);
    expect(graph.statementsOf(MUSEUM)).toHaveLength(3);
    expect(graph.isIncomplete).toBe(false);
  });

  it('knows who refers to a node by a property', async () => {
    const graph = new ReleasedGraph(fixture.release);
    const referrers = (property: string) =>
      graph.referrersOf(`http://schema.org/${property}`, iri(`${MUSEUM}#creation`));
    expect(referrers('creation')).toEqual([]);
    await graph.load();
    expect(referrers('creation').map(({ value }) => value)).toEqual([MUSEUM]);
    expect(referrers('name')).toEqual([]);
  });

  it('lacks nothing more of a node that nothing describes', async () => {
    const graph = new ReleasedGraph(fixture.release);
    graph.statementsOf('http://example.org/nowhere');
    await graph.load();
    expect(graph.statementsOf('http://example.org/nowhere')).toEqual([]);
    expect(graph.lacks).toBe(false);
  });
});
