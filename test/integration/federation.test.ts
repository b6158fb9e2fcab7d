import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withServices } from '../../src/federation/index.ts';
import { createApp } from '../../src/http/index.ts';
import type { QuadStore, ServiceEndpoint } from '../../src/model/index.ts';
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

const RESULTS = 'application/sparql-results+json';
const LIMITS = { milliseconds: 6000, resultBytes: 400_000, resultRows: 10_000, queue: 4 };

let fixture: Fixture;
let other: { readonly store: QuadStore; readonly server: Server };
let faulty: Server;
let site: { readonly store: QuadStore; readonly server: Loopback; readonly asked: string[] };

const appOf = (store: QuadStore) =>
  createApp({
    release: fixture.release,
    store,
    index: stubIndex(),
    terms: NO_TERMS,
    datasets: [DATASET],
    queries: QUERIES,
  });

const onLoopback = (server: Server): Promise<Server> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const solutions = (vars: readonly string[], bindings: readonly unknown[]): string =>
  JSON.stringify({ head: { vars }, results: { bindings } });
const NAME = { type: 'literal', value: 'nom', 'xml:lang': 'fr' };

type Fault = (request: IncomingMessage, response: ServerResponse) => void;
const send =
  (type: string, body: string | Buffer, headers: Record<string, string> = {}): Fault =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': type, ...headers }).end(body);

