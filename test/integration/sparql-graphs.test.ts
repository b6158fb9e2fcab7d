import { rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseRdf } from '../../src/rdf/index.ts';
import { BASE, type Fixture, MUSEUMS, writeFixture } from './fixture-release.ts';
import { type Loopback, listen } from './loopback.ts';
import { appOf, scriptedStore, VARY } from './sparql-site.ts';

const GRAPH = `${BASE}dataset/musees`;
const LARGE = `${BASE}dataset/grand`;
const LARGE_STATEMENTS = 25_000;
const at = (graph: string, more = ''): string => `/sparql?graph=${encodeURIComponent(graph)}${more}`;

let fixture: Fixture;
let server: Loopback;
const store = scriptedStore(() => '');

const largeLine = (at: number): string => `<${BASE}id/grand/${at}> <http://schema.org/name> "n${at}" .`;

/** The fixture with a graph too large to be written for people; it repeats a statement of the small one. */
async function withLargeGraph({ release }: Fixture) {
  const path = 'datasets/grand.nq.gz';
  const lines = [
    ...Array.from({ length: LARGE_STATEMENTS - 1 }, (_, number) => largeLine(number)),
    String(MUSEUMS[0]),
  ];
  const content = gzipSync(lines.map((line) => `${line.slice(0, -1)}<${LARGE}> .\n`).join(''));
  await writeFile(join(release.folder, path), content);
  const { manifest } = release;
  const [first] = manifest.datasets;
  if (!first) throw new Error('The fixture has a dataset.');
  const dump = { ...first.dump, path, sha256: 'abc' };
  return {
    ...release,
    manifest: {
      ...manifest,
      datasets: [...manifest.datasets, { ...first, slug: 'grand', dump }],
      graphs: [...manifest.graphs, { iri: LARGE, statements: LARGE_STATEMENTS }],
    },
  };
}

beforeAll(async () => {
  fixture = await writeFixture();
  const release = await withLargeGraph(fixture);
  server = await listen(appOf({ ...fixture, release }, store));
});

afterAll(async () => {
  await server.close();
  await fixture.remove();
});

const get = (target: string, accept?: string, more: Record<string, string> = {}) =>
  server.ask(target, { headers: { ...(accept && { accept }), ...more } });

const FORMATS = [
  ['text/turtle', 'ttl', 'text/turtle; charset=utf-8'],
  ['application/ld+json', 'jsonld', 'application/ld+json'],
  ['application/rdf+xml', 'rdf', 'application/rdf+xml'],
  ['application/n-triples', 'nt', 'application/n-triples'],
  ['application/n-quads', 'nq', 'application/n-quads'],
  ['application/trig', 'trig', 'application/trig'],
] as const;

const MEDIA_TYPES = FORMATS.map(([mediaType]) => mediaType);

/** The number of statements of a text, and the graphs that it names. */
async function readBack(text: string, mediaType: string) {
  const parsed = await parseRdf({ text, mediaType, base: BASE, file: 'answer' });
  if (parsed.kind !== 'parsed') throw new Error(JSON.stringify(parsed.complaint));
  const { quads } = parsed;
  return { count: quads.length, graphs: [...new Set(quads.map(({ graph }) => graph.value))] };
}

/** How a connection of HTTP/1.0, whose answers end with it, comes to its end. */
function _endOfOldAnswer(url: string, target: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)));
    socket.on('end', () => resolve('end'));
    socket.resume();
    socket.write(`GET ${target} HTTP/1.0\r\nAccept: application/n-triples\r\n\r\n`);
  });
}

