import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../src/http/index.ts';
import type { QuadStore } from '../../src/model/index.ts';
import {
  BASE,
  CREATED,
  DATASET,
  type Fixture,
  NO_TERMS,
  QUERIES,
  stubIndex,
  writeFixture,
} from './fixture-release.ts';
import { type Loopback, listen } from './loopback.ts';

/** Documents, pages and dumps never ask the store. */
const LOADING: QuadStore = {
  answer: () => Promise.reject(new Error('The store was asked.')),
  isReady: () => false,
  ready: () => Promise.resolve(),
  size: () => 0,
  figures: () => ({ workers: 0, busy: 0, waiting: 0, slow: 0, replaced: 0 }),
  close: () => Promise.resolve(),
};

let fixture: Fixture;
let server: Loopback;
const logged: string[] = [];

beforeAll(async () => {
  fixture = await writeFixture();
  const { release } = fixture;
  const log = (event: string) => logged.push(event);
  server = await listen(
    createApp({
      release,
      store: LOADING,
      index: stubIndex(),
      terms: NO_TERMS,
      datasets: [DATASET],
      queries: QUERIES,
      log,
    }),
  );
});

afterAll(async () => {
  await server.close();
  await fixture.remove();
});

const get = (target: string, headers: Record<string, string> = {}) => server.ask(target, { headers });
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const VARY = 'Accept, Accept-Language, Accept-Encoding';
const DOC = '/doc/musees/M1';
const ACCENTED = 'musees/mus%C3%A9e-d%E2%80%99%C3%A9t%C3%A9';

const FORMATS: readonly (readonly [string, string, string, RegExp])[] = [
  [
    'text/turtle',
    'ttl',
    'text/turtle; charset=utf-8',
    /foaf:primaryTopic <http:\/\/localhost:3000\/id\/musees\/M1>/,
  ],
  ['application/ld+json', 'jsonld', 'application/ld+json', /"foaf:primaryTopic"/],
  [
    'application/rdf+xml',
    'rdf',
    'application/rdf+xml',
    /<foaf:primaryTopic rdf:resource="http:\/\/localhost:3000\/id\/musees\/M1"\/>/,
  ],
  [
    'application/n-triples',
    'nt',
    'application/n-triples',
    /primaryTopic> <http:\/\/localhost:3000\/id\/musees\/M1> \.\n/,
  ],
  ['application/n-quads', 'nq', 'application/n-quads', /"1793" \.\n/],
  [
    'application/trig',
    'trig',
    'application/trig',
    /void:inDataset <http:\/\/localhost:3000\/dataset\/musees> ;/,
  ],
  ['text/html', 'html', 'text/html; charset=utf-8', /<!doctype html>/],
];

describe('A thing', () => {
  it.each([
    ['/id/musees/M1', '/doc/musees/M1'],
    [`/id/${ACCENTED}`, `/doc/${ACCENTED}`],
    ['/id/musees/M1?lang=en', '/doc/musees/M1?lang=en'],
    ['/def/terme', '/doc/def/terme'],
    ['/id/musees', '/dataset/musees'],
    ['/id/musees?lang=en', '/dataset/musees?lang=en'],
  ])('%s leads by 303 to %s', async (target, location) => {
    const answer = await get(target);
    expect(answer.status).toBe(303);
    expect(answer.headers).toMatchObject({ location, vary: 'Accept, Accept-Language' });
  });

  it('that is unknown is 404, in the reader’s form and language', async () => {
    const page = await get('/id/musees/none', { accept: BROWSER });
    expect(page.status).toBe(404);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const data = await get('/id/musees/none', { accept: 'text/turtle', 'accept-language': 'en' });
    expect(data.headers).toMatchObject({ 'content-type': 'application/problem+json', vary: VARY });
    expect(JSON.parse(data.text)).toEqual({
      type: 'urn:cimaise:problem:not-found',
      title: 'Nothing at this address',
      status: 404,
      detail: expect.stringContaining('not published'),
      code: 'not-found',
    });
  });
});

