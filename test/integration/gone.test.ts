import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../src/http/index.ts';
import type { QuadStore, Withdrawal } from '../../src/model/index.ts';
import { parseRdf } from '../../src/rdf/index.ts';
import {
  BASE,
  DATASET,
  type Fixture,
  NO_TERMS,
  QUERIES,
  stubIndex,
  writeFixture,
} from './fixture-release.ts';
import { type Loopback, listen } from './loopback.ts';

/** What is gone is answered without the store. */
const NO_STORE: QuadStore = {
  answer: () => Promise.reject(new Error('The store was asked.')),
  isReady: () => false,
  ready: () => Promise.resolve(),
  size: () => 0,
  figures: () => ({ workers: 0, busy: 0, waiting: 0, slow: 0, replaced: 0 }),
  close: () => Promise.resolve(),
};

const REASON = { fr: 'Fermé en <2020> & démoli.', en: 'Closed in <2020> & torn down.' };

const gone = (path: string, replacedBy?: string): readonly [string, Withdrawal] => [
  `${BASE}${path}`,
  { iri: `${BASE}${path}`, date: '2026-03-01', reason: REASON, ...(replacedBy ? { replacedBy } : {}) },
];

const WITHDRAWALS = new Map<string, Withdrawal>([
  gone('id/musees/M8'),
  gone('id/musees/fermé-été'),
  gone('id/musees/M9', `${BASE}id/musees/M1`),
  gone('id/musees/M9.v2', `${BASE}id/musees/M1`),
  gone('id/musees/M10', `${BASE}id/musees/musée-d’été`),
  gone('id/musees/M11', `${BASE}id/musees/M1#creation`),
  gone('id/musees/M12', 'https://example.org/musées/12?a=b'),
  gone('id/musees/M13', `${BASE}/example.org/evil`),
  gone('id/musees/M14', `${BASE}dataset/musees`),
  gone('def/ancien', `${BASE}def/terme`),
  gone('def/mort'),
  gone('dataset/vieux'),
]);

let fixture: Fixture;
let server: Loopback;

beforeAll(async () => {
  fixture = await writeFixture();
  server = await listen(
    createApp({
      release: fixture.release,
      store: NO_STORE,
      index: { ...stubIndex(), withdrawal: (iri) => WITHDRAWALS.get(iri) },
      terms: NO_TERMS,
      datasets: [DATASET],
      queries: QUERIES,
    }),
  );
});

afterAll(async () => {
  await server.close();
  await fixture.remove();
});

const get = (target: string, headers: Record<string, string> = {}) => server.ask(target, { headers });
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('What is replaced', () => {
  it.each([
    ['the thing', '/id/musees/M9', '/id/musees/M1'],
    ['its document', '/doc/musees/M9', '/doc/musees/M1'],
    ['its document in a format', '/doc/musees/M9.ttl', '/doc/musees/M1.ttl'],
    ['its page', '/doc/musees/M9.html?lang=en', '/doc/musees/M1.html?lang=en'],
    ['an identifier that ends like a format', '/doc/musees/M9.v2.jsonld', '/doc/musees/M1.jsonld'],
    ['by an IRI with accents', '/id/musees/M10', '/id/musees/mus%C3%A9e-d%E2%80%99%C3%A9t%C3%A9'],
    ['by a part of another', '/id/musees/M11?lang=fr', '/id/musees/M1?lang=fr#creation'],
    ['by a part of another, as document', '/doc/musees/M11.nt', '/doc/musees/M1.nt#creation'],
    ['by something elsewhere', '/id/musees/M12', 'https://example.org/mus%C3%A9es/12?a=b'],
    ['by something elsewhere, in a format', '/doc/musees/M12.ttl', 'https://example.org/mus%C3%A9es/12?a=b'],
    ['by an address that would leave this server', '/id/musees/M13', '/example.org/evil'],
    ['by a dataset', '/doc/musees/M14.ttl', '/dataset/musees.ttl'],
    ['a term', '/def/ancien', '/def/terme'],
    ['the document of a term', '/doc/def/ancien.ttl', '/doc/def/terme.ttl'],
  ])('leads by 301 to what replaces it: %s', async (_what, target, location) => {
    const { status, headers, text } = await get(target);
    expect({ status, location: headers.location, text }).toEqual({ status: 301, location, text: '' });
    expect(headers.vary).toContain('Accept, Accept-Language');
    expect(headers['cache-control']).toBe('public, max-age=60');
  });
});

