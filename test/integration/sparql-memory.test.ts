import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { QuadStore, SparqlQuestion } from '../../src/model/index.ts';
import { createOxigraphStore } from '../../src/store/index.ts';
import { BASE, type Fixture, writeFixture } from './fixture-release.ts';
import { type Loopback, listen } from './loopback.ts';
import { appOf, FORM, JSON_RESULTS, QUERY, scriptedStore, sparqlUrl } from './sparql-site.ts';

const LIMITS = { milliseconds: 5000, resultBytes: 1e6, resultRows: 1000, queue: 4 };
/** Long enough to be worth packing. */
const SELECT = `SELECT * { ?s ?p ?o . ?a ?b ?c } ORDER BY ?s ?p ?o ?a ?b ?c LIMIT 30`;
const CONSTRUCT = 'CONSTRUCT WHERE { ?s ?p ?o }';

let fixture: Fixture;
let store: QuadStore;
let asked: SparqlQuestion[] = [];
let server: Loopback;

beforeAll(async () => {
  fixture = await writeFixture();
  store = createOxigraphStore({ dumps: fixture.dumps, base: BASE, limits: LIMITS });
  await store.ready();
});

beforeEach(async () => {
  asked = [];
  const counted: QuadStore = {
    answer: (question) => {
      asked.push(question);
      return store.answer(question);
    },
    isReady: () => true,
    ready: () => store.ready(),
    size: () => store.size(),
    figures: () => store.figures(),
    close: async () => {},
  };
  await server?.close();
  server = await listen(appOf(fixture, counted, { cacheBytes: 1 << 20 }));
});

afterAll(async () => {
  await server.close();
  await store.close();
  await fixture.remove();
});

const CASES = [
  [SELECT, JSON_RESULTS],
  [SELECT, 'application/sparql-results+xml'],
  [SELECT, 'text/csv'],
  [SELECT, 'text/tab-separated-values'],
  [SELECT, 'application/json'],
  [SELECT, 'application/xml'],
  ['ASK {}', JSON_RESULTS],
  [CONSTRUCT, 'text/turtle'],
  [CONSTRUCT, 'application/ld+json'],
  [CONSTRUCT, 'application/rdf+xml'],
  [CONSTRUCT, 'application/n-triples'],
  [CONSTRUCT, 'application/n-quads'],
  [CONSTRUCT, 'application/trig'],
].flatMap(([query, accept]) =>
  ['', 'gzip', 'br', 'gzip;q=0.5, br;q=0.1'].map(
    (encoding) => [String(query), String(accept), encoding] as const,
  ),
);

/** What may differ between two answers to one question. */
const OF_THE_MOMENT = ['date', 'server-timing'];
const lasting = (headers: object) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_MOMENT.includes(name)));

const UNPACKERS: Readonly<Record<string, (octets: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  deflate: inflateSync,
  identity: (octets) => octets,
};

const unpacked = (encoding: string | undefined, octets: Buffer): string | undefined =>
  UNPACKERS[encoding ?? 'identity']?.(octets).toString();

