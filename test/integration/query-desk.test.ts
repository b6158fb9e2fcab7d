import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../src/http/index.ts';
import type { QuadStore } from '../../src/model/index.ts';
import { assetPaths } from '../../src/pages/index.ts';
import { createOxigraphStore } from '../../src/store/index.ts';
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

const LIMITS = { milliseconds: 1500, resultBytes: 40_000, resultRows: 1000, queue: 4 };
const HTML = { accept: 'text/html' };
const SCHEMA = 'http://schema.org/';
const MISSPELT = `SELECT * { ?m a <${SCHEMA}Museeum> }`;
const check = (query: string) => `/sparql/check?query=${encodeURIComponent(query)}`;

let fixture: Fixture;
let store: QuadStore;
let server: Loopback;

beforeAll(async () => {
  fixture = await writeFixture();
  store = createOxigraphStore({ dumps: fixture.dumps, base: BASE, limits: LIMITS });
  await store.ready();
  const vocabulary = {
    classes: [{ iri: `${SCHEMA}Museum`, count: 2 }],
    properties: [{ iri: `${SCHEMA}name`, count: 2 }],
    languages: [{ tag: 'fr', count: 2 }],
  };
  const terms = {
    ...NO_TERMS,
    find: (iri: string) => (iri === `${SCHEMA}name` ? { iri, label: { fr: 'Nom', en: 'Name' } } : undefined),
  };
  const app = createApp({
    release: fixture.release,
    store,
    index: { ...stubIndex(), vocabulary: () => vocabulary },
    terms,
    datasets: [DATASET],
    queries: QUERIES,
  });
  server = await listen(app);
});

afterAll(async () => {
  await server.close();
  await store.close();
  await fixture.remove();
});

describe('The words of the data', () => {
  it('are told with labels in the language asked for, and how often they are used', async () => {
    const { headers, text } = await server.ask('/sparql/terms.json?lang=fr');
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(JSON.parse(text)).toEqual({
      classes: [{ iri: `${SCHEMA}Museum`, count: 2 }],
      properties: [{ iri: `${SCHEMA}name`, label: 'Nom', count: 2 }],
    });
    const english = await server.ask('/sparql/terms.json?lang=en');
    expect(JSON.parse(english.text).properties[0].label).toBe('Name');
  });

  it('are not sent again to who has them', async () => {
    const { headers } = await server.ask('/sparql/terms.json?lang=fr');
    const again = await server.ask('/sparql/terms.json?lang=fr', {
      headers: { 'if-none-match': String(headers.etag) },
    });
    expect(again.status).toBe(304);
  });
});

describe('The outlines for maps', () => {
  it('begin with the mainland and hold the territories overseas', async () => {
    const territories = JSON.parse((await server.ask('/sparql/territories.json?lang=en')).text);
    expect(territories[0].name).toBe('Metropolitan France');
    expect(territories.length).toBeGreaterThan(5);
    expect(territories[1].projection.kind).toBe('equirectangular');
  });
});

