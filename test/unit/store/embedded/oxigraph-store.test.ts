import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Fault, type QuadStore, type SparqlQuestion } from '../../../../src/model/index.ts';
import { parseQuery } from '../../../../src/sparql/index.ts';
import { createOxigraphStore } from '../../../../src/store/index.ts';

const BASE = 'http://localhost:3000/';
const LIMITS = { milliseconds: 20_000, resultBytes: 100_000, resultRows: 1000, queue: 8 };
/** Hundreds of millions of solutions: never done within a test's limit. */
const ENDLESS = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }';

let folder: string;
let dump: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cimaise-store-'));
  dump = join(folder, 'a.nq.gz');
  const lines = Array.from(
    { length: 1000 },
    (_, i) => `<${BASE}id/${i}> <${BASE}p> "é${i}" <${BASE}g/${i % 2}> .\n`,
  );
  await writeFile(dump, gzipSync(lines.join('')));
});

afterAll(() => rm(folder, { recursive: true }));

function question(text: string, more: Partial<SparqlQuestion> = {}): SparqlQuestion {
  const parsed = parseQuery(text, { base: BASE });
  if (parsed.kind !== 'parsed') throw new Error(parsed.kind);
  const { queryKind: kind, hasDataset, limitPlace } = parsed;
  return { text, kind, hasDataset, mediaType: 'text/csv', ...(limitPlace && { limitPlace }), ...more };
}

async function withStore(
  options: Partial<Parameters<typeof createOxigraphStore>[0]>,
  use: (store: QuadStore) => Promise<void>,
): Promise<void> {
  const store = createOxigraphStore({ dumps: [dump], base: BASE, limits: LIMITS, workers: 1, ...options });
  try {
    await store.ready();
    await use(store);
  } finally {
    await store.close();
  }
}

/** Asks until a worker is there: how long one takes to load is the machine's affair. */
async function answeredAtLast(store: QuadStore, text: string): Promise<unknown> {
  const answer = await store.answer(question(text));
  return answer.kind === 'overloaded' ? answeredAtLast(store, text) : answer;
}

const COUNT = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }';
const answered = (body: string) => expect.objectContaining({ kind: 'answered', body });

