import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Fault, type QuadStore, type SparqlQuestion } from '../../src/model/index.ts';
import { parseQuery } from '../../src/sparql/index.ts';
import { createNativeStore, type NativeStoreOptions } from '../../src/store/index.ts';
import { writeStandIn } from './stand-in.ts';

const BASE = 'http://localhost:3000/';
const LIMITS = { milliseconds: 10_000, resultBytes: 100_000, resultRows: 500, queue: 8 };
const ENDLESS = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }';
const COUNT = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }';

let folder: string;
let dump: string;
let program: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cimaise-native-'));
  dump = join(folder, 'a.nq.gz');
  const lines = Array.from(
    { length: 1000 },
    (_, i) => `<${BASE}id/${i}> <${BASE}p> "é${i}" <${BASE}g/${i % 2}> .\n`,
  );
  await writeFile(dump, gzipSync(lines.join('')));
  program = await writeStandIn(folder);
});

afterAll(() => rm(folder, { recursive: true }));

function question(text: string, more: Partial<SparqlQuestion> = {}): SparqlQuestion {
  const parsed = parseQuery(text, { base: BASE });
  if (parsed.kind !== 'parsed') throw new Error(parsed.kind);
  return { text, kind: parsed.queryKind, hasDataset: parsed.hasDataset, mediaType: 'text/csv', ...more };
}

const options = (more: Partial<NativeStoreOptions> = {}): NativeStoreOptions => ({
  program,
  dumps: [dump],
  base: BASE,
  folder: join(folder, 'cache'),
  key: 'k',
  statements: 1000,
  limits: LIMITS,
  workers: 1,
  ...more,
});

async function withStore(
  more: Partial<NativeStoreOptions>,
  use: (store: QuadStore) => Promise<void>,
): Promise<void> {
  const store = createNativeStore(options(more));
  try {
    await store.ready();
    await use(store);
  } finally {
    await store.close();
  }
}

/** The fault of a store that cannot be opened. */
async function faultOf(more: Partial<NativeStoreOptions>): Promise<Fault> {
  const store = createNativeStore(options(more));
  try {
    await store.ready();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  } finally {
    await store.close();
  }
  throw new Error('It was opened.');
}

const answered = (body: string) => expect.objectContaining({ kind: 'answered', body });

/** A busy machine may take longer for a new child than a query has. */
async function answeredAtLast(store: QuadStore, text: string, tries = 5): Promise<unknown> {
  const answer = await store.answer(question(text));
  if (answer.kind === 'overloaded') return answeredAtLast(store, text, tries);
  return answer.kind === 'timed-out' && tries > 1 ? answeredAtLast(store, text, tries - 1) : answer;
}

async function until(claim: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await claim()) return;
    await sleep(50);
  }
  throw new Error('It never became true.');
}

