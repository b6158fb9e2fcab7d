import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { namedNode } from 'oxigraph';
import { Fault, type QuadStore, type SparqlQuestion } from '../../src/model/index.ts';
import { parseQuery } from '../../src/sparql/index.ts';
import { createEndpointStore, type EndpointStoreOptions } from '../../src/store/index.ts';
import {
  type Mischief,
  type Operation,
  type Seen,
  type StandInEndpoint,
  startStandInEndpoint,
} from './stand-in-endpoint.ts';

const BASE = 'http://localhost:3000/';
const LIMITS = { milliseconds: 5000, resultBytes: 8_000_000, resultRows: 100_000, queue: 2 };
const COUNT = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }';
const JSON_RESULTS = 'application/sparql-results+json';

let folder: string;
let server: StandInEndpoint;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cimaise-endpoint-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  server = await startStandInEndpoint();
});
afterEach(() => server.close());

const graph = (name: string): string => `${BASE}dataset/${name}`;

/** Writes a dump of as many statements, all with some word in their value. */
async function written(name: string, statements: number, word = 'é'): Promise<string> {
  const lines = Array.from(
    { length: statements },
    (_, i) =>
      `<${BASE}id/${name}/${i}> <${BASE}p> "${word} \\"${i}\\" \\u0001 \\\\u0022" <${graph(name)}> .\n`,
  );
  const dump = join(folder, `${name}-${statements}-${word}.nq.gz`);
  await writeFile(dump, gzipSync(lines.join('')));
  return dump;
}

/** A release of some graphs, by name and number of statements. */
async function release(
  id: string,
  sizes: Readonly<Record<string, number>>,
  word = 'é',
): Promise<Partial<EndpointStoreOptions>> {
  const named = Object.entries(sizes);
  const dumps = await Promise.all(named.map(([name, size]) => written(name, size, word)));
  return {
    release: id,
    dumps,
    graphs: named.map(([name, statements]) => ({ iri: graph(name), statements })),
  };
}

const opened = (more: Partial<EndpointStoreOptions> = {}): QuadStore =>
  createEndpointStore({
    endpoint: { ...server.addresses, user: undefined, password: undefined, token: undefined },
    dumps: [],
    graphs: [],
    release: '1',
    base: BASE,
    folder: join(folder, 'journal'),
    limits: LIMITS,
    bounds: { statements: 30, units: 1 << 20 },
    pauseMilliseconds: 5,
    ...more,
  });

async function withStore(
  more: Partial<EndpointStoreOptions>,
  use: (store: QuadStore) => Promise<void>,
): Promise<void> {
  const store = opened(more);
  try {
    await store.ready();
    await use(store);
  } finally {
    await store.close();
  }
}

async function faultOf(more: Partial<EndpointStoreOptions>): Promise<Fault> {
  const store = opened(more);
  const outcome = await store.ready().catch((error: unknown) => error);
  await store.close();
  if (outcome instanceof Fault) return outcome;
  throw new Error(`No fault: ${outcome}`);
}

function question(text: string, more: Partial<SparqlQuestion> = {}): SparqlQuestion {
  const parsed = parseQuery(text, { base: BASE });
  if (parsed.kind !== 'parsed') throw new Error(parsed.kind);
  return { text, kind: parsed.queryKind, hasDataset: parsed.hasDataset, mediaType: 'text/csv', ...more };
}

const answered = (body: string) => expect.objectContaining({ kind: 'answered', body });
const on =
  (operation: Operation, number: number, mischief: Mischief) =>
  (seen: { operation: Operation; number: number }) =>
    seen.operation === operation && seen.number === number ? mischief : undefined;
/** Spoils queries of readers, not those of loading, which are about one graph and in JSON. */
const queries = (mischief: Mischief) => (seen: Seen) =>
  seen.operation === 'query' && seen.headers.accept !== JSON_RESULTS ? mischief : undefined;
const graphNames = () => [...new Set(server.store.match().map((quad) => quad.graph.value))].sort();
const requests = (operation: Operation) => server.seen.filter((one) => one.operation === operation).length;
const NO_ADDRESS = () => ({
  endpoint: { ...server.addresses, data: undefined, user: undefined, password: undefined, token: undefined },
});