describe('A query that is checked', () => {
  it.each([
    ['GET', () => server.ask(check(MISSPELT))],
    ['POST', () => send('application/sparql-query', MISSPELT)],
    ['a form', () => send('application/x-www-form-urlencoded', `query=${encodeURIComponent(MISSPELT)}`)],
  ])('by %s has its places told in both languages', async (_name, ask) => {
    const { status, text } = await ask();
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual([
      {
        code: 'unknown-class',
        severity: 'warning',
        line: 1,
        column: 17,
        length: 27,
        message: { fr: expect.stringContaining('Museum'), en: expect.stringContaining('Museum') },
        suggestion: `<${SCHEMA}Museum>`,
      },
    ]);
  });

  it('has nothing told where nothing is to be said', async () => {
    expect((await server.ask(check(`ASK { ?m a <${SCHEMA}Museum> }`))).text).toBe('[]\n');
  });

  it('has its mistake told in the same form', async () => {
    const [found] = JSON.parse((await server.ask(check('ASK {\n ?a ?b }'))).text);
    expect(found).toMatchObject({ code: 'query-malformed', severity: 'error', line: 2, column: 8 });
  });

  it('is not asked: however slow, the check is quick', async () => {
    const endless = `SELECT (COUNT(*) AS ?n) { ${'abcdefgh'.replace(/./g, '?$&1 ?$&2 ?$&3 . ')} }`;
    const [found] = JSON.parse((await server.ask(check(endless))).text);
    expect(found.code).toBe('cartesian-product');
    expect(store.figures().busy).toBe(0);
  });

  it('may be long, and does not hold up others', async () => {
    const long = `ASK { ${'a'.repeat(90_000)} `;
    const checked = send('application/sparql-query', long);
    expect((await server.ask('/health/live')).status).toBe(200);
    const { status, text } = await checked;
    expect(status).toBe(200);
    expect(JSON.parse(text)[0].severity).toBe('error');
  });

  it.each([
    ['none', '/sparql/check', 400],
    ['two', `${check('ASK {}')}&query=x`, 400],
    ['an update', '/sparql/check?update=x', 403],
  ])('cannot be %s', async (_name, target, status) => {
    expect((await server.ask(target)).status).toBe(status);
  });

  const send = (type: string, body: string) =>
    server.ask('/sparql/check', { method: 'POST', headers: { 'content-type': type }, body });
});

describe('The query page', () => {
  it('without scripts says above the answer what the data do not have', async () => {
    const { text } = await server.ask(`/sparql?query=${encodeURIComponent(MISSPELT)}`, { headers: HTML });
    const advice = text.indexOf('class="advice"');
    expect(advice).toBeGreaterThan(text.indexOf('</form>'));
    expect(text.indexOf('class="answer"')).toBeGreaterThan(advice);
    expect(text).toContain('Ligne 1, colonne 17');
  });

  it('lets its scripts speak to this site alone, and loads nothing from elsewhere', async () => {
    const { headers, text } = await server.ask('/sparql', { headers: HTML });
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/(?:^|; )script-src 'self'(?:;|$)/);
    expect(policy).toMatch(/(?:^|; )style-src 'self'(?:;|$)/);
    expect(policy).toMatch(/(?:^|; )connect-src 'self'(?:;|$)/);
    const loaded = [...text.matchAll(/<(?:script|link rel="stylesheet")[^>]* (?:src|href)="([^"]+)"/g)];
    expect(loaded.length).toBeGreaterThan(3);
    for (const [, address = ''] of loaded) expect(address).toMatch(/^\/assets\//);
  });
});

describe('The files of the query page', () => {
  const own = () => assetPaths().filter((path) => /^(?:packages\/|own-[0-9a-f]+\/sparql\/)/.test(path));

  it('may be kept for ever at their addresses', async () => {
    expect(own().length).toBeGreaterThan(15);
    for (const path of own()) {
      const { status, headers } = await server.ask(`/assets/${path}`);
      expect({ path, status }).toEqual({ path, status: 200 });
      expect(headers['cache-control']).toContain('immutable');
      expect(headers['content-type']).toMatch(/^text\/(?:javascript|css); charset=utf-8$/);
    }
  });

  it('are the whole list: no source map, nothing beside it', async () => {
    const [script = ''] = own().filter((path) => path.endsWith('yasqe.min.js'));
    for (const path of [`${script}.map`, script.replace('yasqe.min.js', 'package.json'), 'packages/..'])
      expect((await server.ask(`/assets/${path}`)).status).not.toBe(200);
  });

  it('of an older page are given as they are now, not to be kept', async () => {
    const { status, headers } = await server.ask('/assets/own-000000000000/sparql/main.js');
    expect(status).toBe(200);
    expect(headers['cache-control']).not.toContain('immutable');
  });
});
