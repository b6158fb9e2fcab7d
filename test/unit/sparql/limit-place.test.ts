import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Store } from 'oxigraph';
import { parseQuery, withRowLimit } from '../../../src/sparql/index.ts';

const BASE = 'http://localhost:3000/';
const store = new Store();
store.load(
  Array.from({ length: 12 }, (_, i) => `<${BASE}${i}> <${BASE}p> "${i % 5} LIMIT 3 }" <${BASE}g> .`).join(
    '\n',
  ),
  { format: 'application/n-quads' },
);

function limited(text: string, rows: number): string {
  const parsed = parseQuery(text, { base: BASE });
  if (parsed.kind !== 'parsed') throw new Error(`${parsed.kind}: ${text}`);
  return parsed.limitPlace ? withRowLimit(parsed.limitPlace, rows) : text;
}

const csvOf = (text: string): readonly string[] =>
  (
    store.query(text, {
      base_iri: BASE,
      results_format: 'text/csv',
      use_default_graph_as_union: true,
    }) as string
  ).split('\r\n');
const rowsOf = (text: string): readonly string[] => csvOf(text).slice(1, -1);

const words = (...all: readonly string[]) => fc.constantFrom(...all);

/** Queries with everything that may stand around a LIMIT, and what only looks like one. */
const queries = fc
  .tuple(
    words('', '# LIMIT 1\n', 'PREFIX limit: <http://x/VALUES> PREFIX values: <http://x/> '),
    words('SELECT *', 'SELECT ?s ?o', 'SELECT DISTINCT ?o', 'SELECT ?limit (STR(?s) AS ?values)'),
    words('', 'WHERE'),
    words(
      '{ ?s ?p ?o }',
      '{ ?s ?p ?o OPTIONAL { ?s ?q ?limit } }',
      '{ ?s ?p ?o FILTER(?o != "} LIMIT 2") # VALUES {\n }',
      '{ { SELECT * { ?s ?p ?o } ORDER BY ?s LIMIT 7 } }',
      `{ ?s ?p ?o VALUES ?s { <0> <1> <2> <3> <4> } }`,
    ),
    words(
      '',
      'ORDER BY ?s',
      'ORDER BY ?limit ?s',
      'ORDER BY DESC(STR(?s)) # LIMIT 2\n',
      'ORDER BY ?s ?values',
    ),
    words(
      '',
      'LIMIT 0',
      'LIMIT 4',
      'limit # 3\n 9',
      'LIMIT 99',
      'OFFSET 3',
      'LIMIT 6 OFFSET 2',
      'OFFSET 2 LIMIT 6',
    ),
    words('', 'VALUES ?s { <0> <1> <2> <9> }', 'VALUES (?s ?o) { (<1> UNDEF) (<2> "2 LIMIT 3 }") }'),
    words('', ' # LIMIT 1', ' # VALUES ?s { }\n'),
  )
  .map((parts) => parts.join(' '));

describe('A row limit', () => {
  it('that is not reached leaves the answer as it is', () => {
    fc.assert(
      fc.property(queries, (text) => {
        expect([...csvOf(limited(text, 100))].sort()).toEqual([...csvOf(text)].sort());
      }),
      { numRuns: 2000 },
    );
  });

  it('gives as many rows as it says, all of them rows of the query', () => {
    fc.assert(
      fc.property(queries, fc.integer({ min: 1, max: 12 }), (text, rows) => {
        const all = rowsOf(text);
        const some = rowsOf(limited(text, rows));
        expect(some).toHaveLength(Math.min(rows, all.length));
        for (const row of some) expect(all).toContain(row);
      }),
      { numRuns: 2000 },
    );
  });

  it('has a place in a SELECT only', () => {
    for (const text of ['ASK {}', 'CONSTRUCT WHERE { ?s ?p ?o }', 'DESCRIBE <x>'])
      expect(parseQuery(text, { base: BASE })).not.toHaveProperty('limitPlace');
  });

  it('is not written where the LIMIT of the text cannot be found', () => {
    const text = 'SELECT * { ?s ?p ?o } \\u004cIMIT 5';
    const parsed = parseQuery(text, { base: BASE });
    if (parsed.kind === 'parsed') expect(parsed.limitPlace).toBeUndefined();
    else expect(parsed.kind).toBe('malformed');
  });
});
