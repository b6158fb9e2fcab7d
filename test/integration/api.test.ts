import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiQuery } from '../../src/model/index.ts';
import { BASE } from '../declared/shipped.ts';
import { type ShippedSite, serveShipped } from './api-site.ts';

const text = (name: string) => ({ fr: name, en: name });
const query = (name: string, columns: readonly string[], asked: string): ApiQuery => ({
  name,
  file: `queries/api/${name}.rq`,
  title: text(name),
  question: text(name),
  text: asked,
  parameters: [],
  columns,
});

const WKT = 'http://www.opengis.net/ont/geosparql#wktLiteral';
const MORE = [
  query(
    'sorts',
    ['a', 'b', 'c', 'd', 'e', 'f'],
    'SELECT ?a ?b ?c ?d ?e ?f { VALUES (?a ?b ?c ?d ?e ?f) { (1 2.5 true "x"@fr <urn:x> UNDEF) (12345678901234567890 1e0 false "1" "2024-01-01"^^<http://www.w3.org/2001/XMLSchema#date> "a,\\"b\\n") } }',
  ),
  query(
    'shapes',
    ['x', 'wkt'],
    `SELECT ?x ?wkt { VALUES (?x ?wkt) { (<urn:p> "POINT(2 48)"^^<${WKT}>) (<urn:m> "MULTIPOINT((1 2), (3 4))"^^<${WKT}>) (<urn:o> "POLYGON((0 0, 1 0, 1 1, 0 0))"^^<${WKT}>) (<urn:e> "POINT EMPTY"^^<${WKT}>) (<urn:s> "<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(48 2)"^^<${WKT}>) (<urn:l> "<http://www.opengis.net/def/crs/EPSG/0/2154> POINT(652000 6862000)"^^<${WKT}>) } }`,
  ),
  query('chance', ['x'], 'SELECT (RAND() AS ?x) {}'),
  query(
    'endless',
    ['n'],
    `SELECT (COUNT(*) AS ?n) { ${'abcdefgh'
      .split('')
      .map((x) => `?${x}1 ?${x}2 ?${x}3 .`)
      .join(' ')} }`,
  ),
];

let site: ShippedSite;
const get = (target: string, headers: Record<string, string> = {}, method = 'GET') =>
  site.server.ask(target, { headers, method });

beforeAll(async () => {
  site = await serveShipped(MORE);
}, 120_000);

afterAll(() => site.close());