describe('An Oxigraph store', () => {
  let store: QuadStore;
  beforeAll(async () => {
    store = createOxigraphStore({ dumps: [dump], base: BASE, limits: LIMITS });
    await store.ready();
  });
  afterAll(() => store.close());

  it('knows its size once it is ready', () => {
    expect(store.isReady()).toBe(true);
    expect(store.size()).toBe(1000);
  });

  it.each([
    ['union of all graphs without a dataset', COUNT, {}, 'n\r\n1000\r\n'],
    ['graphs of FROM', `SELECT (COUNT(*) AS ?n) FROM <${BASE}g/1> { ?s ?p ?o }`, {}, 'n\r\n500\r\n'],
    [
      'nothing when only FROM NAMED is given',
      `SELECT (COUNT(*) AS ?n) FROM NAMED <${BASE}g/1> { ?s ?p ?o }`,
      {},
      'n\r\n0\r\n',
    ],
    ['graphs of the protocol', COUNT, { defaultGraphs: [`${BASE}g/0`], namedGraphs: [] }, 'n\r\n500\r\n'],
    [
      'graphs of the protocol over those of FROM',
      `SELECT (COUNT(*) AS ?n) FROM <${BASE}none> { ?s ?p ?o }`,
      { defaultGraphs: [`${BASE}g/0`], namedGraphs: [] },
      'n\r\n500\r\n',
    ],
    ['empty for an unknown graph', COUNT, { defaultGraphs: [`${BASE}none`], namedGraphs: [] }, 'n\r\n0\r\n'],
    [
      'empty when only named graphs are given',
      COUNT,
      { defaultGraphs: [], namedGraphs: [`${BASE}g/0`] },
      'n\r\n0\r\n',
    ],
    [
      'none of the named graphs left out',
      'SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }',
      { defaultGraphs: [], namedGraphs: [`${BASE}g/0`] },
      'n\r\n1\r\n',
    ],
  ])('has as default graph the %s', async (_name, text, dataset, body) => {
    expect(await store.answer(question(text, dataset))).toEqual(answered(body));
  });

  it('resolves relative IRIs against the base', async () => {
    expect(await store.answer(question('SELECT ?o { <id/7> <p> ?o }'))).toEqual(answered('o\r\né7\r\n'));
  });

  it.each([
    ['SELECT ?o { <id/7> ?p ?o }', 'application/sparql-results+json', /^{"head":{"vars":\["o"\]}/],
    ['SELECT ?o { <id/7> ?p ?o }', 'application/sparql-results+xml', /<variable name="o"\/>/],
    ['SELECT ?o { <id/7> ?p ?o }', 'text/tab-separated-values', /^\?o\n"é7"\n$/],
    ['ASK {}', 'application/sparql-results+json', /"boolean":true/],
    ['DESCRIBE <id/7>', 'application/n-triples', /^<http:\/\/localhost:3000\/id\/7> .* "é7" \.\n$/],
  ])('writes %j as %s', async (text, mediaType, body) => {
    const answer = await store.answer(question(text, { mediaType }));
    expect(answer).toMatchObject({ kind: 'answered', mediaType, body: expect.stringMatching(body) });
  });

  it('refuses what only the store knows to be wrong', async () => {
    const answer = await store.answer(question('SELECT (<http://x/f>(1) AS ?x) {}'));
    expect(answer).toEqual({ kind: 'malformed', reason: expect.stringContaining('http://x/f') });
  });

  it('refuses an answer over the limit instead of cutting it', async () => {
    const answer = await store.answer(
      question('SELECT * { ?s ?p ?o . ?s ?q ?o2 . BIND(CONCAT(STR(?s), STR(?o), STR(?p), STR(?q)) AS ?x) }'),
    );
    expect(answer).toEqual({ kind: 'too-large', unit: 'bytes', limit: LIMITS.resultBytes });
  });

  describe.each([
    'application/sparql-results+json',
    'application/sparql-results+xml',
    'text/csv',
    'text/tab-separated-values',
  ])('with a most of 10 rows, in %s', (mediaType) => {
    let bounded: QuadStore;
    beforeAll(async () => {
      bounded = createOxigraphStore({
        dumps: [dump],
        base: BASE,
        limits: { ...LIMITS, resultRows: 10 },
        workers: 1,
      });
      await bounded.ready();
    });
    afterAll(() => bounded.close());

    it.each([
      ['SELECT ?s { ?s ?p ?o } LIMIT 10', 'answered'],
      ['SELECT ?none { ?s ?p ?o } LIMIT 10', 'answered'],
      ['SELECT ?s { ?s ?p ?o } LIMIT 11', 'too-large'],
      ['SELECT ?s { ?s ?p ?o } LIMIT 1000', 'too-large'],
      ['SELECT ?s { ?s ?p ?o } ORDER BY ?o # LIMIT 2', 'too-large'],
      ['SELECT ?none { ?s ?p ?o }', 'too-large'],
      ['SELECT ?s { ?s ?p ?o } OFFSET 990', 'answered'],
      ['SELECT ?s { ?s ?p ?o } VALUES ?s { <id/1> <id/2> }', 'answered'],
      ['ASK {}', 'answered'],
    ])('%j is %s', async (text, kind) => {
      const answer = await bounded.answer(question(text, { mediaType }));
      expect(answer).toMatchObject(kind === 'answered' ? { kind } : { kind, unit: 'rows', limit: 10 });
    });

    it('millions of millions of rows are refused at once: no more are made than are needed to know', async () => {
      const text = 'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }';
      expect(await bounded.answer(question(text, { mediaType }))).toMatchObject({ unit: 'rows' });
    });
  });

  it.each(['CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 101', 'DESCRIBE ?s { ?s ?p ?o } LIMIT 101'])(
    'refuses more statements than it may answer: %s',
    async (text) => {
      const limits = { ...LIMITS, resultRows: 100 };
      await withStore({ limits }, async (few) => {
        const mediaType = 'application/n-triples';
        expect(await few.answer(question(text, { mediaType }))).toEqual({
          kind: 'too-large',
          unit: 'rows',
          limit: 100,
        });
        const fewer = text.replace('101', '100');
        expect(await few.answer(question(fewer, { mediaType }))).toMatchObject({ kind: 'answered' });
      });
    },
  );

  it('answers nobody who has already left', async () => {
    expect(await store.answer(question(COUNT, { signal: AbortSignal.abort() }))).toEqual({
      kind: 'abandoned',
    });
  });
});

describe('A store under strain', () => {
  it('stops a query at its deadline, and the next one is answered', () =>
    withStore({ limits: { ...LIMITS, milliseconds: 400 }, workers: 2 }, async (store) => {
      expect(await store.answer(question(ENDLESS))).toEqual({ kind: 'timed-out', limitMilliseconds: 400 });
      expect(await store.answer(question(COUNT))).toEqual(answered('n\r\n1000\r\n'));
    }));

  it('replaces its only worker after a deadline, and stays ready meanwhile', () =>
    withStore({ limits: { ...LIMITS, milliseconds: 2000 } }, async (store) => {
      await store.answer(question(ENDLESS));
      expect(store.isReady()).toBe(true);
      expect(await answeredAtLast(store, COUNT)).toEqual(answered('n\r\n1000\r\n'));
    }));

  it('stays ready when every asker has left: the next query waits for a worker', () =>
    withStore({ workers: 2 }, async (store) => {
      const leaving = new AbortController();
      const left = [1, 2].map(() => store.answer(question(ENDLESS, { signal: leaving.signal })));
      leaving.abort();
      expect(await Promise.all(left)).toEqual([{ kind: 'abandoned' }, { kind: 'abandoned' }]);
      const next = store.answer(question(COUNT));
      expect(store.isReady()).toBe(true);
      expect(await next).toEqual(answered('n\r\n1000\r\n'));
    }));

  it('keeps a worker free of slow queries, and those that are too many wait', () =>
    withStore({ workers: 2, limits: { ...LIMITS, slowMilliseconds: 100 } }, async (store) => {
      const leaving = new AbortController();
      const slow = [1, 2].map(() => store.answer(question(ENDLESS, { signal: leaving.signal })));
      // The second was stopped and waits, the third does not begin.
      const third = store.answer(question(ENDLESS, { signal: leaving.signal }));
      expect(await answeredAtLast(store, COUNT)).toEqual(answered('n\r\n1000\r\n'));
      while (store.figures().waiting < 2) await sleep(20);
      expect(store.figures()).toMatchObject({ workers: 2, slow: 1, waiting: 2 });
      leaving.abort();
      expect(await Promise.all([...slow, third])).toEqual(Array(3).fill({ kind: 'abandoned' }));
    }));

  it('serves the latest comer while slow queries of many kinds wait', () =>
    withStore({ workers: 2 }, async (store) => {
      const leaving = new AbortController();
      const ended: string[] = [];
      const noted = async (text: string) =>
        ended.push((await store.answer(question(text, { signal: leaving.signal }))).kind);
      const slow = [1, 2, 3, 4].map((kind) => noted(`${ENDLESS} # ${kind}`));
      await noted(COUNT);
      expect(ended.filter((kind) => kind !== 'answered').length).toBeLessThanOrEqual(1);
      leaving.abort();
      await Promise.all(slow);
    }));

  it('lets a slow query have its only worker', () =>
    withStore({ limits: { ...LIMITS, milliseconds: 400, slowMilliseconds: 10 } }, async (store) => {
      expect(await store.answer(question(ENDLESS))).toMatchObject({ kind: 'timed-out' });
    }));

  it('tells who waits that it is overloaded before the limit of a query', () =>
    withStore({ limits: { ...LIMITS, milliseconds: 600 } }, async (store) => {
      const ended: string[] = [];
      const noted = async (text: string) => ended.push((await store.answer(question(text))).kind);
      await Promise.all([noted(ENDLESS), noted(COUNT)]);
      expect(ended).toEqual(['overloaded', 'timed-out']);
    }));

  it('stops a query whose asker leaves', () =>
    withStore({}, async (store) => {
      const leaving = new AbortController();
      const left = store.answer(question(ENDLESS, { signal: leaving.signal }));
      const next = store.answer(question(COUNT));
      leaving.abort();
      expect(await left).toEqual({ kind: 'abandoned' });
      expect(await next).toEqual(answered('n\r\n1000\r\n'));
    }));

  it('keeps a worker whose query ends soon after its asker left', async () => {
    const events: string[] = [];
    const limits = { ...LIMITS, graceMilliseconds: 30_000 };
    await withStore({ limits, log: (event) => events.push(event) }, async (store) => {
      const leaving = new AbortController();
      const left = store.answer(question(COUNT, { signal: leaving.signal }));
      leaving.abort();
      await left;
      expect(await store.answer(question(COUNT))).toEqual(answered('n\r\n1000\r\n'));
    });
    expect(events).toEqual([]);
  });

  it('refuses more than may wait, and those who wait and leave make room', () =>
    withStore({ limits: { ...LIMITS, queue: 1 } }, async (store) => {
      const [running, waiting] = [new AbortController(), new AbortController()];
      const first = store.answer(question(ENDLESS, { signal: running.signal }));
      const second = store.answer(question(COUNT, { signal: waiting.signal }));
      expect(await store.answer(question(COUNT))).toEqual({ kind: 'overloaded', retryAfterSeconds: 20 });
      waiting.abort();
      expect(await second).toEqual({ kind: 'abandoned' });
      const third = store.answer(question(COUNT));
      running.abort();
      expect(await first).toEqual({ kind: 'abandoned' });
      expect(await third).toEqual(answered('n\r\n1000\r\n'));
    }));

  it('survives a query that traps its instance', () =>
    withStore({}, async (store) => {
      const text = `ASK ${'{'.repeat(20_000)}${'}'.repeat(20_000)}`;
      const answer = await store.answer({ text, kind: 'ask', mediaType: 'text/csv', hasDataset: false });
      expect(answer).toMatchObject({ kind: 'failed' });
      expect(await store.answer(question(COUNT))).toEqual(answered('n\r\n1000\r\n'));
    }));

  it('replaces a worker whose memory a query has made grow far', async () => {
    const whys: unknown[] = [];
    const log = (_event: string, details?: Readonly<Record<string, unknown>>) =>
      void whys.push(details?.['why']);
    await withStore({ workers: 2, log }, async (store) => {
      while (store.figures().busy > 0) await sleep(20);
      // A text of 16 characters is written sixteen times over, six times: 256 million characters.
      const times = (from: string, to: string) =>
        `BIND(CONCAT(${Array(16).fill(`?${from}`).join()}) AS ?${to})`;
      const steps = [...'abcdef'].map((name, at) => times(name, 'bcdefg'[at] ?? ''));
      const text = `SELECT (STRLEN(?g) AS ?n) { BIND("0123456789abcdef" AS ?a) ${steps.join(' ')} }`;
      expect(await store.answer(question(text))).toEqual(answered(`n\r\n${16 ** 7}\r\n`));
      expect(whys).toEqual(['memory grown']);
      expect(await store.answer(question(COUNT))).toEqual(answered('n\r\n1000\r\n'));
    });
  });

  it('sends everybody away when it closes', async () => {
    const store = createOxigraphStore({ dumps: [dump], base: BASE, limits: LIMITS, workers: 1 });
    await store.ready();
    const running = store.answer(question(ENDLESS));
    const waiting = store.answer(question(COUNT));
    await store.close();
    expect(await running).toMatchObject({ kind: 'failed' });
    expect(await waiting).toEqual({ kind: 'abandoned' });
    expect(await store.answer(question(COUNT))).toMatchObject({ kind: 'failed' });
    expect(store.isReady()).toBe(false);
  });
});

describe('A dump', () => {
  const loading = async (file: string): Promise<unknown> => {
    const store = createOxigraphStore({ dumps: [file], base: BASE, limits: LIMITS });
    const outcome = await store.ready().catch((error) => error);
    await store.close();
    return outcome;
  };

  it.each([
    ['that is missing', 'missing.nq.gz', undefined],
    ['that is no gzip', 'plain.nq.gz', Buffer.from('<a> <b> <c> .\n')],
    ['that is cut', 'cut.nq.gz', gzipSync(`<${BASE}a> <${BASE}b> "c" .\n`.repeat(500)).subarray(0, 40)],
    ['that is no N-Quads', 'turtle.nq.gz', gzipSync('@prefix a: <http://a/> . a:b a a:c .\n')],
  ])('%s is a fault that names the file', async (_name, name, content) => {
    const file = join(folder, name);
    if (content) await writeFile(file, content);
    const outcome = await loading(file);
    expect(outcome).toBeInstanceOf(Fault);
    expect((outcome as Fault).explanation.fr).toContain(file);
  });

  it('of many parts is loaded whole, the last line without line feed included', async () => {
    const file = join(folder, 'large.nq.gz');
    const lines = Array.from(
      { length: 60_000 },
      (_, i) => `<${BASE}id/${i}> <${BASE}p> "${'é'.repeat(40)}${i}" .`,
    );
    await writeFile(file, gzipSync(lines.join('\n')));
    await withStore({ dumps: [file, dump] }, async (store) => {
      expect(store.size()).toBe(61_000);
    });
  });
});
