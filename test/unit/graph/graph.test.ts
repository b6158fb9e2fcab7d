import { describe, expect, it } from '@jest/globals';
import { Graph, STANDARD_VOCABULARIES, standardVocabulary } from '../../../src/graph/index.ts';
import { iri, literal, quad, quadLine, text } from '../../../src/rdf/index.ts';

describe('A graph in memory', () => {
  const owl = 'http://www.w3.org/2002/07/owl#';
  const graph = new Graph([
    quad(iri('a:a'), iri('p:p'), iri('a:b')),
    quad(iri('a:a'), iri('p:p'), text('x', 'fr')),
    quad(iri('a:a'), iri('p:p'), text('x', 'fr')),
    quad(iri('a:a'), iri(`${owl}sameAs`), iri('a:b')),
    quad(iri('a:b'), iri('p:q'), literal('y')),
  ]);

  it('answers with the terms that were put in', () => {
    expect(graph.size).toBe(4);
    expect(graph.objects('a:a', 'p:p').map(({ value }) => value)).toEqual(['a:b', 'x']);
    expect(graph.object('a:b', 'p:q')).toMatchObject({ termType: 'Literal', value: 'y' });
    expect(graph.object('a:c', 'p:q')).toBeUndefined();
    expect(graph.subjects('p:p', 'a:b').map(({ value }) => value)).toEqual(['a:a']);
  });

  it('keeps two nodes apart that are said to be the same', () => {
    expect(graph.objects('a:a', 'p:q')).toEqual([]);
    expect(new Set(graph.quads().map((one) => quadLine(one))).size).toBe(4);
  });
});

describe('A standard vocabulary', () => {
  it.each(STANDARD_VOCABULARIES)('%s comes with statements', async (name) => {
    expect((await standardVocabulary(name)).length).toBeGreaterThan(10);
  });

  it('that is not there is named', async () => {
    await expect(standardVocabulary('nowhere')).rejects.toThrow('nowhere');
  });
});
