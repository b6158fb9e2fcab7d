import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../src/http/index.ts';
import type { QuadStore, SparqlAnswer, SparqlQuestion } from '../../src/model/index.ts';
import { createOxigraphStore } from '../../src/store/index.ts';
import {
  BASE,
  DATASET,
  type Fixture,
  MUSEUMS,
  NO_TERMS,
  QUERIES,
  stubIndex,
  writeFixture,
} from './fixture-release.ts';
import { type Loopback, listen } from './loopback.ts';

const LIMITS = { milliseconds: 1500, resultBytes: 4000, resultRows: 1000, queue: 4 };
const VARY = 'Accept, Accept-Language, Accept-Encoding';
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const FORM = 'application/x-www-form-urlencoded';
const QUERY = 'application/sparql-query';
const SELECT = 'SELECT ?o { <id/musees/M1#creation> ?p ?o }';
const COUNT = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }';
const ENDLESS = `SELECT (COUNT(*) AS ?n) { ${'abcdefghij'
  .split('')
  .map((x) => `?${x}1 ?${x}2 ?${x}3 .`)
  .join(' ')} }`;

let fixture: Fixture;
let store: QuadStore;
let server: Loopback;

const appOf = (over: QuadStore, log: (event: string, details?: object) => unknown = () => {}) =>
  createApp({
    release: fixture.release,
    store: over,
    index: stubIndex(),
    terms: NO_TERMS,
    datasets: [DATASET],
    queries: QUERIES,
    log,
  });

beforeAll(async () => {
  fixture = await writeFixture();
  store = createOxigraphStore({ dumps: fixture.dumps, base: BASE, limits: LIMITS });
  await store.ready();
  server = await listen(appOf(store));
});

afterAll(async () => {
  await server.close();
  await store.close();
  await fixture.remove();
});

const url = (query: string, more = ''): string => `/sparql?query=${encodeURIComponent(query)}${more}`;
const get = (target: string, headers: Record<string, string> = {}) => server.ask(target, { headers });
const post = (
  type: string | undefined,
  body: string | Buffer,
  headers: Record<string, string> = {},
  search = '',
) =>
  server.ask(`/sparql${search}`, {
    method: 'POST',
    headers: { ...headers, ...(type && { 'content-type': type }) },
    body,
  });
const problemOf = ({ text }: { text: string }) => JSON.parse(text);

const RESULTS = [
  ['application/sparql-results+json', 'json', 'application/sparql-results+json', /"value":"1793"/],
  ['application/sparql-results+xml', 'xml', 'application/sparql-results+xml', /<literal>1793<\/literal>/],
  ['text/csv', 'csv', 'text/csv; charset=utf-8; header=present', /^o\r\n1793\r\n$/],
  ['text/tab-separated-values', 'tsv', 'text/tab-separated-values; charset=utf-8', /^\?o\n"1793"\n$/],
  ['application/json', 'json', 'application/json', /"value":"1793"/],
  ['application/xml', 'xml', 'application/xml', /<literal>1793<\/literal>/],
] as const;

const GRAPHS = [
  ['text/turtle', 'ttl', 'text/turtle; charset=utf-8', /schema:dateCreated "1793"/],
  ['application/ld+json', 'jsonld', 'application/ld+json', /"schema:dateCreated": "1793"/],
  ['application/rdf+xml', 'rdf', 'application/rdf+xml', /1793<\/schema:dateCreated>/],
  ['application/n-triples', 'nt', 'application/n-triples', /"1793" \.\n$/],
  ['application/n-quads', 'nq', 'application/n-quads', /"1793" \.\n$/],
  ['application/trig', 'trig', 'application/trig', /"1793"/],
] as const;