describe('An endpoint store', () => {
  it('answers from what it has loaded, and from nothing else on the server', async () => {
    server.store.load('<urn:a> <urn:b> "secret" <urn:private> .', { format: 'application/n-quads' });
    await withStore(await release('1', { a: 100, b: 50 }), async (store) => {
      expect(store.isReady()).toBe(true);
      expect(store.size()).toBe(150);
      const named = 'SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }';
      const cases: readonly (readonly [string, Partial<SparqlQuestion>, number])[] = [
        [COUNT, {}, 150],
        [named, {}, 150],
        [`SELECT (COUNT(*) AS ?n) FROM <${graph('a')}> { ?s ?p ?o }`, {}, 100],
        ['SELECT (COUNT(*) AS ?n) FROM <dataset/a> { ?s ?p ?o }', {}, 100],
        ['SELECT (COUNT(*) AS ?n) FROM <urn:private> { ?s ?p ?o }', {}, 0],
        ['SELECT (COUNT(*) AS ?n) FROM NAMED <urn:private> { GRAPH ?g { ?s ?p ?o } }', {}, 0],
        [`SELECT (COUNT(*) AS ?n) FROM NAMED <${graph('b')}> { GRAPH ?g { ?s ?p ?o } }`, {}, 50],
        [COUNT, { defaultGraphs: [graph('b'), 'urn:private'], namedGraphs: [] }, 50],
        [COUNT, { defaultGraphs: [], namedGraphs: [] }, 0],
        [named, { defaultGraphs: [], namedGraphs: [graph('a'), 'urn:private'] }, 100],
      ];
      for (const [text, more, n] of cases)
        expect(await store.answer(question(text, more))).toEqual(answered(`n\r\n${n}\r\n`));
    });
  });

  it('resolves relative IRIs against the base', async () => {
    await withStore(await release('1', { a: 5 }), async (store) => {
      const answer = await store.answer(question('SELECT ?s { ?s <p> ?o . FILTER(?s = <id/a/3>) }'));
      expect(answer).toEqual(answered(`s\r\n${BASE}id/a/3\r\n`));
    });
  });

  it.each([
    ['user and password', { user: 'é', password: 'p:w' }, `Basic ${Buffer.from('é:p:w').toString('base64')}`],
    ['a token', { token: 't0k3n' }, 'Bearer t0k3n'],
  ])('identifies itself by %s, and keeps that to itself', async (_, identity, header) => {
    const told: string[] = [];
    const none = { user: undefined, password: undefined, token: undefined };
    const endpoint = { ...server.addresses, ...none, ...identity };
    server.spoil(on('data', 1, { kind: 'break' }));
    const log = (event: string, details?: object) => void told.push(event + JSON.stringify(details));
    await withStore({ ...(await release('1', { a: 5 })), endpoint, log }, async () => {});
    expect(new Set(server.seen.map(({ headers }) => headers.authorization))).toEqual(new Set([header]));
    expect(told.join('\n')).not.toMatch(/p:w|t0k3n|Basic|Bearer/);
  });

  it('passes large answers on in parts', async () => {
    await withStore(await release('1', { a: 30_000 }, 'a word that makes it longer'), async (store) => {
      const answer = await store.answer(question('SELECT * { ?s ?p ?o }'));
      if (answer.kind !== 'answered' || typeof answer.body === 'string') throw new Error('not in parts');
      expect(store.figures().busy).toBe(1);
      let lines = 0;
      for await (const part of answer.body)
        lines += Buffer.from(part).toString('latin1').split('\n').length - 1;
      expect(lines).toBe(30_001);
      expect(store.figures().busy).toBe(0);
    });
  }, 120_000);

  it.each([
    ['is cut', { kind: 'cut', after: 3 }, { kind: 'failed' }],
    ['has another media type', { kind: 'type', contentType: 'text/html' }, { kind: 'failed' }],
    ['never comes', { kind: 'silence' }, { kind: 'timed-out', limitMilliseconds: 800 }],
    ['is a refusal of credentials', { kind: 'status', status: 401 }, { kind: 'failed' }],
    [
      'is a redirect',
      { kind: 'status', status: 307, headers: { location: 'http://127.0.0.1:1/' } },
      { kind: 'failed' },
    ],
    [
      'asks to come back',
      { kind: 'status', status: 503, headers: { 'retry-after': '7' } },
      { kind: 'overloaded', retryAfterSeconds: 7 },
    ],
    [
      'is a timeout of the server',
      { kind: 'status', status: 503, text: 'Query timed out' },
      { kind: 'timed-out', limitMilliseconds: 800 },
    ],
    [
      'is cut at a limit of the server',
      { kind: 'headers', headers: { 'x-sparql-maxrows': '3' } },
      { kind: 'too-large', unit: 'rows', limit: 3 },
    ],
    [
      'is cut by a timeout of the server',
      { kind: 'headers', headers: { 'x-sql-state': 'S1TAT' } },
      { kind: 'timed-out', limitMilliseconds: 800 },
    ],
    [
      'tells of a mistake, in the lines of the query',
      { kind: 'status', status: 400, text: 'Lexical error at line 3, column 5' },
      { kind: 'malformed', reason: 'Lexical error at line 2, column 5' },
    ],
    [
      'has too many rows',
      { kind: 'flood', chunk: 'x\r\n', chunks: 12 },
      { kind: 'too-large', unit: 'rows', limit: 10 },
    ],
    [
      'has too many bytes',
      { kind: 'flood', chunk: 'x'.repeat(600), chunks: 9 },
      { kind: 'too-large', unit: 'bytes', limit: 5000 },
    ],
  ] as const)('says what an answer means that %s', async (_, mischief, outcome) => {
    const limits = { ...LIMITS, milliseconds: 800, resultBytes: 5000, resultRows: 10 };
    await withStore({ ...(await release('1', { a: 5 })), limits }, async (store) => {
      server.spoil(queries(mischief as Mischief));
      expect(await store.answer(question(COUNT))).toMatchObject(outcome);
      expect(store.figures().busy).toBe(0);
      server.spoil(() => undefined);
      expect(await store.answer(question(COUNT))).toEqual(answered('n\r\n5\r\n'));
    });
  });

  it.each([
    ['application/sparql-results+json', '{"head":{},"boolean":true}'],
    ['application/sparql-results+xml', /<boolean>true<\/boolean>/],
    ['text/csv', 'true'],
    ['text/tab-separated-values', 'true'],
  ])('writes the answer to ASK as %s, whatever the server calls it', async (mediaType, body) => {
    await withStore(await release('1', { a: 5 }), async (store) => {
      const asked = question('ASK { ?s ?p ?o }', { mediaType });
      const matching = typeof body === 'string' ? body : expect.stringMatching(body);
      expect(await store.answer(asked)).toMatchObject({ kind: 'answered', mediaType, body: matching });
      const table =
        '{"head":{"vars":["__ASK_RETVAL"]},"results":{"bindings":[{"__ASK_RETVAL":{"value":"1"}}]}}';
      server.spoil(({ operation }) => (operation === 'query' ? { kind: 'text', text: table } : undefined));
      expect(await store.answer(asked)).toMatchObject({ kind: 'answered', mediaType, body: matching });
      server.spoil(({ operation }) => (operation === 'query' ? { kind: 'text', text: '{}' } : undefined));
      expect(await store.answer(asked)).toMatchObject({ kind: 'failed' });
    });
  });

  it('does not take quoted values between tabs for TSV of SPARQL', async () => {
    await withStore(await release('1', { a: 5 }), async (store) => {
      server.spoil(queries({ kind: 'text', text: '"s"\n"é"\n' }));
      const asked = question('SELECT ?s { ?s ?p ?o }', { mediaType: 'text/tab-separated-values' });
      expect(await store.answer(asked)).toMatchObject({ kind: 'failed' });
    });
  });

  it.each([
    ['rows', { kind: 'flood', chunk: 'x\r\n'.repeat(10_000), chunks: 1000 }],
    ['bytes', { kind: 'flood', chunk: 'x'.repeat(100_000), chunks: 1000 }],
  ] as const)('breaks an answer off that is found too large later (%s)', async (unit, mischief) => {
    const limits = { ...LIMITS, resultRows: 600_000, resultBytes: 20_000_000 };
    await withStore({ ...(await release('1', { a: 5 })), limits }, async (store) => {
      server.spoil(queries(mischief));
      const answer = await store.answer(question(COUNT));
      if (answer.kind !== 'answered' || typeof answer.body === 'string') throw new Error('not in parts');
      const { body } = answer;
      await expect(async () => {
        for await (const _part of body);
      }).rejects.toThrow(unit);
      expect(store.figures().busy).toBe(0);
    });
  });

  it('closes the connection when the asker leaves, and when a reader of parts stops', async () => {
    await withStore(await release('1', { a: 5 }), async (store) => {
      server.spoil(queries({ kind: 'silence' }));
      const asker = new AbortController();
      setTimeout(() => asker.abort(), 100);
      expect(await store.answer(question(COUNT, { signal: asker.signal }))).toEqual({ kind: 'abandoned' });
      server.spoil(queries({ kind: 'flood', chunk: 'x'.repeat(100_000), chunks: 1000 }));
      const answer = await store.answer(question(COUNT));
      if (answer.kind !== 'answered' || typeof answer.body === 'string') throw new Error('not in parts');
      for await (const _part of answer.body) break;
      for (let tries = 0; server.abandoned() < 2 && tries < 100; tries += 1) await sleep(20);
      expect(server.abandoned()).toBe(2);
      expect(store.figures().busy).toBe(0);
    });
  });

  it('asks a bounded number of queries at once; others wait in a bounded line', async () => {
    await withStore({ ...(await release('1', { a: 5 })), places: 1 }, async (store) => {
      server.spoil(queries({ kind: 'silence' }));
      const leaving = new AbortController();
      const first = store.answer(question(COUNT, { signal: leaving.signal }));
      const waiting = [store.answer(question(COUNT)), store.answer(question(COUNT))];
      expect(await store.answer(question(COUNT))).toMatchObject({ kind: 'overloaded' });
      expect(store.figures()).toMatchObject({ workers: 1, busy: 1, waiting: 2 });
      server.spoil(() => undefined);
      leaving.abort();
      expect(await first).toEqual({ kind: 'abandoned' });
      for (const answer of await Promise.all(waiting)) expect(answer).toEqual(answered('n\r\n5\r\n'));
    });
  });
});