/** Endpoints by their path, each with its own way of failing. */
const FAULTS: Readonly<Record<string, Fault>> = {
  slow: () => {},
  trickling: (_request, response) => {
    response.writeHead(200, { 'content-type': RESULTS });
    const timer = setInterval(() => response.write(' '), 50);
    response.on('close', () => clearInterval(timer));
  },
  html: send('text/html', '<p>Welcome'),
  garbage: send(RESULTS, '<p>Welcome'),
  cut: send(RESULTS, solutions(['name'], [{ name: NAME }]).slice(0, -4)),
  broken: (_request, response) => {
    response.writeHead(200, { 'content-type': RESULTS });
    response.write('{"head":{"vars":["name"]},"results":{"bindings":[', () => response.destroy());
  },
  variables: send(RESULTS, solutions(['other'], [{ other: NAME }])),
  extra: send(RESULTS, solutions(['name'], [{ name: NAME, other: NAME }])),
  terms: send(RESULTS, solutions(['name'], [{ name: { type: 'uri', value: 'no address> . } DROP' } }])),
  languages: send(RESULTS, solutions(['name'], [{ name: { ...NAME, 'xml:lang': 'fr } DROP' } }])),
  boolean: send(RESULTS, '{"head":{},"boolean":true}'),
  bytes: send(
    RESULTS,
    Buffer.concat([Buffer.from('{"head":{"vars":["name"]}, "x":"'), Buffer.from([0xff, 0xfe])]),
  ),
  endless: (_request, response) => {
    response.writeHead(200, { 'content-type': RESULTS });
    const more = (): void => {
      while (!response.destroyed && response.write(' '.repeat(65_536)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  },
  bomb: send(RESULTS, gzipSync(Buffer.alloc(50_000_000, 32)), { 'content-encoding': 'gzip' }),
  encoded: send(RESULTS, 'x', { 'content-encoding': 'compress' }),
  many: send(
    RESULTS,
    solutions(
      ['name'],
      Array.from({ length: 60_000 }, () => ({})),
    ),
  ),
  error: (_request, response) => response.writeHead(500).end('no'),
  away: (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  packed: send(RESULTS, gzipSync(solutions(['name'], [{ name: NAME }])), { 'content-encoding': 'gzip' }),
  blank: send(RESULTS, solutions(['name'], [{ name: { type: 'bnode', value: 'b 0' } }])),
};

const endpointOf = (path: string): string => `http://127.0.0.1:${portOf(faulty)}/${path}`;
const there = (): string => `http://127.0.0.1:${portOf(other.server)}/sparql`;

beforeAll(async () => {
  fixture = await writeFixture();
  const remote = createOxigraphStore({ dumps: fixture.dumps, base: BASE, limits: LIMITS });
  const asked: string[] = [];
  other = { store: remote, server: await onLoopback(createServer(appOf(remote))) };
  faulty = await onLoopback(
    createServer((request, response) => {
      const path = String(request.url).slice(1).replace(/\?.*$/, '');
      asked.push(path);
      FAULTS[path]?.(request, response);
    }),
  );
  const row = (endpoint: string, isPrivate = true): ServiceEndpoint => ({
    endpoint,
    milliseconds: 1000,
    bytes: 2e6,
    isPrivate,
  });
  const dead = await onLoopback(createServer());
  const deadPort = portOf(dead);
  await new Promise((resolve) => dead.close(resolve));
  const services = [
    { ...row(there()), milliseconds: 5000 },
    ...Object.keys(FAULTS).map((path) => row(endpointOf(path))),
    row(`http://127.0.0.1:${deadPort}/dead`),
    row(`http://127.0.0.1:${portOf(faulty)}/private`, false),
    row(`http://localhost:${portOf(faulty)}/private`, false),
    row('http://unknown.invalid/sparql', false),
  ];
  const own = createOxigraphStore({ dumps: fixture.dumps, base: BASE, limits: LIMITS });
  const store = withServices(own, { base: BASE, services, limits: { milliseconds: 6000 } });
  await Promise.all([remote.ready(), own.ready()]);
  site = { store, server: await listen(appOf(store)), asked };
  // The first question loads the engine, which may take longer than a question may.
  for (
    let tries = 0;
    tries < 5 && (await ask(`ASK { SERVICE <${there()}> { ?s ?p ?o } }`)).status !== 200;
    tries++
  );
}, 60_000);

afterAll(async () => {
  await site.server.close();
  await site.store.close();
  await other.store.close();
  for (const server of [other.server, faulty]) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await fixture.remove();
});

const ask = (query: string, accept = RESULTS) =>
  site.server.ask(`/sparql?query=${encodeURIComponent(`PREFIX schema: <http://schema.org/>\n${query}`)}`, {
    headers: { accept },
  });

describe('A query that asks a second Cimaise', () => {
  const named = () => `?m a schema:Museum . SERVICE <${there()}> { ?m schema:name ?name }`;

  it.each([
    [RESULTS, /"value":"Musée d’été"/],
    ['application/sparql-results+xml', /<literal xml:lang="fr">Musée d’été<\/literal>/],
    ['text/csv', /^m,name\r\n(.*\r\n){2}$/],
    ['text/tab-separated-values', /"Musée d’été"@fr/],
  ])('is answered in %s', async (type, body) => {
    const { status, text, headers } = await ask(`SELECT * { ${named()} }`, type);
    expect([status, text]).toEqual([200, expect.stringMatching(body)]);
    expect(headers).toMatchObject({ 'result-status': 'complete', 'cache-control': 'no-store' });
    expect(headers.etag).toBeUndefined();
  });

  it('may be CONSTRUCT, ASK or DESCRIBE', async () => {
    const built = await ask(
      `CONSTRUCT { ?m schema:alternateName ?name } WHERE { ${named()} }`,
      'application/n-triples',
    );
    expect(built.text.trim().split('\n')).toHaveLength(2);
    expect((await ask(`ASK { ${named()} }`)).text).toContain('true');
    expect((await ask(`DESCRIBE ?m { ${named()} }`, 'text/turtle')).text).toContain('schema:Museum');
  });

  it('keeps what is optional there', async () => {
    const { text } = await ask(
      `SELECT * { ?m a schema:Museum OPTIONAL { SERVICE <${there()}> { ?m schema:creation/schema:dateCreated ?year } } }`,
    );
    const rows = JSON.parse(text).results.bindings;
    expect(rows.map((row: Record<string, unknown>) => 'year' in row).sort()).toEqual([false, true]);
  });
});

describe('An endpoint', () => {
  const asks = (endpoint: string, silent = '') =>
    ask(
      `SELECT * { ?m a schema:Museum SERVICE ${silent} <${endpoint}> { <http://x.example/> schema:name ?name } }`,
    );

  it.each([
    ['slow', /n’a pas répondu en 1 s/],
    ['trickling', /n’a pas répondu en 1 s/],
    ['html', /text\/html/],
    ['garbage', /résultat SPARQL entier/],
    ['cut', /résultat SPARQL entier/],
    ['broken', /interrompue/],
    ['variables', /résultat SPARQL entier/],
    ['extra', /résultat SPARQL entier/],
    ['terms', /ne peut pas être écrit/],
    ['languages', /résultat SPARQL entier/],
    ['boolean', /résultat SPARQL entier/],
    ['bytes', /résultat SPARQL entier/],
    ['endless', /dépasse 2 Mo/],
    ['bomb', /dépasse 2 Mo/],
    ['encoded', /compress/],
    ['many', /plus de 50000 solutions/],
    ['error', /l’erreur 500/],
    ['away', /renvoie à une autre adresse/],
  ])('that is %s makes no answer, and one without it where SILENT stands', async (path, said) => {
    const endpoint = endpointOf(path);
    const failed = await asks(endpoint);
    expect(failed.status).toBe(503);
    expect(JSON.parse(failed.text)).toMatchObject({ endpoint, detail: expect.stringMatching(said) });
    const silent = await asks(endpoint, 'SILENT');
    expect(silent.status).toBe(200);
    const { head, results } = JSON.parse(silent.text);
    expect(head.vars).toContain('name');
    expect(results.bindings).toEqual([{ m: expect.anything() }, { m: expect.anything() }]);
  });

  it('that packs its answer is understood', async () => {
    expect((await asks(endpointOf('packed'))).text).toContain('"nom"');
  });

  it('that speaks of blank nodes gives things with addresses', async () => {
    expect((await asks(endpointOf('blank'))).text).toContain('/.well-known/genid/');
  });

  it('that is nowhere makes no answer', async () => {
    const { status, text } = await asks('http://unknown.invalid/sparql');
    expect([status, text]).toEqual([503, expect.stringContaining('unknown.invalid')]);
  });

  it('on a private address is not asked, by its number or by its name', async () => {
    const before = site.asked.length;
    for (const host of ['127.0.0.1', 'localhost']) {
      const { status, text } = await asks(`http://${host}:${portOf(faulty)}/private`);
      expect([status, text]).toEqual([503, expect.stringContaining('adresse privée')]);
    }
    expect(site.asked).toHaveLength(before);
  });

  it('that is not declared is refused by a sentence that says where to declare it', async () => {
    const { status, text } = await asks('http://elsewhere.example/sparql');
    expect(status).toBe(403);
    expect(JSON.parse(text)).toMatchObject({
      detail: expect.stringMatching(/elsewhere\.example.*queries\/services\.yml/),
    });
    expect((await asks('http://elsewhere.example/sparql', 'SILENT')).status).toBe(200);
    const variable = await ask('SELECT * { ?m a schema:Museum SERVICE ?m { ?x ?y ?z } }');
    expect([variable.status, variable.text]).toEqual([403, expect.stringContaining('variable')]);
  });
});

describe('A query whose asker leaves', () => {
  it('ends, and the next one is answered', async () => {
    const controller = new AbortController();
    const text = `SELECT * { SERVICE <${endpointOf('slow')}> { ?s ?p ?o } }`;
    const services = [{ iri: endpointOf('slow'), isSilent: false }];
    const answer = site.store.answer({
      text,
      kind: 'select',
      mediaType: RESULTS,
      hasDataset: false,
      services,
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 100);
    expect(await answer).toEqual({ kind: 'abandoned' });
    expect((await ask(`ASK { SERVICE <${there()}> { ?m a schema:Museum } }`)).text).toContain('true');
  });
});
