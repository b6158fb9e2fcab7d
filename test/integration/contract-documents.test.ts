import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { geometryOfWkt } from '../../src/http/api/wkt.ts';
import { statementsTable } from '../../src/http/document-views.ts';
import type { Profile, ResourceIndex } from '../../src/model/index.ts';
import { parseLines, type RDF, xsd } from '../../src/rdf/index.ts';
import { wildQuads } from '../unit/rdf/quads.ts';
import { BASE, type Fixture, stubIndex, writeFixture } from './fixture-release.ts';
import { type Loopback, listen } from './loopback.ts';
import { appOf, scriptedStore } from './sparql-site.ts';

/** Points 2, 5, 6, 9, 10 and 15 of the contract, on things that were made to be awkward. */
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const WGS = 'http://www.w3.org/2003/01/geo/wgs84_pos#';
const WKT = 'http://www.opengis.net/ont/geosparql#';
const HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(1)> " \\ \' ]]> {{x}} \u202e';
const written = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

const THINGS: Readonly<Record<string, readonly string[]>> = {
  hostile: [
    `<name> ${written(HOSTILE)}@fr`,
    `<description> ${written('x'.repeat(20_000))}`,
    '<url> <javascript:alert(1)>',
    `<alternateName> ${written('a,b')}`,
  ],
  placed: [
    `<${WGS}lat> "48.86"^^<${xsd.decimal}>`,
    `<${WGS}long> "2.33"^^<${xsd.decimal}>`,
    '<name> "Ici"@fr',
  ],
  drawn: [`<${WKT}asWKT> "POLYGON((0 0, 0 1, 1 1, 0 0))"^^<${WKT}wktLiteral>`],
  lost: [`<${WGS}lat> "91"`, `<${WGS}long> "2"`, `<${WKT}asWKT> "POINT(nowhere)"`],
  large: Array.from({ length: 5000 }, (_, at) => `<keyword> "${at}"`),
  half: [`<${WGS}lat> "48.86"`],
  'a.ttl': ['<name> "Un identifiant qui finit comme une extension"@fr'],
  'l\u2019\u00e9t\u00e9': ['<name> "L\u2019\u00e9t\u00e9"@fr'],
};

const linesOf = (identifier: string): readonly string[] => {
  const iri = `${BASE}id/musees/${identifier}`;
  const said = (THINGS[identifier] ?? []).map((one) => one.replace(/^<(?!http)/, '<http://schema.org/'));
  return [`<${TYPE}> <http://schema.org/Museum>`, ...said].map((one) => `<${iri}> ${one} .`);
};

const index: ResourceIndex = {
  ...stubIndex(),
  has: (iri) => Object.hasOwn(THINGS, iri.slice(`${BASE}id/musees/`.length)),
  describe: (iri) => {
    const identifier = iri.slice(`${BASE}id/musees/`.length);
    return Object.hasOwn(THINGS, identifier)
      ? { iri, dataset: 'musees', lines: linesOf(identifier), incoming: [] }
      : undefined;
  },
};

const PROFILE: Profile = {
  token: 'tiny',
  iri: 'https://example.org/tiny',
  place: { file: 'queries/profiles/tiny.rq' },
  title: { fr: 'Petit', en: 'Tiny' },
  description: { fr: 'Le nom.', en: 'The name.' },
  classes: [],
  text: 'CONSTRUCT { ?s <http://schema.org/name> ?o } { ?s <http://schema.org/name> ?o }',
  context: { iri: 'https://example.org/tiny.json', terms: { name: 'http://schema.org/name' } },
};

let fixture: Fixture;
let server: Loopback;
beforeAll(async () => {
  fixture = await writeFixture();
  server = await listen(
    appOf(
      fixture,
      scriptedStore(() => ''),
      { index, profiles: [PROFILE] },
    ),
  );
});
afterAll(async () => {
  await server.close();
  await fixture.remove();
});
const get = (target: string, headers: Record<string, string> = {}) => server.ask(target, { headers });