describe('A document', () => {
  it.each(FORMATS)(
    'is negotiated as %s, with the address of that format',
    async (accept, extension, type, body) => {
      const answer = await get(DOC, { accept });
      expect(answer.status).toBe(200);
      expect(answer.headers).toMatchObject({
        'content-type': type,
        'content-location': `${DOC}.${extension}`,
        vary: VARY,
        'last-modified': new Date(CREATED).toUTCString(),
      });
      expect(answer.text).toMatch(body);
    },
  );

  it.each(FORMATS)('has %s at its own address, the same octets and tag', async (accept, extension) => {
    const fixed = await get(`${DOC}.${extension}`, { accept: 'image/png' });
    const negotiated = await get(DOC, { accept });
    expect(fixed.status).toBe(200);
    expect(fixed.text).toBe(negotiated.text);
    expect(fixed.headers.etag).toBe(negotiated.headers.etag);
    expect(fixed.headers.vary).toBe(
      extension === 'html' ? 'Accept-Language, Accept-Encoding' : 'Accept-Encoding',
    );
    expect(fixed.headers['content-location']).toBeUndefined();
  });

  it.each([
    [undefined, 'text/turtle; charset=utf-8'],
    ['*/*', 'text/turtle; charset=utf-8'],
    [BROWSER, 'text/html; charset=utf-8'],
    ['text/turtle;q=0.1, application/n-triples;q=0.2', 'application/n-triples'],
    ['text/turtle;q=0, */*;q=0.1', 'application/ld+json'],
  ])('for Accept %j is %s', async (accept, type) => {
    const answer = await get(DOC, accept === undefined ? {} : { accept });
    expect(answer.headers['content-type']).toBe(type);
  });

  it('says no honestly, with a list', async () => {
    const answer = await get(DOC, { accept: 'image/png' });
    expect(answer.status).toBe(406);
    expect(answer.headers.vary).toBe(VARY);
    expect(answer.headers['link']).toContain(`<${DOC}.jsonld>; rel="alternate"; type="application/ld+json"`);
    expect(JSON.parse(answer.text).alternates).toContainEqual({
      href: `${DOC}.ttl`,
      type: 'text/turtle',
      title: 'Turtle',
    });
  });

  it('links its alternates, its thing, its type, licence and dataset', async () => {
    const { headers } = await get(DOC, { accept: 'text/turtle' });
    for (const link of [
      `<${DOC}.html>; rel="alternate"; type="text/html"`,
      `<${BASE}id/musees/M1>; rel="describes"`,
      '<http://schema.org/Museum>; rel="type"',
      `<${DATASET.licence.iri}>; rel="license"`,
      `<${BASE}dataset/musees>; rel="collection"`,
    ])
      expect(headers['link']).toContain(link);
    expect(headers['link']).not.toContain(`<${DOC}.ttl>`);
  });

  it('writes IRIs with accents exactly as published, and as ASCII in headers', async () => {
    const answer = await get(`/doc/${ACCENTED}`, { accept: 'application/n-triples' });
    expect(answer.text).toContain(`<${BASE}id/musees/musée-d’été>`);
    expect(answer.headers['content-location']).toBe(`/doc/${ACCENTED}.nt`);
    expect(answer.headers['link']).toContain(`<${BASE}id/${ACCENTED}>; rel="describes"`);
  });

  it('tells itself apart from its thing', async () => {
    const { text } = await get(`${DOC}.nt`);
    expect(text).toContain(
      `<${BASE}doc/musees/M1> <http://purl.org/dc/terms/license> <${DATASET.licence.iri}> .`,
    );
    expect(text).toContain(
      `<${BASE}doc/musees/M1> <http://rdfs.org/ns/void#inDataset> <${BASE}dataset/musees> .`,
    );
    expect(text).toContain(`<${BASE}id/musees/M1#creation> <http://schema.org/dateCreated> "1793" .`);
  });

  it.each([['if-none-match'], ['if-modified-since']])('is 304 to who holds it (%s)', async (condition) => {
    const { headers } = await get(DOC, { accept: 'text/turtle' });
    const value = condition === 'if-none-match' ? headers.etag : headers['last-modified'];
    const again = await get(DOC, { accept: 'text/turtle', [condition]: String(value) });
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
    expect(again.headers).toMatchObject({ vary: VARY, etag: headers.etag });
  });

  it('has another strong tag for each format and language', async () => {
    const answers = await Promise.all([
      get(DOC, { accept: 'text/turtle' }),
      get(DOC, { accept: 'application/ld+json' }),
      get(DOC, { accept: 'text/html' }),
      get(DOC, { accept: 'text/html', 'accept-language': 'en' }),
    ]);
    const tags = answers.map(({ headers }) => headers.etag);
    expect(new Set(tags).size).toBe(4);
    for (const tag of tags) expect(tag).toMatch(/^"[^"]+"$/);
  });

  it('answers HEAD like GET, without a body', async () => {
    const whole = await get(DOC);
    const head = await server.ask(DOC, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.text).toBe('');
    const { date: _, ...headers } = head.headers;
    expect(whole.headers).toMatchObject(headers);
  });

  it.each([
    [{}, /<html lang="fr"/],
    [{ 'accept-language': 'en-GB' }, /<html lang="en"/],
  ])('is a page in the language of %j', async (headers, page) => {
    expect((await get(DOC, { accept: 'text/html', ...headers })).text).toMatch(page);
    expect((await get(`${DOC}?lang=en`, { accept: 'text/html', ...headers })).text).toMatch(
      /<html lang="en"/,
    );
  });

  it.each(['/doc/musees/none', '/doc/musees/M1.png', '/doc/musees/none.ttl', '/doc/musees', '/doc'])(
    'is 404 at %s',
    async (target) => {
      expect((await get(target)).status).toBe(404);
    },
  );

  it('of a term of the ontology is served alike', async () => {
    const answer = await get('/doc/def/terme.ttl');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('foaf:primaryTopic');
  });

  it.each([
    ['ttl', `@prefix def: <${BASE}def/>`, 'def:terme rdfs:label'],
    ['trig', `@prefix def: <${BASE}def/>`, 'def:terme rdfs:label'],
  ])('writes the platform’s own terms short in .%s', async (extension, prefix, name) => {
    const { text } = await get(`/doc/def/terme.${extension}`);
    expect(text).toContain(prefix);
    expect(text).toContain(name);
  });
});

