import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Store } from 'oxigraph';
import { bindParameters, type ParameterTerm, selectedColumns } from '../../../src/sparql/index.ts';

const bound = (text: string, terms: Readonly<Record<string, ParameterTerm>>) =>
  bindParameters(text, new Map(Object.entries(terms)));

type Term = {
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
};
const store = new Store();
const answer = (text: string) =>
  (store.query(text, { base_iri: 'http://example.org/' }) as Map<string, Term>[]).map((row) =>
    Object.fromEntries(row),
  );

describe('A bound parameter', () => {
  it('stands as a term wherever its variable does', () => {
    const text = 'SELECT ?x { ?x ?p $p . FILTER(?p = ?p) { SELECT ?y { ?y <x> ?p } } OPTIONAL { ?x ?q ?p } }';
    expect(bound(text, { p: { iri: 'urn:a' } }).replace(/ +/g, ' ')).toBe(
      'SELECT ?x { ?x <urn:a> <urn:a> . FILTER( <urn:a> = <urn:a> ) { SELECT ?y { ?y <x> <urn:a> } } OPTIONAL { ?x ?q <urn:a> } }',
    );
  });

  it('leaves strings, comments, IRIs and longer names alone', () => {
    const text = `SELECT ?x { ?pp <http://a/?p> "?p" . # ?p\n ?pé ?x '''?p''' }`;
    expect(bound(text, { p: { iri: 'urn:a' } })).toBe(text);
  });

  it('is bound for BOUND, and not where it is absent', () => {
    const text = 'SELECT ?x { VALUES ?x { 1 } FILTER(!BOUND(?p) || bound ( $q )) }';
    expect(bound(text, { q: { text: 'a' } })).toContain('FILTER(!BOUND(?p) || true)');
    expect(answer(text)).toHaveLength(1);
    expect(answer(bound(text, { p: { text: 'a' } }))).toHaveLength(0);
  });

  it('is not looked at again for other parameters', () => {
    const rows = answer(bound('SELECT (?a AS ?x) (?b AS ?y) {}', { a: { text: '?b' }, b: { text: '?a' } }));
    expect(rows[0]).toMatchObject({ x: { value: '?b' }, y: { value: '?a' } });
  });

  it('stays apart from what stands beside it', () => {
    const rows = answer(
      bound('SELECT ?x { BIND(1<?p AS ?x) }', {
        p: { text: '2', datatype: 'http://www.w3.org/2001/XMLSchema#integer' },
      }),
    );
    expect(rows[0]?.['x']?.value).toBe('true');
  });

  it('keeps every character of every text, and lets none become syntax', () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          '"',
          "'",
          '"""',
          '\\',
          '\\u0022',
          '\\"',
          '\n',
          '\r',
          '}',
          '{',
          '> ',
          '<',
          '#',
          '?p',
          '$q',
          ';',
          'é',
          '𝄞',
          '\u2028',
          '\u0000',
          ' . DROP ALL',
          '@fr',
          '^^<x>',
        ),
      )
      .map((parts) => parts.join(''));
    const text = fc.oneof(hostile, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    const query = 'SELECT (?p AS ?x) ?y { FILTER(?p = ?p) { SELECT (?p AS ?y) {} } }';
    fc.assert(
      fc.property(
        text.filter((one) => one.isWellFormed()),
        (value) => {
          expect(answer(bound(query, { p: { text: value } }))).toMatchObject([
            { x: { value }, y: { value } },
          ]);
          expect(answer(bound(query, { p: { text: value, language: 'fr' } }))).toMatchObject([
            { x: { value, language: 'fr' } },
          ]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is never an IRI that ends early', () => {
    for (const iri of ['a>b', 'a b', 'a"b', 'a\\u003eb', 'a\nb', 'a{b}'])
      expect(() => bound('SELECT * { ?x ?y ?p }', { p: { iri } })).toThrow(TypeError);
  });
});

describe('The columns of a query', () => {
  it.each([
    ['SELECT ?a (COUNT(?b) AS ?c) { ?a ?x ?b } GROUP BY ?a', ['a', 'c']],
    ['SELECT * { ?a ?x ?b }', undefined],
    ['ASK {}', undefined],
    ['SELECT', undefined],
  ])('of %s are %j', (text, columns) => {
    expect(selectedColumns(text, 'http://example.org/')).toEqual(columns);
  });
});