describe.each([
  ['GET', (query: string, headers: Record<string, string>) => get(url(query), headers)],
  [
    'POST form',
    (query: string, headers: Record<string, string>) =>
      post(FORM, `query=${encodeURIComponent(query)}`, headers),
  ],
  [
    'POST of the query',
    (query: string, headers: Record<string, string>) => post(`${QUERY}; charset=UTF-8`, query, headers),
  ],
] as const)('A query by %s', (_name, ask) => {
  it.each(RESULTS)('of kind SELECT is answered in %s', async (accept, _format, type, body) => {
    const answer = await ask(SELECT, { accept });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ 'content-type': type, vary: VARY, 'result-status': 'complete' });
    expect(answer.text).toMatch(body);
  });

  it.each(GRAPHS)('of kind CONSTRUCT is answered in %s', async (accept, _format, type, body) => {
    const answer = await ask('CONSTRUCT WHERE { <id/musees/M1#creation> ?p ?o }', { accept });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ 'content-type': type, vary: VARY, 'result-status': 'complete' });
    expect(answer.text).toMatch(body);
  });
});

describe('The format of an answer', () => {
  it.each([
    [undefined, SELECT, 'application/sparql-results+json'],
    ['*/*', SELECT, 'application/sparql-results+json'],
    ['*/*', 'DESCRIBE <id/musees/M1>', 'text/turtle; charset=utf-8'],
    ['text/csv;q=0.5, application/sparql-results+xml;q=0.6', SELECT, 'application/sparql-results+xml'],
    ['application/sparql-results+json;q=0, */*', SELECT, 'application/sparql-results+xml'],
    ['text/*', SELECT, 'text/csv; charset=utf-8; header=present'],
    ['text/turtle, application/sparql-results+json;q=0.1', SELECT, 'application/sparql-results+json'],
    [
      'text/turtle, application/sparql-results+json;q=0.1',
      'CONSTRUCT WHERE { ?s ?p ?o }',
      'text/turtle; charset=utf-8',
    ],
    [BROWSER, SELECT, 'text/html; charset=utf-8'],
  ])('for Accept %j of %j is %s', async (accept, query, type) => {
    const answer = await get(url(query), accept === undefined ? {} : { accept });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe(type);
  });

  it.each([
    ...RESULTS.slice(0, 4).map((row) => [SELECT, row[1], row[2]]),
    ...GRAPHS.map((row) => ['DESCRIBE <id/musees/M1>', row[1], row[2]]),
  ])('of %j can be named: %s', async (query, format, type) => {
    const answer = await get(url(String(query), `&format=${format}`), { accept: BROWSER });
    expect(answer.headers['content-type']).toBe(type);
  });

  it.each([
    [SELECT, 'text/turtle'],
    [SELECT, 'image/png'],
    ['DESCRIBE <id/musees/M1>', 'application/sparql-results+json'],
  ])('of %j is refused honestly for %s', async (query, accept) => {
    const answer = await get(url(query), { accept });
    expect(answer.status).toBe(406);
    expect(answer.headers.vary).toBe(VARY);
    const { code, alternates } = problemOf(answer);
    expect(code).toBe('not-acceptable');
    expect((await get(alternates[0].href, { accept: 'image/png' })).status).toBe(200);
    expect(answer.headers['link']).toContain(alternates[0].href);
  });

  it('is refused with the list of those there are, where no address can be given', async () => {
    const body = `query=${encodeURIComponent(SELECT)}`;
    const { mediaTypes, detail, ...more } = problemOf(await post(FORM, body, { accept: 'text/turtle' }));
    expect(mediaTypes).toEqual(expect.arrayContaining(['application/sparql-results+json', 'text/csv']));
    expect(mediaTypes).not.toContain('text/turtle');
    for (const mediaType of mediaTypes) expect(detail).toContain(mediaType);
    expect(more).not.toHaveProperty('alternates');
  });

  it('is refused when its name is not one', async () => {
    expect((await get(url(SELECT, '&format=constructor'))).status).toBe(406);
  });
});