describe('An answer given before', () => {
  it.each(CASES)(
    'of %j in %s packed as %j is given again, the same to the octet',
    async (query, accept, encoding) => {
      const headers = { accept, ...(encoding && { 'accept-encoding': encoding }) };
      const first = await server.ask(sparqlUrl(query), { headers });
      const second = await server.ask(sparqlUrl(query), { headers });
      const third = await server.ask(sparqlUrl(query), { headers });
      expect(first.status).toBe(200);
      expect(asked).toHaveLength(1);
      expect(first.headers['server-timing']).toMatch(/^store;dur=/);
      for (const again of [second, third]) {
        expect(again.headers['server-timing']).toBe('cache');
        expect(lasting(again.headers)).toEqual(lasting(first.headers));
        expect(again.body.equals(first.body)).toBe(true);
      }
      const head = await server.ask(sparqlUrl(query), { method: 'HEAD', headers });
      expect(lasting(head.headers)).toEqual(lasting(first.headers));
      expect(head.text).toBe('');
      const held = await server.ask(sparqlUrl(query), {
        headers: { ...headers, 'if-none-match': String(first.headers.etag) },
      });
      expect(held.status).toBe(304);
      expect(held.headers).toMatchObject({ etag: first.headers.etag, vary: first.headers.vary });
      expect(asked).toHaveLength(1);
    },
  );

  it.each(['deflate', 'gzip;q=0, *', 'identity;q=1, *;q=0', 'br;q=0, gzip;q=0', '*', 'zstd'])(
    'can be unpacked by who takes %j alone',
    async (encoding) => {
      const plain = await server.ask(sparqlUrl(SELECT), { headers: { accept: 'text/csv' } });
      for (const _turn of [1, 2, 3]) {
        const headers = { accept: 'text/csv', 'accept-encoding': encoding };
        const { headers: got, body } = await server.ask(sparqlUrl(SELECT), { headers });
        expect(unpacked(got['content-encoding'], body)).toBe(plain.text);
      }
    },
  );

  it('is the same by every operation of the protocol', async () => {
    const headers = { accept: 'text/csv' };
    const body = `query=${encodeURIComponent(SELECT)}`;
    const send = (method: string, type: string, text: string) =>
      server.ask('/sparql', { method, headers: { ...headers, 'content-type': type }, body: text });
    const answers = [
      await server.ask(sparqlUrl(SELECT), { headers }),
      await send('POST', FORM, body),
      await send('POST', QUERY, SELECT),
      await send('QUERY', QUERY, SELECT),
      await send('QUERY', FORM, body),
    ];
    expect(asked).toHaveLength(1);
    for (const answer of answers) expect(lasting(answer.headers)).toEqual(lasting(answers[0]?.headers ?? {}));
    for (const { text } of answers) expect(text).toBe(answers[0]?.text);
  });

  it.each([
    ['another format', sparqlUrl(SELECT), { accept: 'application/xml' }],
    ['another dataset', sparqlUrl(SELECT, '&default-graph-uri=http%3A%2F%2Fx%2F'), {}],
    ['another text', sparqlUrl(`${SELECT} OFFSET 1`), {}],
    ['labels', sparqlUrl(SELECT, '&labels=fr'), {}],
  ])('is not given for %s', async (_name, target, headers) => {
    const first = await server.ask(sparqlUrl(SELECT), { headers: { accept: 'text/csv' } });
    const other = await server.ask(target, { headers: { accept: 'text/csv', ...headers } });
    expect(asked).toHaveLength(2);
    expect(other.headers.etag).not.toBe(first.headers.etag);
  });

  it.each([
    ['chance', 'SELECT (RAND() AS ?x) {}'],
    ['the time', 'SELECT (NOW() AS ?x) {}'],
    ['fresh names', 'SELECT (UUID() AS ?x) {}'],
    ['others', 'SELECT * { SERVICE SILENT <http://elsewhere.example/sparql> {} }'],
  ])('is not given again to a query that asks for %s', async (_name, query) => {
    for (const _turn of [1, 2]) {
      const answer = await server.ask(sparqlUrl(query));
      expect(answer.headers.etag).toBeUndefined();
    }
    expect(asked).toHaveLength(2);
  });

  it('is given again where the query asks the search of this platform', async () => {
    const search = scriptedStore(() => '{"head":{"vars":[]},"results":{"bindings":[]}}');
    const other = await listen(appOf(fixture, search, { cacheBytes: 1 << 20 }));
    try {
      const query = `SELECT * { SERVICE <${BASE}search> { ?s ?p ?o } }`;
      expect((await other.ask(sparqlUrl(query))).headers.etag).toBeDefined();
      expect((await other.ask(sparqlUrl(query))).headers['server-timing']).toBe('cache');
    } finally {
      await other.close();
    }
  });

  it('is not remembered where nothing may be', async () => {
    const fresh = scriptedStore(() => 'x\r\n');
    const other = await listen(appOf(fixture, fresh));
    try {
      for (const _turn of [1, 2]) await other.ask(sparqlUrl(SELECT), { headers: { accept: 'text/csv' } });
      expect(fresh.asked).toHaveLength(2);
    } finally {
      await other.close();
    }
  });
});

describe('The QUERY method', () => {
  it('is answered 304 to who holds the answer', async () => {
    const headers = { accept: 'text/csv', 'content-type': QUERY };
    const first = await server.ask('/sparql', { method: 'QUERY', headers, body: SELECT });
    const held = { ...headers, 'if-none-match': String(first.headers.etag) };
    const again = await server.ask('/sparql', { method: 'QUERY', headers: held, body: SELECT });
    expect(again.status).toBe(304);
    const post = await server.ask('/sparql', { method: 'POST', headers: held, body: SELECT });
    expect(post.status).toBe(200);
  });

  it('is announced, with what it takes', async () => {
    const types = 'application/sparql-query, application/x-www-form-urlencoded';
    const options = await server.ask('/sparql', { method: 'OPTIONS' });
    expect(options.headers).toMatchObject({ 'accept-query': types, allow: expect.stringContaining('QUERY') });
    const description = await server.ask('/sparql', { headers: { accept: 'text/turtle' } });
    expect(description.headers['accept-query']).toBe(types);
    const preflight = await server.ask('/sparql', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'QUERY',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.headers['access-control-allow-methods']).toContain('QUERY');
    expect(preflight.headers['access-control-allow-headers']).toContain('Content-Type');
    for (const name of ['Accept-Query', 'ETag', 'Link', 'Content-Location', 'Result-Status', 'Retry-After'])
      expect(preflight.headers['access-control-expose-headers']).toContain(name);
  });

  it.each([
    ['text/turtle', 'ASK {}', 415],
    [QUERY, '', 400],
    [FORM, 'query=ASK%7B%7D&query=ASK%7B%7D', 400],
    ['application/sparql-update', 'DROP ALL', 403],
    [FORM, '', 400],
  ])('refuses a body of type %s that holds %j', async (type, body, status) => {
    const answer = await server.ask('/sparql', { method: 'QUERY', headers: { 'content-type': type }, body });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    if (status === 415) expect(answer.headers['accept-query']).toContain(QUERY);
  });

  it('is not known elsewhere', async () => {
    expect((await server.ask('/catalogue', { method: 'QUERY' })).status).toBe(405);
  });
});