describe('A query that is an API', () => {
  it('answers rows as JSON, with the values of its parameters', async () => {
    const answer = await get('/api/musees?departement=75&limite=3');
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'result-status': 'complete',
      vary: 'Accept, Accept-Language, Accept-Encoding',
    });
    const rows = JSON.parse(answer.text);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      musee: expect.stringContaining(`${BASE}id/musees/`),
      latitude: expect.closeTo(48.86, 0),
    });
  });

  it('takes an IRI for an identifier, its defaults for what is absent or empty, and turns pages', async () => {
    const iri = encodeURIComponent(`${BASE}id/departements/75`);
    const [all, same, empty, second] = await Promise.all(
      ['', `?departement=${iri}`, '?departement=&limite=', '?limite=2&depart=1'].map((search) =>
        get(`/api/musees${search}`),
      ),
    );
    expect(JSON.parse(all?.text ?? '').length).toBeGreaterThan(3);
    expect(same?.text).toBe(all?.text);
    expect(empty?.text).toBe(all?.text);
    expect(JSON.parse(second?.text ?? '')).toEqual(JSON.parse(all?.text ?? '').slice(1, 3));
  });

  it('lets absent parameters mean anything, and present ones count', async () => {
    const rowsOf = async (search: string) =>
      JSON.parse((await get(`/api/regions${search}`)).text) as Record<string, unknown>[];
    const all = await rowsOf('');
    expect(all.length).toBeGreaterThan(5);
    expect(await rowsOf('?region=11&langue=en')).toEqual([
      expect.objectContaining({ adresse: `${BASE}id/regions/11`, musees: expect.any(Number) }),
    ]);
    const near = JSON.parse(
      (await get('/api/monuments?lat=48.85&lon=2.35&rayon=60&texte=CH%C3%82TEAU')).text,
    );
    const everywhere = JSON.parse((await get('/api/monuments')).text);
    expect(near.length).toBeLessThan(everywhere.length);
  });

  it('takes hostile texts for texts', async () => {
    for (const hostile of ['"', '\\', '") || true || ("', '\n}', '}} #', "'''", '\\u0022', '?nom', '"@fr']) {
      const rows = JSON.parse((await get(`/api/monuments?texte=${encodeURIComponent(hostile)}`)).text);
      expect(rows.filter(({ nom }: { nom: string }) => !nom.includes(hostile))).toEqual([]);
    }
  });

  it('gives numbers and booleans as such, other values as texts, nothing for what is not bound', async () => {
    expect(JSON.parse((await get('/api/sorts')).text)).toEqual([
      { a: 1, b: 2.5, c: true, d: 'x', e: 'urn:x' },
      { a: '12345678901234567890', b: 1, c: false, d: '1', e: '2024-01-01', f: 'a,"b\n' },
    ]);
  });

  it('answers CSV by RFC 4180', async () => {
    const answer = await get('/api/sorts.csv');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(answer.text).toBe(
      'a,b,c,d,e,f\r\n1,2.5,true,x,urn:x,\r\n12345678901234567890,1,false,1,2024-01-01,"a,""b\n"\r\n',
    );
  });

  it('answers GeoJSON, longitude first, and counts what has no place', async () => {
    const answer = await get('/api/musees.geojson?limite=5');
    expect(answer.headers['content-type']).toBe('application/geo+json');
    const { type, features, rowsWithoutPlace } = JSON.parse(answer.text);
    expect([type, features.length + rowsWithoutPlace]).toEqual(['FeatureCollection', 5]);
    expect(features[0]).toMatchObject({
      type: 'Feature',
      id: expect.stringContaining('/id/musees/'),
      geometry: { type: 'Point', coordinates: [expect.closeTo(2.3, 0), expect.closeTo(48.9, 0)] },
      properties: { nom: expect.any(String) },
    });
    const shapes = JSON.parse((await get('/api/shapes.geojson')).text);
    expect(shapes.rowsWithoutPlace).toBe(2);
    expect(shapes.features.map(({ geometry }: { geometry: object }) => geometry)).toEqual([
      { type: 'Point', coordinates: [2, 48] },
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
      { type: 'Point', coordinates: [2, 48] },
    ]);
  });

  it('has no GeoJSON where it has no place', async () => {
    for (const [target, accept] of [
      ['/api/regions.geojson', '*/*'],
      ['/api/regions', 'application/geo+json'],
    ] as const) {
      const answer = await get(target, { Accept: accept });
      expect([answer.status, JSON.parse(answer.text).code]).toEqual([406, 'not-acceptable']);
    }
  });

  it.each([
    ['application/json', 'application/json'],
    ['text/csv', 'text/csv; charset=utf-8; header=present'],
    ['application/geo+json', 'application/geo+json'],
    ['application/sparql-results+json', 'application/sparql-results+json'],
    ['text/csv;q=0.5, application/geo+json', 'application/geo+json'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'application/json'],
  ])('negotiates: %s', async (accept, type) => {
    const answer = await get('/api/musees?limite=1', { Accept: accept });
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['link']).toContain('rel="service-desc"');
    expect(answer.headers['link']).toContain('rel="alternate"');
    expect(answer.headers['content-location']).toMatch(/^\/api\/musees\.(json|csv|geojson|srj)\?limite=1$/);
  });

  it('is known again: 304, HEAD, and the same from memory', async () => {
    const first = await get('/api/oeuvres.csv?musee=M0947');
    const { etag = '' } = first.headers;
    expect(first.headers['cache-control']).toBe('public, max-age=60');
    const again = await get('/api/oeuvres.csv?musee=M0947', { 'If-None-Match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    const head = await get('/api/oeuvres.csv?musee=M0947', {}, 'HEAD');
    expect([head.status, head.text, head.headers.etag]).toEqual([200, '', etag]);
    const memory = await get('/api/oeuvres.csv?musee=M0947');
    expect([memory.text, memory.headers['server-timing']]).toEqual([first.text, 'cache']);
    expect((await get('/api/chance')).headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['/api/musees?departemnt=75', 'parameter-unknown', { didYouMean: 'departement' }],
    ['/api/musees?departement=75&departement=76', 'parameter-repeated', { parameter: 'departement' }],
    ['/api/oeuvres', 'parameter-missing', { parameter: 'musee', example: 'M0947' }],
    ['/api/musees?limite=1001', 'parameter-invalid', { parameter: 'limite', value: '1001' }],
    ['/api/musees?limite=x', 'parameter-invalid', { parameter: 'limite', value: 'x' }],
    [
      '/api/musees?departement=https%3A%2F%2Fexample.org%2F',
      'parameter-invalid',
      { parameter: 'departement' },
    ],
    ['/api/regions?langue=fe', 'parameter-invalid', { didYouMean: 'fr' }],
    ['/api/musees?limite=%FF', 'bad-request', {}],
  ])('refuses %s with a reason', async (target, code, members) => {
    const answer = await get(target, { Accept: 'application/problem+json' });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ code, ...members });
    const english = JSON.parse(
      (await get(target, { 'Accept-Language': 'en', Accept: 'application/json' })).text,
    );
    expect(english.detail).not.toBe(JSON.parse(answer.text).detail);
  });

  it('says its problems in the language of the address', async () => {
    expect(JSON.parse((await get('/api/musees?limite=x&lang=en')).text).detail).toMatch(
      /^The parameter “limite” cannot be “x”/,
    );
  });

  it('is not found under another name or extension, and writes nothing', async () => {
    expect((await get('/api/rien-de-tel')).status).toBe(404);
    expect(JSON.parse((await get('/api/musee')).text).alternates).toEqual([
      { href: '/api/musees', type: 'application/json', title: 'musees' },
    ]);
    expect((await get('/api/musees.pdf')).status).toBe(404);
    expect((await get('/api/musees/x')).status).toBe(404);
    expect((await get('/api/musees', {}, 'POST')).status).toBe(405);
  });
});

describe('A query that takes too long', () => {
  it('is refused as on /sparql, and nothing is sent in part', async () => {
    const answer = await get('/api/endless.csv');
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toMatch(/^\d+$/);
    expect(JSON.parse(answer.text).code).toBe('query-timeout');
  });
});

describe('The list of queries', () => {
  it('is JSON for programs and a page for people', async () => {
    const list = JSON.parse((await get('/api')).text);
    expect(list.queries.map(({ name }: { name: string }) => name)).toEqual(
      site.queries.map(({ name }) => name),
    );
    const page = await get('/api?lang=en', { Accept: 'text/html' });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('Museums of a département');
    expect(page.text).toContain('formaction="/api/musees.geojson"');
  });
});
