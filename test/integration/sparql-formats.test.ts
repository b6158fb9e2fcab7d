import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QuadStore } from '../../src/model/index.ts';
import { parseRdf } from '../../src/rdf/index.ts';
import { createOxigraphStore, OXIGRAPH_FUNCTIONS } from '../../src/store/index.ts';
import { BASE, type Fixture, MUSEUMS, writeFixture } from './fixture-release.ts';
import { type Loopback, listen } from './loopback.ts';
import { appOf, FORM, JSON_RESULTS, QUERY, sparqlUrl, VARY } from './sparql-site.ts';

const LIMITS = { milliseconds: 5000, resultBytes: 1e6, resultRows: 1000, queue: 4 };

let fixture: Fixture;
let store: QuadStore;
let server: Loopback;

beforeAll(async () => {
  fixture = await writeFixture();
  store = createOxigraphStore({ dumps: fixture.dumps, base: BASE, limits: LIMITS });
  await store.ready();
  server = await listen(
    appOf(fixture, store, { cacheBytes: 1 << 20, federates: true, functions: OXIGRAPH_FUNCTIONS }),
  );
});

afterAll(async () => {
  await server.close();
  await store.close();
  await fixture.remove();
});

type Ask = (query: string, accept: string, method?: string) => ReturnType<Loopback['ask']>;

const sent = (method: string, type: string, body: (query: string) => string): Ask => {
  return (query, accept) =>
    server.ask('/sparql', { method, headers: { accept, 'content-type': type }, body: body(query) });
};
const asForm = (query: string): string => `query=${encodeURIComponent(query)}`;

const OPERATIONS: readonly (readonly [string, Ask])[] = [
  ['GET', (query, accept) => server.ask(sparqlUrl(query), { headers: { accept } })],
  ['HEAD', (query, accept) => server.ask(sparqlUrl(query), { method: 'HEAD', headers: { accept } })],
  ['POST of a form', sent('POST', FORM, asForm)],
  ['POST of the query', sent('POST', QUERY, (query) => query)],
  ['QUERY with a form', sent('QUERY', FORM, asForm)],
  ['QUERY with the query', sent('QUERY', `${QUERY};charset="UTF-8"`, (query) => query)],
];

const RESULTS = [
  JSON_RESULTS,
  'application/sparql-results+xml',
  'text/csv',
  'text/tab-separated-values',
  'application/json',
  'application/xml',
];
const GRAPHS = [
  'text/turtle',
  'application/ld+json',
  'application/rdf+xml',
  'application/n-triples',
  'application/n-quads',
  'application/trig',
];

const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ['SELECT * { <id/musees/M1> ?p ?o }', RESULTS],
  ['ASK { <id/musees/M1> ?p ?o }', RESULTS.filter((one) => !one.startsWith('text/'))],
  ['CONSTRUCT WHERE { <id/musees/M1> ?p ?o }', GRAPHS],
  ['DESCRIBE <id/musees/M1>', GRAPHS],
];

const bare = (type: string | undefined): string => (type ?? '').split(';')[0] ?? '';

describe.each(OPERATIONS)('By %s', (name, ask) => {
  describe.each(KINDS)('the query %j', (query, types) => {
    it.each(types)('is answered in %s, whatever its weight', async (type) => {
      for (const accept of [
        type,
        type.toUpperCase(),
        `${type};q=0.001, ${type};q=0.001`,
        `${type};q=0.9, */*;q=0.1`,
        `image/png, ${type};q=0.5`,
        `*/*;q=0.2 , ${type} ; q=0.3`,
      ]) {
        const answer = await ask(query, accept);
        expect(answer.status).toBe(200);
        expect(bare(answer.headers['content-type'])).toBe(type);
        expect(answer.headers).toMatchObject({
          vary: VARY,
          'result-status': 'complete',
          etag: expect.any(String),
          'access-control-allow-origin': '*',
          'cimaise-release': '2026-11-22.1',
        });
        expect(answer.text === '').toBe(name === 'HEAD');
      }
    });

    it.each(types)('is not answered in %s where that is excluded', async (type) => {
      const answer = await ask(query, `${type};q=0, */*;q=0.5`);
      expect(answer.status).toBe(200);
      expect(bare(answer.headers['content-type'])).not.toBe(type);
    });

    it('is refused where nothing is acceptable', async () => {
      const answer = await ask(query, 'image/png, text/turtle;q=0, application/sparql-results+json;q=0');
      expect(answer.status).toBe(406);
      expect(answer.headers.vary).toBe(VARY);
    });
  });
});

describe('The answer of an ASK', () => {
  it.each(['text/csv', 'text/tab-separated-values'])('in %s is what it is: true or false', async (accept) => {
    const answer = await server.ask(sparqlUrl('ASK {}'), { headers: { accept } });
    expect(answer.status).toBe(200);
    expect(answer.text.trim()).toBe('true');
  });
});

