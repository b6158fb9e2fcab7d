import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QuadStore, SparqlAnswer, SparqlQuestion } from '../../src/model/index.ts';
import { graphFilesOf } from '../../src/release/index.ts';
import { parseQuery } from '../../src/sparql/index.ts';
import {
  createEndpointStore,
  createOxigraphStore,
  type EndpointStoreOptions,
} from '../../src/store/index.ts';
import { releaseShipped, type Shipped } from '../declared/shipped.ts';
import { type Fuseki, startFuseki, WITHOUT_FUSEKI } from './fuseki.ts';

const BASE = 'http://localhost:3000/';
const LIMITS = { milliseconds: 60_000, resultBytes: 50_000_000, resultRows: 1_000_000, queue: 64 };
const JSON_RESULTS = 'application/sparql-results+json';

let folder: string;
let fuseki: Fuseki;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cimaise-fuseki-dumps-'));
  if (!WITHOUT_FUSEKI) fuseki = await startFuseki();
}, 120_000);

afterAll(async () => {
  await fuseki?.close();
  await rm(folder, { recursive: true });
});

/** A release of two graphs in which every value has one word. */
async function worded(word: string, sizes: readonly number[]): Promise<Partial<EndpointStoreOptions>> {
  const graphs = sizes.map((statements, i) => ({ iri: `${BASE}dataset/${i}`, statements }));
  const dumps = await Promise.all(
    graphs.map(async ({ iri, statements }, i) => {
      const dump = join(folder, `${word}-${i}.nq.gz`);
      const line = (n: number) =>
        `<${BASE}id/${i}/${n}> <${BASE}p> "${word} \\"${n}\\" \\\\ é\\n" <${iri}> .\n`;
      await writeFile(dump, gzipSync(Array.from({ length: statements }, (_, n) => line(n)).join('')));
      return dump;
    }),
  );
  return { release: word, dumps, graphs };
}

const opened = (more: Partial<EndpointStoreOptions>): QuadStore =>
  createEndpointStore({
    endpoint: { ...fuseki.addresses, user: undefined, password: undefined, token: undefined },
    dumps: [],
    graphs: [],
    release: '1',
    base: BASE,
    folder: join(folder, 'journal'),
    limits: LIMITS,
    ...more,
  });

function question(text: string, mediaType = JSON_RESULTS): SparqlQuestion {
  const parsed = parseQuery(text, { base: BASE });
  if (parsed.kind !== 'parsed') throw new Error(parsed.kind);
  return { text, kind: parsed.queryKind, hasDataset: parsed.hasDataset, mediaType };
}

function bodyOf(answer: SparqlAnswer): string {
  if (answer.kind === 'answered' && typeof answer.body === 'string') return answer.body;
  throw new Error(JSON.stringify(answer).slice(0, 2000));
}

const WORDS = 'SELECT ?w (COUNT(*) AS ?n) { ?s ?p ?o BIND(STRBEFORE(?o, " ") AS ?w) } GROUP BY ?w';
const words = async (store: QuadStore): Promise<string> =>
  bodyOf(await store.answer(question(WORDS, 'text/csv'))).trim();

const described = WITHOUT_FUSEKI ? describe.skip : describe;