describe('A text', () => {
  const UNPACKED = { gzip: gunzipSync, br: brotliDecompressSync };

  it.each(['gzip', 'br'] as const)('is packed for who accepts %s, with a weak tag', async (encoding) => {
    for (const [target, accept] of [
      [DOC, 'text/html'],
      ['/assets/look.css', '*/*'],
    ] as const) {
      const plain = await get(target, { accept });
      const packed = await get(target, { accept, 'accept-encoding': encoding });
      expect(packed.headers).toMatchObject({
        'content-encoding': encoding,
        etag: `W/${plain.headers.etag}`,
        vary: expect.stringContaining('Accept-Encoding'),
      });
      expect(plain.headers).toMatchObject({ vary: packed.headers.vary });
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(UNPACKED[encoding](packed.body).equals(plain.body)).toBe(true);
    }
  });

  it.each([DOC, '/assets/look.css'])('%s is 304 to who holds it, packed or not', async (target) => {
    const { headers } = await get(target, { accept: 'text/html', 'accept-encoding': 'gzip' });
    for (const etag of [`${headers.etag}`, `${headers.etag}`.slice(2)]) {
      const held = { accept: 'text/html', 'accept-encoding': 'gzip', 'if-none-match': etag };
      const again = await get(target, held);
      expect(again.status).toBe(304);
      expect(again.headers).toMatchObject({ etag, vary: headers.vary });
    }
  });

  it('is said packed by HEAD too, without a length', async () => {
    const headers = { accept: 'text/html', 'accept-encoding': 'gzip' };
    const head = await server.ask(DOC, { method: 'HEAD', headers });
    expect(head.headers.etag).toBe((await get(DOC, headers)).headers.etag);
    expect(head.headers['content-length']).toBeUndefined();
    expect((await server.ask(DOC, { method: 'HEAD' })).headers['content-length']).toBeDefined();
  });

  it('is sent in part as it stands in its file', async () => {
    const part = await get('/assets/look.css', { range: 'bytes=0-1999', 'accept-encoding': 'gzip' });
    expect(part.status).toBe(206);
    expect(part.headers['content-encoding']).toBeUndefined();
    expect(part.body).toHaveLength(2000);
  });

  it('that is short is sent as it is, and fonts are', async () => {
    for (const target of ['/health/live', '/assets/fonts/newsreader-latin-opsz-normal.woff2']) {
      const { headers } = await get(target, { 'accept-encoding': 'gzip, br' });
      expect(headers['content-encoding']).toBeUndefined();
      expect(headers['content-length']).toBeDefined();
    }
  });
});

