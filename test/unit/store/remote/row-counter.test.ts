import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { literal, namedNode, quad, Store } from 'oxigraph';
import { rowCounter } from '../../../../src/store/remote/row-counter.ts';

const TYPES = [
  'application/sparql-results+json',
  'application/sparql-results+xml',
  'text/csv',
  'text/tab-separated-values',
] as const;

/** Rows counted in a text that comes in parts of some size. */
function counted(mediaType: string, text: string, size: number): number {
  const counter = rowCounter(mediaType);
  const bytes = new TextEncoder().encode(text);
  let rows = 0;
  for (let at = 0; at < bytes.length; at += size) rows = counter.add(bytes.subarray(at, at + size));
  return rows;
}

const hostile = fc.array(fc.constantFrom('"', '{', '[', '}', '\n', '\r', '<result>', '\\', ',', 'é'));

describe('A counter of rows', () => {
  it.each(TYPES)('counts those of %s, whatever the values and the parts', (mediaType) => {
    fc.assert(
      fc.property(
        fc.uniqueArray(hostile, { selector: String }),
        fc.integer({ min: 1, max: 9 }),
        (values, size) => {
          const store = new Store();
          for (const value of values)
            store.add(quad(namedNode('urn:a'), namedNode('urn:b'), literal(value.join(''))));
          const text = store.query('SELECT ?o ?s { ?s ?p ?o }', { results_format: mediaType }) as string;
          expect(counted(mediaType, text, size)).toBe(store.size);
        },
      ),
    );
  });

  it('counts statements of a graph', () => {
    expect(counted('application/n-triples', '<a:a> <a:b> "\\n" .\n<a:a> <a:b> "c" .\n', 7)).toBe(2);
  });

  it.each(TYPES.slice(0, 2))('counts none in the answer to ASK as %s', (mediaType) => {
    const text = new Store().query('ASK {}', { results_format: mediaType }) as string;
    expect(counted(mediaType, text, 5)).toBe(0);
  });
});