describe('An answer with terms of RDF 1.2', () => {
  const QUERY_12 = 'CONSTRUCT { <a:a> <a:b> <<( <a:c> <a:d> <a:e> )>> } {}';

  it.each(['text/turtle', 'application/n-triples', 'application/n-quads', 'application/trig'])(
    'is written in %s',
    async (accept) => {
      const answer = await server.ask(sparqlUrl(QUERY_12), { headers: { accept } });
      expect(answer.status).toBe(200);
      expect(answer.text).toMatch(/<<\( ?<a:c> <a:d> <a:e> ?\)>>/);
    },
  );

  it.each(['application/ld+json', 'application/rdf+xml'])(
    'is refused in %s, which has none',
    async (accept) => {
      const answer = await server.ask(sparqlUrl(QUERY_12), { headers: { accept } });
      expect(answer.status).toBe(406);
      expect(JSON.parse(answer.text).mediaTypes).toContain('text/turtle');
    },
  );
});

describe('The service description', () => {
  const SD = 'http://www.w3.org/ns/sparql-service-description#';

  async function described(mediaType: string) {
    const { text } = await server.ask('/sparql', { headers: { accept: mediaType } });
    const parsed = await parseRdf({ text, mediaType, base: BASE, file: 'description' });
    if (parsed.kind !== 'parsed') throw new Error(text);
    const values = (property: string) =>
      parsed.quads.filter(({ predicate }) => predicate.value === property).map(({ object }) => object.value);
    return { quads: parsed.quads, values };
  }

  it.each(GRAPHS)('says in %s where, what, how, and how much', async (mediaType) => {
    const { values } = await described(mediaType);
    expect(values(`${SD}endpoint`)).toEqual([`${BASE}sparql`]);
    expect(values(`${SD}supportedLanguage`)).toEqual([`${SD}SPARQL11Query`]);
    expect(values(`${SD}feature`).toSorted()).toEqual([`${SD}BasicFederatedQuery`, `${SD}UnionDefaultGraph`]);
    expect(values(`${SD}resultFormat`)).toHaveLength(10);
    expect(values(`${SD}extensionFunction`)).toContain(
      'http://www.opengis.net/def/function/geosparql/distance',
    );
    expect(values(`${SD}name`)).toContain(`${BASE}dataset/musees`);
    expect(values('http://rdfs.org/ns/void#triples')).toContain(String(MUSEUMS.length));
  });

  it.each(GRAPHS)('has a tag and HEAD in %s', async (accept) => {
    const whole = await server.ask('/sparql', { headers: { accept } });
    const head = await server.ask('/sparql', { method: 'HEAD', headers: { accept } });
    expect(head.headers['content-type']).toBe(whole.headers['content-type']);
    expect(head.headers.etag).toBe(whole.headers.etag);
    const held = await server.ask('/sparql', {
      headers: { accept, 'if-none-match': String(whole.headers.etag) },
    });
    expect(held.status).toBe(304);
    expect(held.headers.vary).toBe(whole.headers.vary);
  });

  it('speaks of no federation where there is none', async () => {
    const other = await listen(appOf(fixture, store));
    try {
      const { text } = await other.ask('/sparql', { headers: { accept: 'text/turtle' } });
      expect(text).not.toContain('BasicFederatedQuery');
      expect(text).not.toContain('extensionFunction');
    } finally {
      await other.close();
    }
  });
});

describe('An answer as GeoJSON', () => {
  const ROWS = 'VALUES (?name ?latitude ?longitude) { ("a" 48.5 2.5) ("b" UNDEF UNDEF) ("c" -21.1 55.5) }';
  const WKT = 'VALUES ?g { "POINT(2 48)"^^<http://www.opengis.net/ont/geosparql#wktLiteral> "x" }';
  const asked = (query: string) => server.ask(`${sparqlUrl(query)}&format=geojson`);

  it('has every row with a place, and counts those without', async () => {
    const { status, headers, text } = await asked(`SELECT * { ${ROWS} }`);
    expect([status, headers['content-type'], headers['result-status']]).toEqual([
      200,
      'application/geo+json',
      'complete',
    ]);
    const { features, rowsWithoutPlace } = JSON.parse(text);
    const coordinates = features.map(
      (one: { geometry: { coordinates: unknown } }) => one.geometry.coordinates,
    );
    expect([coordinates, rowsWithoutPlace]).toEqual([
      [
        [2.5, 48.5],
        [55.5, -21.1],
      ],
      1,
    ]);
    expect(JSON.parse((await asked(`SELECT * { ${WKT} }`)).text)).toMatchObject({
      features: [{ geometry: { type: 'Point', coordinates: [2, 48] } }],
      rowsWithoutPlace: 1,
    });
  });

  it('is empty where nothing answers, and refused where nothing says where things are', async () => {
    expect(JSON.parse((await asked('SELECT ?latitude ?longitude { FILTER(false) }')).text).features).toEqual(
      [],
    );
    const { status, text } = await asked('SELECT ("x" AS ?name) {}');
    expect([status, JSON.parse(text).code]).toEqual([406, 'not-acceptable']);
    expect((await asked('ASK {}')).status).toBe(406);
  });
});