describe('Any address', () => {
  it.each([
    ['//doc/musees/M1', '/doc/musees/M1'],
    ['/doc//musees/M1/', '/doc/musees/M1'],
    ['/doc/mus%65es/M1?lang=en', '/doc/musees/M1?lang=en'],
    ['/doc/musees/muse%CC%81e-d%E2%80%99%C3%A9t%C3%A9', `/doc/${ACCENTED}`],
    ['//evil.example', '/evil.example'],
    ['///evil.example/', '/evil.example'],
    ['/\\evil.example', '/%5Cevil.example'],
  ])('%s moves to the canonical %s', async (target, location) => {
    const answer = await get(target);
    expect(answer.status).toBe(301);
    expect(answer.headers.location).toBe(location);
  });

  it('with broken encodings is a bad request', async () => {
    const answer = await get('/doc/%E9');
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text).code).toBe('bad-request');
  });

  it.each([
    '/',
    DOC,
    '/id/musees/M1',
    '/datasets',
    '/dataset/musees',
    '/dataset/musees.nq.gz',
    '/health/live',
  ])('%s lists its methods, and refuses others', async (target) => {
    const options = await server.ask(target, { method: 'OPTIONS' });
    expect(options.status).toBe(204);
    expect(options.headers.allow).toBe('GET, HEAD, OPTIONS');
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const refused = await server.ask(target, { method });
      expect(refused.status).toBe(405);
      expect(refused.headers.allow).toBe('GET, HEAD, OPTIONS');
    }
  });

  it('carries the headers that keep browsers safe, problems included', async () => {
    for (const target of ['/', '/nothing', '/assets/look.css']) {
      const { headers } = await get(target, { accept: BROWSER });
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['access-control-allow-origin']).toBe('*');
    }
  });

  it('takes no notice of forwarded headers', async () => {
    const plain = await get(DOC, { accept: 'text/turtle' });
    const forged = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'gopher',
      host: 'evil.example',
    };
    const answer = await get(DOC, { accept: 'text/turtle', ...forged });
    expect(answer.text).toBe(plain.text);
    expect(JSON.stringify(answer.headers)).not.toContain('evil');
  });
});

describe('A dataset', () => {
  it('has a page and a list', async () => {
    for (const target of ['/', '/datasets', '/catalogue', '/dataset/musees', '/dataset/musees.html']) {
      const answer = await get(target, { accept: BROWSER });
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('Musées de France');
    }
  });

  it('is described by its part of the catalogue', async () => {
    const { text, headers } = await get('/dataset/musees', { accept: 'application/n-triples' });
    expect(headers['content-location']).toBe('/dataset/musees.nt');
    expect(text).toContain('downloadURL');
    expect(text).not.toContain('dataset/autres');
    expect(text).not.toContain('dcat#Catalog>');
  });

  it.each(['/catalogue', '/catalogue.ttl', '/datasets.ttl', '/catalogue.jsonld'])(
    'is in %s',
    async (target) => {
      const answer = await get(target);
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('dcat:downloadURL');
      expect(answer.text).toContain('dataset/autres');
    },
  );

  it('that is unknown is 404', async () => {
    for (const target of [
      '/dataset/none',
      '/dataset/none.ttl',
      '/dataset/none.nq.gz',
      '/dataset',
      '/catalogue.png',
    ])
      expect((await get(target)).status).toBe(404);
  });
});