described(`Apache Jena Fuseki${WITHOUT_FUSEKI ? ` (skipped: ${WITHOUT_FUSEKI})` : ''}`, () => {
  it.each([
    ['the Graph Store Protocol', (): Partial<EndpointStoreOptions> => ({})],
    [
      'updates',
      (): Partial<EndpointStoreOptions> => ({
        endpoint: {
          ...fuseki.addresses,
          data: undefined,
          user: undefined,
          password: undefined,
          token: undefined,
        },
      }),
    ],
  ])(
    'is loaded by %s',
    async (how, more) => {
      const word = how.replaceAll(' ', '-');
      const store = opened({ ...(await worded(word, [2500, 700])), ...more() });
      try {
        await store.ready();
        expect(store.size()).toBe(3200);
        expect(await words(store)).toBe(`w,n\r\n${word},3200`);
        const value = question('SELECT ?o { <id/0/7> <p> ?o }', 'text/tab-separated-values');
        expect(bodyOf(await store.answer(value))).toBe(`?o\n"${word} \\"7\\" \\\\ é\\n"\n`);
      } finally {
        await store.close();
      }
    },
    120_000,
  );

  it('shows one release or the next while they change, never none and never both', async () => {
    const before = opened(await worded('before', [8000, 500]));
    await before.ready();
    const seen = new Map<string, number>();
    let isOver = false;
    const reading = (async () => {
      while (!isOver) {
        const found = await words(before);
        seen.set(found, (seen.get(found) ?? 0) + 1);
      }
    })();
    const after = opened({
      ...(await worded('after', [500, 9000])),
      bounds: { statements: 2000, units: 1 << 20 },
    });
    await after.ready();
    expect(await words(after)).toBe('w,n\r\nafter,9500');
    isOver = true;
    await reading;
    expect([...seen.keys()].sort()).toEqual(['w,n\r\nafter,9500', 'w,n\r\nbefore,8500']);
    await before.close();
    await after.close();
  }, 240_000);

  it('goes on with a load during which it was killed', async () => {
    const bounds = { statements: 500, units: 1 << 20 };
    const { graphs = [], ...rest } = await worded('killed', [15_000]);
    const parts: unknown[] = [];
    let crash: Promise<void> | undefined;
    const log = (event: string, details?: object) => {
      if (event !== 'endpoint loading') return;
      parts.push(details);
      if (parts.length === 10) crash = fuseki.crash();
    };
    const store = opened({ ...rest, graphs, bounds, log, pauseMilliseconds: 1000 });
    await store.ready();
    await crash;
    expect(parts).toHaveLength(30);
    expect(await words(store)).toBe('w,n\r\nkilled,15000');
    await store.close();
  }, 240_000);

  describe('with the shipped data', () => {
    let shipped: Shipped;
    let remote: QuadStore;
    let local: QuadStore;

    beforeAll(async () => {
      shipped = await releaseShipped();
      const { graphs } = shipped.manifest;
      const dumps = graphFilesOf(shipped.manifest).map(({ path }) => join(shipped.folder, path));
      local = createOxigraphStore({ dumps, base: BASE, limits: LIMITS });
      remote = opened({ dumps, graphs, release: 'shipped' });
      await Promise.all([local.ready(), remote.ready()]);
    }, 240_000);

    afterAll(async () => {
      await Promise.all([local.close(), remote.close()]);
      await shipped.remove();
    });

    it('answers the example queries as the embedded store does, those with GeoSPARQL functions or SERVICE excepted', async () => {
      const queries = shipped.project.queries.filter(({ text }) => !/\b(geof:|SERVICE)/.test(text));
      expect(queries.length).toBeGreaterThan(shipped.project.queries.length / 2);
      const differing: string[] = [];
      for (const { name, text } of queries) {
        const [here, there] = await Promise.all([
          local.answer(question(text)),
          remote.answer(question(text)),
        ]);
        const isSame = JSON.stringify(rowsOf(here, text)) === JSON.stringify(rowsOf(there, text));
        if (!isSame) differing.push(name);
      }
      expect(differing).toEqual([]);
    }, 240_000);

    it.each([
      ['ASK { ?s ?p ?o }', JSON_RESULTS, /"boolean" ?: ?true/],
      ['ASK { ?s ?p ?o }', 'application/sparql-results+xml', /<boolean>true<\/boolean>/],
      ['SELECT ?s { ?s ?p ?o } LIMIT 1', 'application/sparql-results+xml', /<uri>/],
      ['SELECT ?s { ?s ?p ?o } LIMIT 1', 'text/csv', /^s\r\nhttp/],
      ['SELECT ?s { ?s ?p ?o } LIMIT 1', 'text/tab-separated-values', /^\?s\n<http/],
      ['CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 1', 'application/n-triples', /^<http.* \.\n$/s],
      ['DESCRIBE ?s { ?s ?p ?o } LIMIT 1', 'application/n-triples', /^<http.* \.\n$/s],
    ])('answers %s as %s', async (text, mediaType, body) => {
      expect(bodyOf(await remote.answer(question(text, mediaType)))).toMatch(body);
    });
  });
});

interface Results {
  readonly head: { readonly vars: readonly string[] };
  readonly results: { readonly bindings: readonly Readonly<Record<string, Term>>[] };
}

interface Term {
  readonly type: string;
  readonly value: string;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}

/** Rows to compare: sorted, numbers by value; of a query with LIMIT only how many, since ties fall as they like. */
function rowsOf(answer: SparqlAnswer, text: string): unknown {
  const { head, results } = JSON.parse(bodyOf(answer)) as Results;
  const show = /\bGROUP_CONCAT\b/i.test(text) ? unordered : shown;
  const rows = results.bindings.map((row) => head.vars.map((name) => show(row[name])).join(' | ')).sort();
  return /\bLIMIT\b/i.test(text) ? [head.vars, rows.length] : [head.vars, rows];
}

function shown(term: Term | undefined): string {
  if (term === undefined) return '';
  const { value, datatype = '', type } = term;
  const isNumber = /#(decimal|double|float|integer)$/.test(datatype);
  return isNumber
    ? Number(value).toPrecision(9)
    : `${type} ${value} ${term['xml:lang']?.toLowerCase() ?? datatype}`;
}

/** GROUP_CONCAT has no order, and its language is open: the characters of every value, sorted. */
const unordered = (term: Term | undefined): string => [...(term?.value ?? '')].sort().join('');