describe('The protocol', () => {
  it.each([
    ['a query given twice', () => get(`${url(SELECT)}&query=ASK%7B%7D`), 400, 'query-repeated'],
    [
      'a query in the address and in the body',
      () => post(QUERY, 'ASK {}', {}, '?query=ASK%7B%7D'),
      400,
      'query-repeated',
    ],
    ['a query twice in a form', () => post(FORM, 'query=ASK%7B%7D&query=ASK%7B%7D'), 400, 'query-repeated'],
    ['a form without query', () => post(FORM, 'format=json'), 400, 'query-missing'],
    ['no query for who wants results', () => get('/sparql', { accept: 'text/csv' }), 400, 'query-missing'],
    ['an empty query', () => get('/sparql?query=', { accept: 'text/csv' }), 400, 'query-malformed'],
    ['an empty body', () => post(QUERY, ''), 400, 'query-malformed'],
    ['an update in a form', () => post(FORM, 'update=DROP%20ALL'), 403, 'read-only'],
    ['an update in the address', () => get('/sparql?update=DROP%20ALL'), 403, 'read-only'],
    ['an update in the body', () => post('application/sparql-update', 'DROP ALL'), 403, 'read-only'],
    ['an update as query', () => get(url('DROP ALL')), 403, 'read-only'],
    ['SERVICE', () => get(url('ASK { SERVICE <http://127.0.0.1/> {} }')), 403, 'service-refused'],
    ['a body of another type', () => post('application/json', '{}'), 415, 'unsupported-media-type'],
    ['a body without type', () => post(undefined, 'ASK {}'), 415, 'unsupported-media-type'],
    [
      'a body in another charset',
      () => post(`${QUERY}; charset=latin1`, 'ASK {}'),
      415,
      'unsupported-media-type',
    ],
    [
      'an unknown encoding',
      () => post(QUERY, 'ASK {}', { 'content-encoding': 'rot13' }),
      415,
      'unsupported-media-type',
    ],
    ['a body that is not UTF-8', () => post(QUERY, Buffer.from([0x41, 0xe9])), 400, 'bad-request'],
    ['a broken percent-encoding', () => get('/sparql?query=%E9'), 400, 'bad-request'],
    ['a graph that is no IRI', () => get(url(SELECT, '&default-graph-uri=x')), 400, 'bad-request'],
    ['a query of ten megabytes', () => post(QUERY, 'x'.repeat(10_000_000)), 413, 'body-too-large'],
    [
      'a query of 100,001 characters',
      () => post(QUERY, `ASK {} #${'x'.repeat(99_994)}`),
      400,
      'query-too-complex',
    ],
    [
      'a query of 5,000 braces',
      () => post(QUERY, `ASK ${'{'.repeat(5000)}${'}'.repeat(5000)}`),
      400,
      'query-too-complex',
    ],
    ['an unknown function', () => get(url('SELECT (<http://x/f>(1) AS ?x) {}')), 400, 'query-malformed'],
  ])('refuses %s', async (_name, ask, status, code) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.headers.etag).toBeUndefined();
    expect(problemOf(answer)).toMatchObject({
      status,
      code,
      title: expect.any(String),
      detail: expect.any(String),
    });
  });

  it('answers a query of 100,000 characters', async () => {
    const answer = await post(FORM, `query=${encodeURIComponent(`ASK {} #${'é'.repeat(99_900)}`)}`);
    expect(answer.status).toBe(200);
  });

  it('tells the line and column of a mistake, in the reader’s language', async () => {
    const query = 'SELECT * {\n ?s ?p }';
    const french = problemOf(await get(url(query), { 'accept-language': 'fr' }));
    expect(french).toMatchObject({ line: 2, column: 8, title: 'Requête SPARQL mal formée' });
    expect(french.detail).toMatch(
      /^La requête n’a pas pu être lue, ligne 2, colonne 8\. On trouve «\u00a0}\u00a0» là où il fallait l’un de ces éléments\u00a0: une variable, un IRI, [^“]*…$/,
    );
    const english = problemOf(await get(url(query), { 'accept-language': 'en' }));
    expect(english.detail).toContain('Line 2, column 8');
  });

  it('tells no place after the end of the query', async () => {
    const problem = problemOf(await get(url('SELECT (1 AS ?s) { ?s ?p ?o }')));
    expect(problem).toMatchObject({ code: 'query-malformed', reason: expect.stringContaining('SELECT') });
    expect(problem).not.toHaveProperty('line');
  });

  const GRAPH = encodeURIComponent(`${BASE}dataset/musees`);
  it.each([
    ['the union of all graphs', '', MUSEUMS.length + 9],
    ['one graph', `&default-graph-uri=${GRAPH}`, MUSEUMS.length],
    [
      'two graphs',
      `&default-graph-uri=${GRAPH}&default-graph-uri=${encodeURIComponent(`${BASE}def/`)}`,
      MUSEUMS.length + 1,
    ],
    ['an unknown graph, which is empty', '&default-graph-uri=http%3A%2F%2Fnone%2F', 0],
    ['nothing when only a named graph is given', `&named-graph-uri=${GRAPH}`, 0],
  ])('has as default graph %s', async (_name, more, count) => {
    expect((await get(url(COUNT, `${more}&format=csv`))).text).toBe(`n\r\n${count}\r\n`);
    const form = `query=${encodeURIComponent(COUNT)}${more}`;
    expect((await post(FORM, form, { accept: 'text/csv' })).text).toBe(`n\r\n${count}\r\n`);
  });

  it('reads graphs of the address with a query in the body', async () => {
    const answer = await post(QUERY, COUNT, { accept: 'text/csv' }, `?default-graph-uri=${GRAPH}`);
    expect(answer.text).toBe(`n\r\n${MUSEUMS.length}\r\n`);
  });

  it('lets pages elsewhere ask', async () => {
    const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
    const preflight = await server.ask('/sparql', { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers).toMatchObject({
      allow: 'GET, HEAD, POST, QUERY, OPTIONS',
      'access-control-allow-origin': '*',
      'access-control-allow-methods': expect.stringContaining('POST'),
    });
    const answer = await get(url(SELECT), { origin: 'https://elsewhere.example' });
    expect(answer.headers['access-control-expose-headers']).toContain('Result-Status');
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
  });

  it('notes what goes wrong on our side, with where it did', async () => {
    const lines: object[] = [];
    const log = (event: string, details?: object) => void lines.push({ event, ...details });
    const answer = () => Promise.reject(new TypeError('Cannot read properties of undefined'));
    const site = await listen(appOf({ ...store, isReady: () => true, answer }, log));
    const broken = await site.ask(url(SELECT));
    await site.close();
    expect({ status: broken.status, ...problemOf(broken) }).toMatchObject({
      status: 503,
      code: 'unavailable',
    });
    expect(lines).toEqual([
      { event: 'request failed', method: 'GET', url: url(SELECT), err: expect.any(TypeError) },
    ]);
  });

  it('refuses other methods', async () => {
    const answer = await server.ask('/sparql', { method: 'DELETE' });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET, HEAD, POST, QUERY, OPTIONS');
  });

  it('says the release and the time taken', async () => {
    const { headers } = await get(url(SELECT));
    expect(headers['cimaise-release']).toBe(fixture.release.manifest.id);
    expect(headers['server-timing']).toMatch(/^store;dur=\d/);
  });

  it('answers HEAD without a body', async () => {
    const answer = await server.ask(url(SELECT), { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(answer.text).toBe('');
  });
});

describe('An answer once given', () => {
  it('is 304 to who holds it, per format and dataset', async () => {
    const first = await get(url(SELECT), { accept: 'text/csv' });
    const held = { 'if-none-match': String(first.headers.etag) };
    const again = await get(url(SELECT), { accept: 'text/csv', ...held });
    expect(again.status).toBe(304);
    expect(again.headers).toMatchObject({ vary: VARY, etag: first.headers.etag });
    for (const other of [
      await get(url(SELECT), { accept: 'application/json', ...held }),
      await get(url(`${SELECT} LIMIT 1`), { accept: 'text/csv', ...held }),
      await get(url(SELECT, '&default-graph-uri=http%3A%2F%2Fnone%2F'), { accept: 'text/csv', ...held }),
    ])
      expect(other.status).toBe(200);
  });

  it.each(GRAPHS.map(([accept]) => accept))('is 304 to who holds it packed, in %s', async (accept) => {
    const accepting = { accept, 'accept-encoding': 'gzip' };
    const everything = url('CONSTRUCT WHERE { ?s ?p ?o }');
    const { headers } = await get(everything, accepting);
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', etag: expect.stringMatching(/^W\/"/) });
    const again = await get(everything, { ...accepting, 'if-none-match': String(headers.etag) });
    expect(again.status).toBe(304);
    expect(again.headers).toMatchObject({ vary: VARY, etag: headers.etag });
  });

  it('has no tag when the next run may differ', async () => {
    const { headers } = await get(url('SELECT (RAND() AS ?x) {}'));
    expect(headers.etag).toBeUndefined();
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('An answer that would not be whole', () => {
  it('is refused at its deadline, and the next query is answered', async () => {
    const answer = await get(url(ENDLESS));
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBeDefined();
    expect(answer.headers['result-status']).toBeUndefined();
    expect(problemOf(answer)).toMatchObject({ code: 'query-timeout', limitSeconds: 1.5, dumps: '/datasets' });
    expect((await get(url(SELECT))).status).toBe(200);
  });

  it('is refused for its size', async () => {
    const answer = await get(url('SELECT * { ?a ?b ?c . ?d ?e ?f }'));
    expect(answer.status).toBe(413);
    expect(problemOf(answer)).toMatchObject({ code: 'result-too-large', limitBytes: 4000 });
  });
});

describe('A store’s refusal', () => {
  const answering = (answer: SparqlAnswer): QuadStore => ({
    ...store,
    isReady: () => true,
    answer: async () => answer,
  });

  it.each([
    [{ kind: 'overloaded', retryAfterSeconds: 7 }, 'overloaded', '7'],
    [{ kind: 'failed', reason: 'unreachable' }, 'query-failed', '5'],
  ] as const)('%j becomes a 503', async (answer, code, seconds) => {
    const noted: (object | undefined)[] = [];
    const other = await listen(appOf(answering(answer), (_event, details) => noted.push(details)));
    try {
      const sent = await other.ask(url(SELECT));
      expect(sent.status).toBe(503);
      // The client is told that it failed; why, the operator.
      const why = answer.kind === 'failed' ? [{ err: { message: answer.reason } }] : [];
      expect(noted).toMatchObject(why);
      expect(sent.headers['retry-after']).toBe(seconds);
      expect(problemOf(sent).code).toBe(code);
    } finally {
      await other.close();
    }
  });
});

describe('A client that goes away', () => {
  it('has its query stopped', async () => {
    const asked = Promise.withResolvers<SparqlQuestion>();
    const stopped = Promise.withResolvers<void>();
    const waiting: QuadStore = {
      ...store,
      isReady: () => true,
      answer: (question) => {
        question.signal?.addEventListener('abort', () => stopped.resolve());
        asked.resolve(question);
        return stopped.promise.then(() => ({ kind: 'abandoned' }));
      },
    };
    const other = await listen(appOf(waiting));
    try {
      const leaving = new AbortController();
      const answer = other.ask(url(SELECT), { signal: leaving.signal });
      await asked.promise;
      leaving.abort();
      await expect(answer).rejects.toThrow();
      await stopped.promise;
    } finally {
      await other.close();
    }
  });
});

describe('The endpoint', () => {
  it.each([[undefined], ['text/turtle'], ['application/ld+json'], ['application/rdf+xml']])(
    'describes itself for Accept %j',
    async (accept) => {
      const answer = await get('/sparql', accept === undefined ? {} : { accept });
      expect(answer.status).toBe(200);
      expect(answer.headers.vary).toBe(VARY);
      expect(answer.text).toContain('UnionDefaultGraph');
      expect(answer.text).toContain(`${BASE}dataset/musees`);
    },
  );

  it('is a page for a browser', async () => {
    const answer = await get('/sparql', { accept: BROWSER });
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.text).toContain('Tous les musées');
  });

  it.each([
    [SELECT, '1793'],
    ['ASK {}', '<html'],
    ['DESCRIBE <id/musees/M1>', 'schema:name'],
  ])('shows a browser the answer to %j', async (query, shown) => {
    const answer = await get(url(query, '&format=html'), { accept: BROWSER });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(shown);
  });

  it.each([
    ['SELECT', 400],
    ['DROP ALL', 403],
    ['SELECT * { ?a ?b ?c . ?d ?e ?f }', 413],
  ])('shows a browser what is wrong with %j', async (query, status) => {
    const answer = await get(url(query), { accept: BROWSER });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.text).toContain('<textarea');
  });

  it('keeps markup in a query inert', async () => {
    const answer = await get(url('SELECT * { ?s ?p "</textarea><script>alert(1)</script>" }'), {
      accept: BROWSER,
    });
    expect(answer.text).not.toContain('<script>alert');
  });
});