describe('A dump', () => {
  const DUMP = '/dataset/musees.nq.gz';

  it('is the stored file, packed once', async () => {
    const answer = await get(DUMP, { 'accept-encoding': 'gzip, br', accept: 'image/png' });
    expect(answer.body.equals(fixture.dump)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/gzip',
      'content-length': String(fixture.dump.length),
      'accept-ranges': 'bytes',
      etag: `"${fixture.release.manifest.datasets[0]?.dump.sha256}"`,
      'last-modified': new Date(CREATED).toUTCString(),
    });
    expect(answer.headers['content-encoding']).toBeUndefined();
  });

  it.each([
    ['bytes=0-3', 0, 4],
    ['bytes=4-', 4, undefined],
    ['bytes=-5', -5, undefined],
  ])('is sent in part for %s', async (range, start, end) => {
    const answer = await get(DUMP, { range });
    expect(answer.status).toBe(206);
    expect(answer.body.equals(fixture.dump.subarray(start, end))).toBe(true);
  });

  it('says no to a range outside of it', async () => {
    const answer = await get(DUMP, { range: 'bytes=100000-' });
    expect(answer.status).toBe(416);
    expect(answer.headers['content-range']).toBe(`bytes */${fixture.dump.length}`);
    expect(JSON.parse(answer.text).code).toBe('range-not-satisfiable');
  });

  it('is sent whole when the part belongs to another version', async () => {
    const answer = await get(DUMP, { range: 'bytes=0-3', 'if-range': '"other"' });
    expect(answer.status).toBe(200);
  });

  it('is 304 to who holds it', async () => {
    const { headers } = await server.ask(DUMP, { method: 'HEAD' });
    expect((await get(DUMP, { 'if-none-match': String(headers.etag) })).status).toBe(304);
  });
});

describe('The server itself', () => {
  it('lives before it is ready', async () => {
    expect((await get('/health/live')).status).toBe(200);
    const ready = await get('/health/ready');
    expect(ready.status).toBe(503);
    expect(ready.headers['retry-after']).toBeDefined();
  });

  it('asks for patience while the store loads', async () => {
    const answer = await get('/sparql?query=ASK%20%7B%7D');
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBeDefined();
    expect(JSON.parse(answer.text).code).toBe('not-ready');
  });

  it('serves its styles and fonts, and nothing else of the disk', async () => {
    const style = await get('/assets/look.css');
    expect(style.headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8' });
    expect((await get('/assets/look.css', { 'if-none-match': String(style.headers.etag) })).status).toBe(304);
    const font = await get('/assets/fonts/newsreader-latin-opsz-normal.woff2');
    expect(font.headers['cache-control']).toContain('immutable');
    for (const target of ['/assets/..%2Flook.css', '/assets/constructor', '/assets/none'])
      expect((await get(target)).status).toBe(404);
  });

  it('has a word for robots', async () => {
    expect((await get('/robots.txt')).headers['content-type']).toBe('text/plain; charset=utf-8');
  });
});

describe('A broken part', () => {
  it('is 503 with a delay and a line in the log, never 404 and no stack', async () => {
    const broken = await writeFixture();
    await broken.remove();
    const index = {
      ...stubIndex(),
      describe: () => {
        throw new Error('secret path /x');
      },
    };
    const context = {
      release: broken.release,
      store: LOADING,
      index,
      terms: NO_TERMS,
      datasets: [DATASET],
      queries: [],
    };
    const other = await listen(createApp({ ...context, log: (event) => logged.push(event) }));
    try {
      for (const target of [DOC, '/catalogue.ttl', '/dataset/musees.nq.gz']) {
        const answer = await other.ask(target);
        expect(answer.status).toBe(503);
        expect(answer.headers['retry-after']).toBeDefined();
        expect(answer.text).not.toContain('secret');
      }
      expect(logged).toHaveLength(3);
    } finally {
      await other.close();
    }
  });
});