describe('A native store', () => {
  let store: QuadStore;
  beforeAll(async () => {
    store = createNativeStore(options({ workers: 2 }));
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
    ['graphs of the protocol', COUNT, { defaultGraphs: [`${BASE}g/0`], namedGraphs: [] }, 'n\r\n500\r\n'],
    [
      'nothing for a protocol dataset without graph',
      COUNT,
      { defaultGraphs: [], namedGraphs: [] },
      'n\r\n0\r\n',
    ],
    [
      'named graphs of the protocol',
      'SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }',
      { defaultGraphs: [], namedGraphs: [`${BASE}g/1`] },
      'n\r\n500\r\n',
    ],
    ['relative IRIs against the base', 'SELECT ?o { <id/7> <p> ?o }', {}, 'o\r\né7\r\n'],
    ['a BASE of the query, against the base', 'BASE <id/> SELECT ?o { <7> ?p ?o }', {}, 'o\r\né7\r\n'],
  ] as const)('answers from the %s', async (_, text, more, body) => {
    expect(await store.answer(question(text, more))).toEqual(answered(body));
  });

  it('tells places of mistakes in the lines of the query as it was written', async () => {
    const answer = await store.answer({
      text: 'SELECT ?s\n{ ?s ?p ?o .\n  FILTER(?o > ) }',
      kind: 'select',
      hasDataset: false,
      mediaType: 'text/csv',
    });
    expect(answer).toMatchObject({ kind: 'malformed', reason: expect.stringMatching(/^error at 3:/) });
  });

  it.each([
    ['bytes', 100_000, `SELECT * { ?s ?p ?o . ?t ?q ?v } LIMIT 5000`, { resultRows: 1e6 }],
    ['rows', 500, 'SELECT * { ?s ?p ?o }', {}],
  ] as const)('refuses an answer of too many %s', async (unit, limit, text, more) => {
    await withStore({ limits: { ...LIMITS, ...more } }, async (small) => {
      expect(await small.answer(question(text))).toEqual({ kind: 'too-large', unit, limit });
      expect(await answeredAtLast(small, COUNT)).toEqual(answered('n\r\n1000\r\n'));
    });
  });

  it('does not ask other endpoints', async () => {
    const services = [{ iri: 'http://127.0.0.1:9/', isSilent: false }];
    expect(await store.answer(question(COUNT, { services }))).toMatchObject({ kind: 'service-refused' });
  });

  it.each([
    ['a cut answer', 'cut'],
    ['an answer that an error was appended to', 'spoilt'],
    ['an answer of another media type', 'wrong-type'],
    ['the death of a child', 'die'],
  ])('fails honestly on %s, and replaces the child', async (_, mood) => {
    const before = store.figures().replaced;
    expect(await store.answer(question(`${COUNT} # ${mood}`))).toMatchObject({ kind: 'failed' });
    expect(await answeredAtLast(store, COUNT)).toEqual(answered('n\r\n1000\r\n'));
    expect(store.figures().replaced).toBe(before + 1);
  });

  it.each([
    ['runs past its deadline', ENDLESS],
    ['gets no answer', `${COUNT} # hang`],
  ])('ends a query that %s with its child', async (_, text) => {
    await withStore({ limits: { ...LIMITS, milliseconds: 1500 } }, async (quick) => {
      expect(await quick.answer(question(text))).toEqual({ kind: 'timed-out', limitMilliseconds: 1500 });
      expect(await answeredAtLast(quick, COUNT)).toEqual(answered('n\r\n1000\r\n'));
    });
  });

  it('ends a query whose asker leaves', async () => {
    await withStore({}, async (left) => {
      const asker = new AbortController();
      setTimeout(() => asker.abort(), 300);
      const answer = await left.answer(question(ENDLESS, { signal: asker.signal }));
      expect(answer).toEqual({ kind: 'abandoned' });
      expect(await answeredAtLast(left, COUNT)).toEqual(answered('n\r\n1000\r\n'));
    });
  });

  it('replaces a child that dies while nobody asks it', async () => {
    const pids = () => childrenOn(join(folder, 'idle'));
    await withStore({ folder: join(folder, 'idle') }, async (idle) => {
      const [pid] = await pids();
      process.kill(pid as number, 'SIGKILL');
      await until(() => idle.figures().replaced === 1);
      expect(await answeredAtLast(idle, COUNT)).toEqual(answered('n\r\n1000\r\n'));
    });
    expect(await pids()).toEqual([]);
  });
});

/** Processes that serve a database below a folder. */
async function childrenOn(place: string): Promise<readonly number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    if (command.includes('serve-read-only') && command.includes(place) && !command.startsWith('/bin/sh'))
      found.push(Number(name));
  }
  return found;
}