describe('Loading a release into a server', () => {
  it.each([
    ['the Graph Store Protocol', () => ({})],
    ['updates', NO_ADDRESS],
  ])('by %s keeps every statement as it is written', async (_, how) => {
    const one = await release('1', { a: 95 });
    await withStore({ ...one, ...how() }, async () => {});
    const [quad] = server.store.match(namedNode(`${BASE}id/a/7`));
    expect(quad?.object.value).toBe('é "7" \u0001 \\u0022');
    expect(graphNames()).toEqual([graph('a'), expect.stringMatching(/^urn:cimaise:loaded:/)]);
    expect(await readdir(join(folder, 'journal'))).toEqual([]);
  });

  it('sends only what has changed, and drops what is no more', async () => {
    await withStore(await release('1', { a: 50, b: 50, c: 5 }), async () => {});
    const before = requests('data');
    await withStore(await release('2', { a: 50, b: 51 }), async (store) => {
      expect(requests('data') - before).toBe(2);
      expect(await store.answer(question(COUNT))).toEqual(answered('n\r\n101\r\n'));
    });
    expect(graphNames()).toEqual([graph('a'), graph('b'), expect.stringMatching(/^urn:cimaise:loaded:/)]);
    await withStore(await release('2', { a: 50, b: 51 }), async () => {});
    expect(requests('data') - before).toBe(2);
  });

  it('sends a graph again that somebody else has changed on the server', async () => {
    await withStore(await release('1', { a: 50 }), async () => {});
    server.store.update(`DELETE WHERE { GRAPH <${graph('a')}> { <${BASE}id/a/3> ?p ?o } }`);
    await withStore(await release('1', { a: 50 }), async (store) => {
      expect(await store.answer(question(COUNT))).toEqual(answered('n\r\n50\r\n'));
    });
  });

  it('keeps the release before in place, whole, until the next is there', async () => {
    await withStore(await release('1', { a: 50 }), async (store) => {
      server.spoil(on('data', 5, { kind: 'status', status: 400, text: 'no' }));
      const fault = await faultOf(await release('2', { a: 300 }));
      expect(fault.explanation.fr).toContain('400');
      expect(await store.answer(question(COUNT))).toEqual(answered('n\r\n50\r\n'));
    });
  });

  it('goes on where it was interrupted', async () => {
    server.spoil(on('data', 7, { kind: 'status', status: 400 }));
    await faultOf(await release('1', { a: 300 }));
    server.spoil(() => undefined);
    await withStore(await release('1', { a: 300 }), async (store) => {
      expect(await store.answer(question(COUNT))).toEqual(answered('n\r\n300\r\n'));
    });
    expect(requests('data')).toBe(7 + 4);
  });

  it('begins again when the server has lost what the journal says', async () => {
    server.spoil(on('data', 7, { kind: 'status', status: 400 }));
    await faultOf(await release('1', { a: 300 }));
    server.spoil(() => undefined);
    server.store.update('DROP ALL');
    await withStore(await release('1', { a: 300 }), async (store) => {
      expect(await store.answer(question(COUNT))).toEqual(answered('n\r\n300\r\n'));
    });
  });

  it('leaves nothing in staging of a release that was never finished', async () => {
    server.spoil(on('data', 3, { kind: 'status', status: 400 }));
    await faultOf(await release('1', { a: 300 }));
    server.spoil(() => undefined);
    await withStore(await release('2', { a: 20 }), async () => {});
    expect(graphNames()).toEqual([graph('a'), expect.stringMatching(/^urn:cimaise:loaded:/)]);
  });

  it.each([
    ['a broken connection', 'data', { kind: 'break' }],
    ['a part whose answer is lost', 'data', { kind: 'done-then-break' }],
    ['a server that is busy', 'data', { kind: 'status', status: 503 }],
    ['a lost answer to the switch', 'update', { kind: 'done-then-break' }],
    ['a switch that was not done', 'update', { kind: 'break' }],
  ] as const)('survives %s', async (_, operation, mischief) => {
    server.spoil(on(operation, 2, mischief));
    await withStore(await release('1', { a: 100 }), async (store) => {
      expect(await store.answer(question(COUNT))).toEqual(answered('n\r\n100\r\n'));
    });
  });

  it('tells graph and counts when the server counts otherwise', async () => {
    const one = await release('1', { a: 100 });
    const fault = await faultOf({ ...one, graphs: [{ iri: graph('a'), statements: 101 }] });
    expect(fault.explanation.fr).toMatch(/dataset\/a.* 100 .*101/);
  });

  it.each([
    ['credentials', { kind: 'status', status: 401 }, /CIMAISE_ENDPOINT_USER/],
    ['rights', { kind: 'status', status: 403 }, /CIMAISE_ENDPOINT_TOKEN/],
    ['an address', { kind: 'status', status: 404 }, /CIMAISE_ENDPOINT_QUERY/],
    ['the final address', { kind: 'status', status: 302, headers: { location: '/x' } }, /redirections/],
    ['an endpoint, not a page', { kind: 'type', contentType: 'text/html' }, /protocole SPARQL/],
    ['a server that is up', { kind: 'break' }, /Démarrez-le/],
  ] as const)('asks for %s', async (_, mischief, remedy) => {
    server.spoil(({ operation }) => (operation === 'query' ? (mischief as Mischief) : undefined));
    const fault = await faultOf(await release('1', { a: 5 }));
    expect(fault.remedy.fr).toMatch(remedy);
    expect(fault.explanation.fr).toContain('127.0.0.1');
  });

  it('refuses a dump that holds statements of another graph', async () => {
    const dump = join(folder, 'foreign.nq.gz');
    await writeFile(
      dump,
      gzipSync(`<urn:a> <urn:b> "c" <${graph('a')}> .\n<urn:a> <urn:b> "c" <${graph('b')}> .\n`),
    );
    const fault = await faultOf({ dumps: [dump], graphs: [{ iri: graph('a'), statements: 2 }] });
    expect(fault.explanation.fr).toContain(dump);
  });

  it('is given up when the store is closed', async () => {
    server.spoil(({ operation }) => (operation === 'data' ? { kind: 'silence' } : undefined));
    const store = opened(await release('1', { a: 100 }));
    const failure = store.ready().catch((error: unknown) => error);
    await sleep(200);
    await store.close();
    expect(await failure).toBeInstanceOf(Error);
    expect(await store.answer(question(COUNT))).toMatchObject({ kind: 'failed' });
  });
});