/** Rows of CSV, read by the letter of RFC 4180. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let [row, rest] = [[] as string[], csv];
  while (rest !== '') {
    const [all, quoted, plain = '', end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? [''];
    expect(all).not.toBe('');
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
    rest = rest.slice(all.length);
  }
  expect(row).toEqual([]);
  return rows;
}

describe('The table of a document', () => {
  it('is CSV with a header, a row a statement', async () => {
    const answer = await get('/doc/musees/placed', { accept: 'text/csv' });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-location': '/doc/musees/placed.csv',
    });
    const thing = `${BASE}id/musees/placed`;
    expect(rowsOf(answer.text).slice(0, 5)).toEqual([
      ['subject', 'predicate', 'object', 'language', 'datatype'],
      [thing, TYPE, 'http://schema.org/Museum', '', ''],
      [thing, `${WGS}lat`, '48.86', '', xsd.decimal],
      [thing, `${WGS}long`, '2.33', '', xsd.decimal],
      [thing, 'http://schema.org/name', 'Ici', 'fr', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString'],
    ]);
  });

  it('says exactly the statements, whatever their texts', () => {
    const cells = ({ subject, predicate, object }: RDF.Quad) => [
      subject.value,
      predicate.value,
      object.value,
      object.termType === 'Literal' ? object.language : '',
      object.termType === 'Literal' ? object.datatype.value : '',
    ];
    const key = (rows: readonly (readonly string[])[]) =>
      [...new Set(rows.map((row) => JSON.stringify(row)))].sort();
    fc.assert(
      fc.property(wildQuads, (quads) => {
        const [, ...rows] = rowsOf(statementsTable(quads));
        expect(rows).toHaveLength(key(rows).length);
        expect(key(rows)).toEqual(key(quads.map(cells)));
      }),
    );
  });
});

describe('GeoJSON', () => {
  it.each([
    ['placed', { type: 'Point', coordinates: [2.33, 48.86] }],
    ['drawn', geometryOfWkt('POLYGON((0 0, 0 1, 1 1, 0 0))')],
  ])('of a thing with a place (%s) is a feature', async (identifier, geometry) => {
    const target = `/doc/musees/${identifier}`;
    const answer = await get(target, { accept: 'application/geo+json' });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/geo+json',
      'content-location': `${target}.geojson`,
    });
    expect(JSON.parse(answer.text)).toMatchObject({
      type: 'Feature',
      id: `${BASE}id/musees/${identifier}`,
      geometry,
      properties: { 'rdf:type': 'http://schema.org/Museum' },
    });
    const page = await get(target, { accept: 'text/html' });
    expect(page.text).toContain(`href="${target}.geojson"`);
    expect(page.headers['link']).toContain(
      `<${target}.geojson>; rel="alternate"; type="application/geo+json"`,
    );
  });

  it.each(['hostile', 'lost', 'half'])('is not offered where there is none (%s)', async (identifier) => {
    const target = `/doc/musees/${identifier}`;
    expect((await get(target, { accept: 'application/geo+json' })).status).toBe(406);
    expect((await get(`${target}.geojson`)).status).toBe(404);
    const { headers, text } = await get(target, { accept: 'text/html' });
    expect(`${headers['link']}${text}`).not.toContain('geo');
  });
});

describe('A hostile text', () => {
  it('is inert in pages, and exact in data', async () => {
    const { text: page, headers } = await get('/doc/musees/hostile.html');
    expect(page).not.toMatch(/<img|<script>|href="javascript:/i);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    const own = parseLines(linesOf('hostile'));
    for (const extension of ['nt', 'nq']) {
      const { text } = await get(`/doc/musees/hostile.${extension}`);
      for (const line of parseLines(text.trim().split('\n')).filter((one) =>
        one.predicate.value.endsWith('name'),
      ))
        expect(own.some(({ object }) => object.value === line.object.value)).toBe(true);
    }
    const rows = rowsOf((await get('/doc/musees/hostile.csv')).text);
    expect(rows.some(([, , object]) => object === HOSTILE)).toBe(true);
  });

  it.each([
    '/doc/musees/<script>alert(1)</script>',
    '/doc/musees/x?_profile=<script>alert(1)</script>',
    '/doc/musees/hostile?_profile="><img src=x>',
    '/%22%3E%3Cscript%3E',
  ])('in an address is inert in error pages: %s', async (target) => {
    const answer = await get(target.replaceAll(' ', '%20'), { accept: 'text/html' });
    expect(answer.status).toBeGreaterThanOrEqual(300);
    expect(answer.text).not.toMatch(/<script>|<img/);
    expect(JSON.stringify(answer.headers)).not.toMatch(/<script>|<img/);
  });
});

describe('A profile', () => {
  it('is a tree of what it says, or of the thing alone where it says nothing', async () => {
    const tree = async (identifier: string) =>
      JSON.parse((await get(`/doc/musees/${identifier}.jsonld?_profile=tiny`)).text);
    const context = { '@context': 'https://example.org/tiny.json' };
    expect(await tree('placed')).toEqual({
      ...context,
      '@id': `${BASE}id/musees/placed`,
      name: { '@language': 'fr', '@value': 'Ici' },
    });
    expect(await tree('half')).toEqual({ ...context, '@id': `${BASE}id/musees/half` });
    expect((await tree('hostile')).name['@value']).toBe(HOSTILE);
  });

  it('is not evaluated over a thing that is too large', async () => {
    const refused = await get('/doc/musees/large?_profile=tiny');
    expect([refused.status, JSON.parse(refused.text).code]).toEqual([413, 'result-too-large']);
    expect((await get('/doc/musees/large')).status).toBe(200);
  });
});

describe('A problem', () => {
  it.each([
    ['/doc/musees/none', 404],
    ['/id/musees/none', 404],
    ['/doc/musees/placed.png', 404],
    ['/doc/musees/placed?_profile=none', 406],
  ])('at %s has the body that the client reads (%i)', async (target, status) => {
    for (const [accept, type] of [
      ['text/html', 'text/html; charset=utf-8'],
      ['text/turtle', 'application/problem+json'],
      ['application/json', 'application/json'],
    ] as const) {
      const answer = await get(target, { accept });
      expect([answer.status, answer.headers['content-type']]).toEqual([status, type]);
      expect(answer.headers.vary).toContain('Accept, Accept-Language');
      expect(answer.headers.etag).toBeUndefined();
    }
  });
});

describe('An address', () => {
  it('that ends like an extension is the thing of that name first', async () => {
    expect((await get('/doc/musees/a.ttl', { accept: 'text/csv' })).headers['content-location']).toBe(
      '/doc/musees/a.ttl.csv',
    );
    expect((await get('/doc/musees/a.ttl.nt')).status).toBe(200);
  });

  it.each([
    ['/id/musees/l%E2%80%99e%CC%81te%CC%81', 301],
    ['/id/musees/l%e2%80%99%c3%a9t%c3%a9', 301],
    ['//id//musees/l%E2%80%99%C3%A9t%C3%A9/', 301],
    ['/id/musees/./l%E2%80%99%C3%A9t%C3%A9', 301],
    ['/id/x/../musees/l%E2%80%99%C3%A9t%C3%A9', 301],
    ['/id/musees/l%E2%80%99%C3%A9t%C3%A9', 303],
  ])('%s comes to the one document', async (target, status) => {
    const first = await get(target);
    expect(first.status).toBe(status);
    const thing = status === 301 ? await get(String(first.headers.location)) : first;
    expect(thing.headers.location).toBe('/doc/musees/l%E2%80%99%C3%A9t%C3%A9');
    const document = await get(String(thing.headers.location), { 'x-forwarded-host': 'evil.example' });
    expect(document.text).toContain(`<${BASE}id/musees/l\u2019\u00e9t\u00e9>`);
    expect(document.text + JSON.stringify(document.headers)).not.toContain('evil');
  });

  it('of a thing is cited, typed, licensed and collected', async () => {
    const { headers } = await get('/doc/musees/placed.ttl');
    for (const link of [
      `<${BASE}id/musees/placed>; rel="describes"`,
      `<${BASE}id/musees/placed>; rel="cite-as"`,
      '<http://schema.org/Museum>; rel="type"',
      `<${BASE}dataset/musees>; rel="collection"`,
    ])
      expect(headers['link']).toContain(link);
    expect(headers['link']).toMatch(/<https:\/\/[^>]+>; rel="license"/);
  });
});
