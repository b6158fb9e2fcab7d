import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QuadStore } from '../../src/model/index.ts';
import { createOxigraphStore } from '../../src/store/index.ts';
import { BASE, type Fixture, stubIndex, writeFixture } from './fixture-release.ts';
import { type Loopback, listen } from './loopback.ts';
import { appOf, JSON_RESULTS, sparqlUrl } from './sparql-site.ts';

const LIMITS = { milliseconds: 5000, resultBytes: 1e6, resultRows: 1000, queue: 4 };
const THING = `${BASE}id/musees/M1`;
const LABELS: Readonly<Record<string, Record<string, string>>> = {
  [THING]: { fr: 'Musée "du" Louvre, Paris', en: 'Louvre & <Museum>' },
};
const SELECT =
  'SELECT ?x ?n { VALUES (?x ?n) { (<id/musees/M1> "un"@fr) (<http://other.example/> 1.5) (UNDEF 2) } }';

let fixture: Fixture;
let store: QuadStore;
let server: Loopback;

beforeAll(async () => {
  fixture = await writeFixture();
  store = createOxigraphStore({ dumps: fixture.dumps, base: BASE, limits: LIMITS });
  await store.ready();
  const index = {
    ...stubIndex(),
    label: (iri: string, language: string) =>
      LABELS[iri]?.[language] ?? (iri === 'http://other.example/' ? 'no' : undefined),
  };
  server = await listen(appOf(fixture, store, { index, cacheBytes: 1 << 20 }));
});

afterAll(async () => {
  await server.close();
  await store.close();
  await fixture.remove();
});

const ask = (query: string, more: string, accept = JSON_RESULTS) =>
  server.ask(sparqlUrl(query, more), { headers: { accept } });

describe('Labels in an answer', () => {
  it.each([
    ['fr', 'Musée "du" Louvre, Paris'],
    ['en', 'Louvre & <Museum>'],
  ])('stand in a column of their own: %s', async (language, label) => {
    const { status, text } = await ask(SELECT, `&labels=${language}`);
    expect(status).toBe(200);
    const { head, results } = JSON.parse(text);
    expect(head.vars).toEqual(['x', 'xLabel', 'n']);
    expect(results.bindings.map((row: Record<string, unknown>) => row['xLabel'])).toEqual([
      { type: 'literal', value: label },
      undefined,
      undefined,
    ]);
    expect(results.bindings[0].n).toEqual({ type: 'literal', value: 'un', 'xml:lang': 'fr' });
  });

  it.each([
    [
      'text/csv',
      `x,xLabel,n\r\n${THING},"Musée ""du"" Louvre, Paris",un\r\nhttp://other.example/,,1.5\r\n,,2\r\n`,
    ],
    [
      'text/tab-separated-values',
      `?x\t?xLabel\t?n\n<${THING}>\t"Musée \\"du\\" Louvre, Paris"\t"un"@fr\n<http://other.example/>\t\t1.5\n\t\t2\n`,
    ],
    [
      'application/sparql-results+xml',
      `<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="x"/><variable name="xLabel"/><variable name="n"/></head><results><result><binding name="x"><uri>${THING}</uri></binding><binding name="xLabel"><literal>Musée &quot;du&quot; Louvre, Paris</literal></binding><binding name="n"><literal xml:lang="fr">un</literal></binding></result><result><binding name="x"><uri>http://other.example/</uri></binding><binding name="n"><literal datatype="http://www.w3.org/2001/XMLSchema#decimal">1.5</literal></binding></result><result><binding name="n"><literal datatype="http://www.w3.org/2001/XMLSchema#integer">2</literal></binding></result></results></sparql>`,
    ],
  ])('are valid in %s', async (accept, text) => {
    const answer = await ask(SELECT, '&labels=fr', accept);
    expect(answer.headers['content-type']).toContain(accept);
    expect(answer.text).toBe(text);
  });

  it.each([
    ['SELECT ?n { VALUES ?n { 1 2 } }', ['n']],
    ['SELECT ?x ?xLabel { BIND(<id/musees/M1> AS ?x) BIND("own" AS ?xLabel) }', ['x', 'xLabel']],
    ['SELECT ?xLabel ?x { BIND(<id/musees/M1> AS ?x) }', ['xLabel', 'x']],
  ])('add nothing to %j', async (query, variables) => {
    const { text } = await ask(query, '&labels=fr');
    expect(JSON.parse(text)).toEqual(JSON.parse((await ask(query, '')).text));
    expect(JSON.parse(text).head.vars).toEqual(variables);
  });

  it.each([
    ['an ASK', 'ASK {}', JSON_RESULTS],
    ['a CONSTRUCT', 'CONSTRUCT { <id/musees/M1> ?p ?o } { <id/musees/M1> ?p ?o }', 'application/n-triples'],
  ])('change nothing in the answer to %s', async (_name, query, accept) => {
    const plain = await ask(query, '', accept);
    const labelled = await ask(query, '&labels=fr', accept);
    expect(labelled.text).toBe(plain.text);
    expect(labelled.headers.etag).toBe(plain.headers.etag);
  });

  it('are told apart by the entity tag', async () => {
    const tags = await Promise.all(
      ['', '&labels=fr', '&labels=en'].map(async (more) => (await ask(SELECT, more)).headers.etag),
    );
    expect(new Set(tags).size).toBe(3);
  });

  it.each(['&labels=de', '&labels=FR', '&labels=fr&labels=en'])('are refused for %s', async (more) => {
    const answer = await ask(SELECT, more);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({
      code: 'bad-request',
      detail: expect.stringContaining('labels'),
    });
  });

  it('stand on the query page', async () => {
    const answer = await ask(SELECT, '&labels=fr', 'text/html');
    expect(answer.text).toContain('xLabel');
    expect(answer.text).toContain('Louvre, Paris');
  });

  it.each([
    'application/sparql-results+json',
    'application/sparql-results+xml',
    'text/csv',
    'text/tab-separated-values',
  ])('leave all else as the store writes it in %s', async (accept) => {
    const query = `SELECT * { VALUES (?x ?n) { (<http://a.example/?a=b&c> "\\"a\\\\ \\n\\t,;<>&'é😀") (<http://a/> 1e0) (<http://b/> -1.0) (<http://c/> true) (<http://d/> "x"^^<http://e/>) (UNDEF "") (<http://f/> "a"@en-GB) (<http://g/> +5) (<http://h/> "abc"^^<http://www.w3.org/2001/XMLSchema#integer>) } }`;
    const plain = await ask(query, '', accept);
    const labelled = await ask(query, '&labels=fr', accept);
    const comparable = (text: string) =>
      text.replaceAll('&#x9;', '\t').replaceAll('&#xA;', '\n').replaceAll('&apos;', "'");
    if (accept.endsWith('json')) expect(JSON.parse(labelled.text)).toEqual(JSON.parse(plain.text));
    else expect(comparable(labelled.text)).toBe(comparable(plain.text));
  });
});
