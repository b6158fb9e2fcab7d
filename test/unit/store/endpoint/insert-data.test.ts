import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { namedNode, Store } from 'oxigraph';
import { namedNode as iri, literal, quad, quadLine } from '../../../../src/rdf/index.ts';
import { insertData, updateLine } from '../../../../src/store/endpoint/insert-data.ts';

describe('A line of N-Triples in an update', () => {
  it.each([
    ['an escaped quotation mark', '<a:a> <a:b> "\\u0022" .', '<a:a> <a:b> "\\"" .'],
    ['an escaped line feed', '<a:a> <a:b> "\\U0000000A" .', '<a:a> <a:b> "\\n" .'],
    ['an escaped letter', '<a:\\u00e9> <a:b> "\\u00e9" .', '<a:é> <a:b> "é" .'],
    ['what only looks like an escape', '<a:a> <a:b> "\\\\u0022" .', '<a:a> <a:b> "\\\\u0022" .'],
  ])('says %s as SPARQL does', (_, line, written) => {
    expect(updateLine(line)).toBe(written);
  });

  it('is the same statement, whatever the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const store = new Store();
        const line = quadLine(quad(iri('urn:a'), iri('urn:b'), literal(value)));
        store.update(insertData('urn:g', [line]));
        const [found] = store.match(undefined, undefined, undefined, namedNode('urn:g'));
        expect(found?.object.value).toBe(value);
      }),
    );
  });
});
