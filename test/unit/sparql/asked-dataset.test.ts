import { describe, expect, it } from '@jest/globals';
import { askedDataset } from '../../../src/sparql/index.ts';

const BASE = 'http://localhost:3000/';

describe('The dataset of a query', () => {
  it.each([
    ['none', 'SELECT * { ?s ?p ?o }', undefined],
    ['none where FROM stands in a string', 'SELECT * { ?s ?p "FROM <x>" }', undefined],
    ['none where the text is no query', 'FROM <x>', undefined],
    [
      'relative and prefixed IRIs, absolute',
      'PREFIX d: <dataset/> SELECT * FROM <def/> FROM d:a FROM NAMED <http://b/> { ?s ?p ?o }',
      { defaultGraphs: [`${BASE}def/`, `${BASE}dataset/a`], namedGraphs: ['http://b/'] },
    ],
    [
      'named graphs only',
      'ASK FROM NAMED <g> { GRAPH ?g { ?s ?p ?o } }',
      { defaultGraphs: [], namedGraphs: [`${BASE}g`] },
    ],
  ])('is %s', (_, text, dataset) => {
    expect(askedDataset(text, BASE)).toEqual(dataset);
  });
});