describe('What is withdrawn', () => {
  it.each([
    [undefined, 'text/turtle; charset=utf-8'],
    ['*/*', 'text/turtle; charset=utf-8'],
    [BROWSER, 'text/html; charset=utf-8'],
    ['application/ld+json', 'application/ld+json'],
    ['application/rdf+xml', 'application/rdf+xml'],
    ['application/n-triples', 'application/n-triples'],
    ['application/trig;q=0.5, text/turtle;q=0.1', 'application/trig'],
    ['application/problem+json', 'application/problem+json'],
    ['application/json', 'application/json'],
    ['image/png', 'application/problem+json'],
  ])('answers 410 to Accept %s as %s', async (accept, type) => {
    for (const target of [
      '/id/musees/M8',
      '/doc/musees/M8',
      '/def/mort',
      '/doc/def/mort',
      '/dataset/vieux',
    ]) {
      const { status, headers, text } = await get(target, accept === undefined ? {} : { accept });
      expect({ target, status, vary: headers.vary }).toMatchObject({
        status: 410,
        vary: expect.stringContaining('Accept, Accept-Language'),
      });
      expect(headers['content-type']).toMatch(
        type === 'application/json' ? /^application\/(problem\+)?json$/ : type,
      );
      expect(headers.etag).toBeUndefined();
      expect(text).not.toBe('');
    }
  });

  it.each(['ttl', 'jsonld', 'rdf', 'nt', 'nq', 'trig'])('says so in %s: when, and why', async (extension) => {
    const { status, headers, text } = await get(`/doc/musees/M8.${extension}`);
    expect(status).toBe(410);
    const mediaType = String(headers['content-type']).split(';')[0] as string;
    const read = await parseRdf({ text, mediaType, base: BASE, file: `M8.${extension}` });
    const quads = read.kind === 'parsed' ? read.quads : [];
    const said = quads
      .filter(({ subject }) => subject.value === `${BASE}id/musees/M8`)
      .map(({ predicate, object }) => `${predicate.value.replace(/^.*[/#]/, '')} ${object.value}`);
    expect(said.sort()).toEqual(
      [
        `changeNote ${REASON.en}`,
        `changeNote ${REASON.fr}`,
        'deprecated true',
        'invalidatedAtTime 2026-03-01T00:00:00Z',
      ].sort(),
    );
  });

  it('has a page in both languages, with date, reason, dataset and formats, and no markup of others', async () => {
    const french = await get('/doc/musees/M8', { accept: BROWSER, 'accept-language': 'fr' });
    expect(french.text).toContain('Adresse retirée');
    expect(french.text).toContain('1ᵉʳ\u00a0mars\u00a02026');
    expect(french.text).toContain('Fermé en &lt;2020&gt; &amp; démoli.');
    expect(french.text).toContain('href="/dataset/musees"');
    expect(french.text).toContain('href="/doc/musees/M8.ttl"');
    const english = await get('/doc/musees/M8.html?lang=en');
    expect(english.status).toBe(410);
    expect(english.text).toContain('Withdrawn address');
    expect(english.text).toContain('Closed in &lt;2020&gt;');
  });

  it('answers HEAD as GET, without a body', async () => {
    const { status, headers, text } = await server.ask('/id/musees/M8', { method: 'HEAD' });
    expect({ status, text }).toEqual({ status: 410, text: '' });
    expect(headers['content-type']).toBe('text/turtle; charset=utf-8');
  });

  it('is found under an accented address, and in every way of writing it', async () => {
    expect((await get('/id/musees/ferm%C3%A9-%C3%A9t%C3%A9')).status).toBe(410);
    const other = await get('/id//musees/ferm%c3%a9-%C3%A9t%C3%A9/');
    expect(other.headers.location).toBe('/id/musees/ferm%C3%A9-%C3%A9t%C3%A9');
  });
});

describe('What was never published', () => {
  it.each([
    '/id/musees/M99',
    '/doc/musees/M99.ttl',
    '/def/rien',
    '/dataset/rien',
    '/id/rien',
    '/ledger.tsv.gz',
  ])('is 404, not 410: %s', async (target) => {
    expect((await get(target)).status).toBe(404);
  });
});
