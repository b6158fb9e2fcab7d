import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../src/http/index.ts';
import type { QuadStore } from '../../src/model/index.ts';
import { createStore, type StoreChoice } from '../../src/store/index.ts';
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
import { writeStandIn } from './stand-in.ts';
import { type StandInEndpoint, startStandInEndpoint } from './stand-in-endpoint.ts';

const LIMITS = { milliseconds: 20_000, resultBytes: 100_000, resultRows: 1000, queue: 8 };

let folder: string;
let fixture: Fixture;
let remote: StandInEndpoint;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cimaise-three-'));
  fixture = await writeFixture();
  remote = await startStandInEndpoint();
});

afterAll(async () => {
  await remote.close();
  await fixture.remove();
  await rm(folder, { recursive: true });
});

const NOBODY = { user: undefined, password: undefined, token: undefined };
const CHOICES: readonly (readonly [StoreChoice['store'], () => Promise<StoreChoice>])[] = [
  ['embedded', async () => ({ store: 'embedded', oxigraph: '', endpoint: undefined })],
  ['native', async () => ({ store: 'native', oxigraph: await writeStandIn(folder), endpoint: undefined })],
  [
    'endpoint',
    async () => ({ store: 'endpoint', oxigraph: '', endpoint: { ...remote.addresses, ...NOBODY } }),
  ],
];

describe.each(CHOICES)('The application on the store “%s”', (_, choose) => {
  let store: QuadStore;
  let server: Loopback;

  beforeAll(async () => {
    const { release, dumps } = fixture;
    store = createStore(await choose(), {
      release: release.manifest.id,
      fingerprint: 'f',
      graphs: release.manifest.graphs,
      folder,
      dumps,
      base: BASE,
      limits: LIMITS,
    });
    await store.ready();
    server = await listen(
      createApp({
        release,
        store,
        index: stubIndex(),
        terms: NO_TERMS,
        datasets: [DATASET],
        queries: QUERIES,
      }),
    );
  });

  afterAll(async () => {
    await server.close();
    await store.close();
  });

  const ask = (query: string, accept: string, more = '') =>
    server.ask(`/sparql?query=${encodeURIComponent(query)}${more}`, { headers: { accept } });

  it('counts every statement of the release', () => {
    expect(store.size()).toBe(fixture.release.manifest.statements);
  });

  it.each([
    ['application/sparql-results+json', /"value" ?: ?"1793"/],
    ['application/sparql-results+xml', /<literal>1793<\/literal>/],
    ['text/csv', /^o\r\n1793\r\n$/],
    ['text/tab-separated-values', /^\?o\n"1793"\n$/],
  ])('answers SELECT as %s', async (accept, body) => {
    const answer = await ask('SELECT ?o { <id/musees/M1#creation> ?p ?o }', accept);
    expect(answer.status).toBe(200);
    expect(answer.headers['result-status']).toBe('complete');
    expect(answer.text).toMatch(body);
  });

  it.each(['text/turtle', 'application/ld+json', 'application/rdf+xml', 'application/n-triples'])(
    'answers CONSTRUCT as %s',
    async (accept) => {
      const answer = await ask('CONSTRUCT { ?s ?p ?o } { ?s ?p ?o FILTER(?o = "1793") }', accept);
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toContain(accept);
      expect(answer.text).toContain('1793');
    },
  );

  const COUNT = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }';

  it.each([
    ['all graphs', '', COUNT, 15],
    ['one graph of the protocol', `&default-graph-uri=${encodeURIComponent(`${BASE}def/`)}`, COUNT, 1],
    ['an unknown graph', '&default-graph-uri=urn%3Anone', COUNT, 0],
    ['FROM', '', COUNT.replace('{', `FROM <${BASE}dataset/musees> {`), 6],
    ['named graphs', '', 'SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }', 15],
  ])('sees %s', async (_what, more, query, n) => {
    expect((await ask(query, 'text/csv', more)).text).toBe(`n\r\n${n}\r\n`);
  });

  it.each([
    ['a mistake', 'SELECT * {', 400, 'query-malformed'],
    ['an update', 'DROP ALL', 403, 'read-only'],
    ['another endpoint', 'SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }', 403, 'service-refused'],
  ])('refuses %s', async (_what, query, status, code) => {
    const answer = await ask(query, 'text/csv');
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(code);
  });

  it.each([
    ['/id/musees/M1', 303],
    ['/doc/musees/M1.ttl', 200],
    ['/datasets', 200],
    ['/health/ready', 200],
    ['/', 200],
  ])('serves %s', async (path, status) => {
    expect((await server.ask(path)).status).toBe(status);
  });
});