describe('A database of a native store', () => {
  const databases = async (place: string) =>
    (await readdir(place)).filter((name) => name.startsWith('oxigraph-'));

  it('is loaded once and opened again', async () => {
    const events: string[] = [];
    const more = { folder: join(folder, 'again'), log: (event: string) => void events.push(event) };
    await withStore(more, async () => {});
    await withStore(more, async (store) => {
      expect(await store.answer(question(COUNT))).toEqual(answered('n\r\n1000\r\n'));
    });
    expect(events.filter((event) => event === 'native store loaded')).toHaveLength(1);
    expect(await databases(more.folder)).toHaveLength(1);
  });

  it('is loaded anew when it is not whole', async () => {
    const place = join(folder, 'half');
    await withStore({ folder: place }, async () => {});
    const [name = ''] = await databases(place);
    await rm(join(place, name, 'cimaise.json'));
    await rm(join(place, name, 'data.nq'));
    await withStore({ folder: place }, async (store) => expect(store.size()).toBe(1000));
  });

  it('removes what a process that is no more has half loaded', async () => {
    const place = join(folder, 'stale');
    await withStore({ folder: place }, async () => {});
    const [name] = await databases(place);
    await mkdir(join(place, `${name}.part-4194399-x`));
    await withStore({ folder: place }, async () => expect(await databases(place)).toEqual([name]));
  });

  it.each([
    ['the words of the program when the disk is full', 'full-disk', /No space left on device/],
    ['the words of the program when it does not start', 'no-start', /bad table magic number/],
    ['both counts when statements are missing', 'loses-one', /999.*1000/],
  ])('tells %s, and leaves nothing behind', async (_, mood, words) => {
    const place = join(folder, mood);
    const fault = await faultOf({ folder: place, program: await writeStandIn(folder, mood) });
    expect(fault.explanation.fr).toMatch(words);
    expect(fault.explanation.en).toMatch(words);
    expect(await databases(place)).toEqual([]);
  });

  it.each(['oxigraph-that-is-nowhere', '/nowhere/oxigraph', '/etc/passwd'])(
    'tells that the program %s cannot be run',
    async (missing) => {
      const fault = await faultOf({ program: missing });
      expect(fault.explanation.fr).toContain(missing);
      expect(fault.remedy.fr).toContain('CIMAISE_OXIGRAPH');
    },
  );

  it('tells that its folder cannot be written', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const fault = await faultOf({ folder: join(file, 'below') });
    expect(fault.explanation.fr).toContain(file);
    expect(fault.remedy.fr).toMatch(/écrire/);
  });

  it('tries another port when the first was taken meanwhile', async () => {
    const taken = { folder: join(folder, 'taken'), program: await writeStandIn(folder, 'taken') };
    await withStore(taken, async (store) => expect(store.size()).toBe(1000));
  });

  it('is given up when the store is closed while it loads', async () => {
    const place = join(folder, 'slow-load');
    const store = createNativeStore(
      options({ folder: place, program: await writeStandIn(folder, 'slow-load') }),
    );
    const failure = store.ready().catch((error: unknown) => error);
    await until(() => existsSync(place) && readdir(place).then((names) => names.length > 0));
    await store.close();
    expect(await failure).toBeInstanceOf(Fault);
    expect(await databases(place)).toEqual([]);
  });
});

describe('The children of a native store', () => {
  const OWNER = fileURLToPath(new URL('./native-store-owner.ts', import.meta.url));
  const hasProc = existsSync('/proc/self/cmdline');

  const endedBy = async (place: string, end: (owner: ChildProcess) => void): Promise<void> => {
    const owner = spawn(process.execPath, ['--no-warnings', OWNER, program, dump, place]);
    await until(async () => (await childrenOn(place)).length === 2);
    end(owner);
    await until(async () => (await childrenOn(place)).length === 0);
  };

  (hasProc ? it : it.skip)('end with a process that is killed (needs /proc)', () =>
    endedBy(join(folder, 'killed'), (owner) => owner.kill('SIGKILL')),
  );

  (hasProc ? it : it.skip)('end with a process that ends by an error (needs /proc)', () =>
    endedBy(join(folder, 'ended'), (owner) => owner.stdin?.write('end\n')),
  );
});