describe('A published graph', () => {
  it.each(FORMATS)('is read in %s', async (accept, extension, type) => {
    const answer = await get(at(GRAPH), accept);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': type,
      vary: VARY,
      etag: expect.stringMatching(/^"/),
      'last-modified': 'Sun, 22 Nov 2026 10:00:00 GMT',
    });
    const named = await get(at(GRAPH, `&format=${extension}`), 'text/html');
    expect(named.text).toBe(answer.text);
    const again = await get(at(GRAPH), accept, { 'if-none-match': String(answer.headers.etag) });
    expect(again.status).toBe(304);
    expect(again.headers).toMatchObject({ vary: VARY, etag: answer.headers.etag });
  });

  it.each(MEDIA_TYPES)('says the same in %s', async (accept) => {
    const { text } = await get(at(GRAPH), accept);
    const { count, graphs } = await readBack(text, accept);
    expect(count).toBe(MUSEUMS.length);
    expect(graphs).toEqual([/quads|trig/.test(accept) ? GRAPH : '']);
  });

  it.each(MEDIA_TYPES)('has another tag in another syntax than %s', async (accept) => {
    const tags = await Promise.all(FORMATS.map(async ([type]) => (await get(at(GRAPH), type)).headers.etag));
    const own = (await get(at(GRAPH), accept)).headers.etag;
    expect(tags.filter((tag) => tag === own)).toHaveLength(1);
  });

  it.each(MEDIA_TYPES)('answers HEAD as GET, without a body, in %s', async (accept) => {
    const head = await server.ask(at(GRAPH), { method: 'HEAD', headers: { accept } });
    const whole = await get(at(GRAPH), accept);
    expect(head.status).toBe(200);
    expect(head.text).toBe('');
    for (const name of ['content-type', 'etag', 'last-modified', 'vary', 'cache-control'])
      expect(head.headers[name]).toBe(whole.headers[name]);
  });

  it.each([
    [undefined, 'text/turtle; charset=utf-8'],
    ['*/*', 'text/turtle; charset=utf-8'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/turtle; charset=utf-8'],
    ['text/turtle;q=0.2, application/n-triples;q=0.3', 'application/n-triples'],
    ['text/turtle;q=0, */*;q=0.1', 'application/ld+json'],
  ])('for Accept %j is in %s', async (accept, type) => {
    expect((await get(at(GRAPH), accept)).headers['content-type']).toBe(type);
  });

  it.each([
    ['an unknown graph', () => get(at(`${BASE}dataset/none`)), 404, 'not-found'],
    ['a relative graph', () => get('/sparql?graph=musees'), 400, 'bad-request'],
    ['two graphs', () => get(`${at(GRAPH)}&graph=http%3A%2F%2Fx%2F`), 400, 'bad-request'],
    ['a graph and the default graph', () => get(`${at(GRAPH)}&default`), 400, 'bad-request'],
    ['the default graph twice', () => get('/sparql?default&default'), 400, 'bad-request'],
    ['a graph and a query', () => get(`${at(GRAPH)}&query=ASK%7B%7D`), 400, 'bad-request'],
    ['a type that no graph is written in', () => get(at(GRAPH), 'text/csv'), 406, 'not-acceptable'],
    ['a format that no graph is written in', () => get(at(GRAPH, '&format=csv')), 406, 'not-acceptable'],
    [
      'a query by QUERY and a graph',
      () =>
        server.ask(at(GRAPH), {
          method: 'QUERY',
          headers: { 'content-type': 'application/sparql-query' },
          body: 'ASK {}',
        }),
      400,
      'bad-request',
    ],
  ])('is refused where the request has %s', async (_name, ask, status, code) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ status, code });
    expect(answer.headers.etag).toBeUndefined();
  });

  it.each(
    ['PUT', 'POST', 'DELETE', 'PATCH'].flatMap((method) =>
      [at(GRAPH), at('http://unknown.example/'), '/sparql?default'].map((target) => [method, target]),
    ),
  )('cannot be written: %s %s', async (method, target) => {
    const headers = { 'content-type': 'text/turtle' };
    const body = method === 'DELETE' ? undefined : '<a:a> <a:b> <a:c> .';
    const answer = await server.ask(String(target), {
      method: String(method),
      headers,
      ...(body && { body }),
    });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.text).code).toBe('read-only');
  });
});

describe('A large graph', () => {
  it.each(['text/turtle', 'application/n-triples', 'application/n-quads', 'application/trig'])(
    'goes out line by line in %s, packed for who accepts it',
    async (accept) => {
      const answer = await get(at(LARGE), accept);
      expect(answer.status).toBe(200);
      expect(answer.text).toContain(`<${BASE}id/grand/7> <http://schema.org/name> "n7"`);
      const { count } = await readBack(answer.text, accept);
      expect(count).toBe(LARGE_STATEMENTS);
      const packed = await get(at(LARGE), accept, { 'accept-encoding': 'gzip' });
      expect(packed.headers['content-encoding']).toBe('gzip');
      expect(packed.body.length).toBeLessThan(answer.body.length / 4);
    },
  );

  it.each(['application/ld+json', 'application/rdf+xml'])(
    'is refused in %s, with the formats that can',
    async (accept) => {
      const answer = await get(at(LARGE), accept);
      expect(answer.status).toBe(413);
      expect(JSON.parse(answer.text)).toMatchObject({
        code: 'result-too-large',
        statements: LARGE_STATEMENTS,
        mediaTypes: expect.arrayContaining(['application/n-triples', 'text/turtle']),
        dumps: '/datasets',
      });
    },
  );

  it('is its dump where packed N-Quads are asked for', async () => {
    const packed = await get(at(LARGE), 'application/n-quads', { 'accept-encoding': 'gzip' });
    const plain = await get(at(LARGE), 'application/n-quads');
    expect(gunzipSync(packed.body).toString().split('\n').toSorted()).toEqual(
      plain.text.split('\n').toSorted(),
    );
    expect(packed.headers.etag).toBe(`W/${plain.headers.etag}`);
    const head = await server.ask(at(LARGE), {
      method: 'HEAD',
      headers: { accept: 'application/n-quads', 'accept-encoding': 'gzip' },
    });
    expect(head.status).toBe(200);
  });

  it('that cannot be read to its end breaks the connection', async () => {
    const broken = await writeFixture();
    try {
      const release = await withLargeGraph(broken);
      const path = join(broken.release.folder, 'datasets/grand.nq.gz');
      const noise = Array.from({ length: 25_000 }, (_, number) => largeLine(number * 7919)).join('\n');
      const content = gzipSync(noise);
      await writeFile(path, content.subarray(0, content.length - 2000));
      const other = await listen(appOf({ ...broken, release }, store));
      try {
        await expect(
          other.ask(at(LARGE), { headers: { accept: 'application/n-triples' } }),
        ).rejects.toThrow();
        await rm(path);
        expect((await other.ask(at(LARGE), { headers: { accept: 'application/n-triples' } })).status).toBe(
          503,
        );
      } finally {
        await other.close();
      }
    } finally {
      await broken.remove();
    }
  });
});

describe('The default graph', () => {
  it('is the union of all graphs, each statement once', async () => {
    const answer = await get('/sparql?default', 'application/n-triples');
    const lines = answer.text.trimEnd().split('\n');
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines).toHaveLength(LARGE_STATEMENTS - 1 + MUSEUMS.length + 9);
  });

  it('has no name in N-Quads', async () => {
    const answer = await get('/sparql?default=', 'application/n-quads');
    expect((await readBack(answer.text, 'application/n-quads')).graphs).toEqual(['']);
  });

  it('is read without asking the store', () => {
    expect(store.asked).toEqual([]);
  });
});
