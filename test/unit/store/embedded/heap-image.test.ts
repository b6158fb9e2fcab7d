import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { QuadStore, SparqlQuestion } from '../../../../src/model/index.ts';
import { parseQuery } from '../../../../src/sparql/index.ts';
import { createOxigraphStore } from '../../../../src/store/index.ts';

const BASE = 'http://localhost:3000/';
const LIMITS = { milliseconds: 20_000, resultBytes: 1_000_000, resultRows: 10_000, queue: 8 };

let root: string;
let dump: string;
let folder: string;
let written = 0;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cimaise-image-'));
  dump = join(root, 'a.nq.gz');
  const lines = Array.from({ length: 3000 }, (_, i) => {
    const graph = i % 3 === 0 ? '' : ` <${BASE}g/${i % 3}>`;
    const object = i % 2 === 0 ? `"é${i}"@fr` : `"${i}"^^<http://www.w3.org/2001/XMLSchema#integer>`;
    return `<${BASE}id/${i % 700}> <${BASE}p/${i % 5}> ${object}${graph} .\n`;
  });
  // Blank nodes are named by random numbers.
  await writeFile(dump, gzipSync(`${lines.join('')}_:a <${BASE}p/0> _:b .\n`));
});
afterAll(() => rm(root, { recursive: true }));
beforeEach(() => {
  written += 1;
  folder = join(root, `cache-${written}`, 'release');
});

function question(text: string, more: Partial<SparqlQuestion> = {}): SparqlQuestion {
  const parsed = parseQuery(text, { base: BASE });
  if (parsed.kind !== 'parsed') throw new Error(parsed.kind);
  const isGraph = parsed.queryKind === 'construct' || parsed.queryKind === 'describe';
  return {
    text,
    kind: parsed.queryKind,
    hasDataset: parsed.hasDataset,
    mediaType: isGraph ? 'application/n-triples' : 'text/csv',
    ...more,
  };
}

interface Event {
  readonly event: string;
  readonly details: Readonly<Record<string, unknown>> | undefined;
}

/** What is logged while a store is opened with an image and used. */
async function opened(
  use: (store: QuadStore) => Promise<void> = async () => {},
  { key = 'release 1', workers = 1 }: { key?: string; workers?: number } = {},
): Promise<readonly Event[]> {
  const events: Event[] = [];
  const log = (event: string, details?: Readonly<Record<string, unknown>>): void =>
    void events.push({ event, details });
  const image = { folder, key };
  const store = createOxigraphStore({ dumps: [dump], base: BASE, limits: LIMITS, workers, log, image });
  try {
    await store.ready();
    await use(store);
  } finally {
    await store.close();
  }
  return events;
}

const names = (events: readonly Event[]) => events.map(({ event }) => event);
const whys = (events: readonly Event[]) =>
  events.filter(({ details }) => details?.['why'] !== undefined).map(({ details }) => details?.['why']);
const images = async () => (await readdir(folder)).filter((name) => name.startsWith('store-'));
const imageFile = async () => join(folder, (await images())[0] ?? '');

/** A release that is loaded for the first time; with an image that cannot be trusted. */
const FIRST = ['store image missing', 'store image written'];
const PLAIN = ['store image not used', 'store image written'];
const RESTORED = ['store image restored'];

const answersRightly = async (store: QuadStore): Promise<void> => {
  expect(store.size()).toBe(3001);
  const count = await store.answer(question('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'));
  expect(count).toMatchObject({ kind: 'answered', body: 'n\r\n3001\r\n' });
};

describe('An image of the memory', () => {
  it('is written when a release is loaded, and restored from then on', async () => {
    expect(names(await opened(answersRightly))).toEqual(FIRST);
    expect(await images()).toHaveLength(1);
    expect(names(await opened(answersRightly))).toEqual(RESTORED);
  });

  it('is made by the first worker, and awaited by the others', async () => {
    const events = await opened(
      async (store) => {
        while (store.figures().busy > 0) await new Promise((done) => setTimeout(done, 20));
      },
      { workers: 3 },
    );
    expect(names(events)).toEqual([...FIRST, ...RESTORED, ...RESTORED]);
  });

  it.each([
    ['a query', 'SELECT ?o { <id/7> ?p ?o } ORDER BY ?o', {}],
    ['a text match', 'SELECT ?s { ?s ?p ?o FILTER(CONTAINS(STR(?o), "299")) } ORDER BY ?s', {}],
    ['an aggregate', 'SELECT ?p (COUNT(*) AS ?n) (AVG(?o) AS ?a) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p', {}],
    ['a path', 'SELECT (COUNT(*) AS ?n) { ?s (<p/1>|^<p/2>)+ ?o }', {}],
    ['named graphs', 'SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g', {}],
    ['FROM', `SELECT (COUNT(*) AS ?n) FROM <${BASE}g/1> { ?s ?p ?o }`, {}],
    ['graphs of the protocol', 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', { defaultGraphs: [`${BASE}g/2`] }],
    [
      'named graphs of the protocol',
      'SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }',
      { defaultGraphs: [], namedGraphs: [`${BASE}g/1`] },
    ],
    ['ASK', 'ASK { <id/1> <p/1> ?o }', {}],
    ['CONSTRUCT', 'CONSTRUCT { ?s <x> ?o } { <id/3> ?p ?o . BIND(<id/3> AS ?s) }', {}],
    ['DESCRIBE', 'DESCRIBE <id/9>', {}],
    ['JSON', 'SELECT * { <id/7> ?p ?o }', { mediaType: 'application/sparql-results+json' }],
    ['what is malformed', 'SELECT (<http://x/f>(1) AS ?x) {}', {}],
    [
      'hashes and dates',
      'SELECT (SHA256("a") AS ?h) (YEAR(NOW()) > 2000 AS ?y) (REGEX("ab", "^A", "i") AS ?r) {}',
      {},
    ],
  ] as const)('answers %s as the loaded store does', async (_name, text, more) => {
    const told: unknown[] = [];
    const tell = async (store: QuadStore) => {
      const { milliseconds: _, ...answer } = (await store.answer(question(text, more))) as {
        milliseconds: number;
      };
      told.push(answer);
    };
    expect(names(await opened(tell))).toEqual(FIRST);
    expect(names(await opened(tell))).toEqual(RESTORED);
    expect(told[1]).toEqual(told[0]);
    expect(told[0]).toMatchObject({ kind: expect.stringMatching(/answered|malformed/) });
  });

  it('does not make two stores draw the same random numbers', async () => {
    const told: unknown[] = [];
    const tell = async (store: QuadStore) => {
      const answer = await store.answer(question('SELECT (UUID() AS ?u) (RAND() AS ?r) {}'));
      told.push(answer.kind === 'answered' && answer.body);
    };
    await opened();
    await opened(tell);
    await opened(tell);
    expect(told[1]).not.toEqual(told[0]);
  });

  it('replaces a worker that trapped', async () => {
    await opened();
    const trap = `ASK ${'{'.repeat(20_000)}${'}'.repeat(20_000)}`;
    const events = await opened(async (store) => {
      const answer = await store.answer({
        text: trap,
        kind: 'ask',
        mediaType: 'text/csv',
        hasDataset: false,
      });
      expect(answer).toMatchObject({ kind: 'failed' });
      await answersRightly(store);
    });
    expect(names(events)).toEqual([...RESTORED, 'store worker replaced', ...RESTORED]);
  });

  it('of another release is removed', async () => {
    await opened();
    const [first] = await images();
    expect(names(await opened(answersRightly, { key: 'release 2' }))).toEqual(FIRST);
    const left = await images();
    expect(left).toHaveLength(1);
    expect(left).not.toContain(first);
  });

  it('leaves other files of its folder alone', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'index.sqlite'), 'x');
    await opened();
    expect(await readdir(folder)).toContain('index.sqlite');
  });
});

/** Changes a byte of a file at an offset from its end. */
async function flip(file: string, fromEnd: number): Promise<void> {
  const { size } = await stat(file);
  const handle = await open(file, 'r+');
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - fromEnd);
  buffer[0] = (buffer[0] ?? 0) ^ 1;
  await handle.write(buffer, 0, 1, size - fromEnd);
  await handle.close();
}

/** Rewrites the header, its sum included, as if the image had been written so. */
async function withHeader(file: string, change: (header: Record<string, unknown>) => object): Promise<void> {
  const { crc32 } = await import('node:zlib');
  const content = await readFile(file);
  const end = 16 + content.readUInt32LE(8);
  const header = JSON.parse(content.subarray(16, end).toString()) as Record<string, unknown>;
  const json = Buffer.from(JSON.stringify({ ...header, ...change(header) }));
  const fixed = Buffer.from(content.subarray(0, 16));
  fixed.writeUInt32LE(json.length, 8);
  fixed.writeUInt32LE(crc32(json), 12);
  await writeFile(file, Buffer.concat([fixed, json, content.subarray(end)]));
}

describe('An image that is not to be trusted', () => {
  beforeEach(() => opened());

  it.each([
    [
      'that is cut',
      /bytes of memory/,
      async (file: string) => truncate(file, (await stat(file)).size - 70_000),
    ],
    ['that is cut in its header', /cut/, (file: string) => truncate(file, 200)],
    ['that is empty', /cut/, (file: string) => truncate(file, 0)],
    ['with a flipped bit', /damaged/, (file: string) => flip(file, 300_000)],
    [
      'with a flipped bit in its header',
      /header is damaged/,
      async (file: string) => flip(file, (await stat(file)).size - 30),
    ],
    ['that is something else', /no image/, (file: string) => writeFile(file, 'PNG'.repeat(1000))],
    ['of another key', /another release/, (file: string) => withHeader(file, () => ({ key: 'x' }))],
    ['with another size', /number of statements/, (file: string) => withHeader(file, () => ({ quads: 12 }))],
    [
      'that answers a probe otherwise',
      /answers otherwise/,
      (file: string) =>
        withHeader(file, ({ probes }) => ({
          probes: (probes as object[]).map((probe) => ({ ...probe, answer: '?p\t?o\n' })),
        })),
    ],
    ['with a pointer to nowhere', /./, (file: string) => withHeader(file, () => ({ pointer: 4 }))],
    ['with a memory too large', /./, (file: string) => withHeader(file, () => ({ bytes: 2 ** 40 }))],
    [
      'with parts outside of its memory',
      /./,
      (file: string) =>
        withHeader(file, ({ parts }) => ({
          parts: (parts as number[][]).map(([from = 0, to = 0]) => [from + 2 ** 31, to + 2 ** 31]),
        })),
    ],
  ] as const)('%s is not used, but made again', async (_name, why, spoil) => {
    await spoil(await imageFile());
    const events = await opened(answersRightly);
    expect(names(events)).toEqual(PLAIN);
    expect(whys(events)).toEqual([expect.stringMatching(why)]);
    expect(names(await opened(answersRightly))).toEqual(RESTORED);
  });

  it('under the name of that of another release is not used', async () => {
    const other = await imageFile();
    await copyFile(other, join(root, 'kept'));
    await opened(undefined, { key: 'release 2' });
    await copyFile(join(root, 'kept'), await imageFile());
    const events = await opened(answersRightly, { key: 'release 2' });
    expect(whys(events)).toEqual([expect.stringContaining('another release')]);
  });

  it('that is missing is made again, while workers are replaced too', async () => {
    await rm(folder, { recursive: true });
    expect(names(await opened(answersRightly))).toEqual(FIRST);
    const events = await opened(async (store) => {
      await rm(folder, { recursive: true });
      const leaving = new AbortController();
      const endless = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }';
      const left = store.answer(question(endless, { signal: leaving.signal }));
      leaving.abort();
      expect(await left).toEqual({ kind: 'abandoned' });
      await answersRightly(store);
    });
    expect(names(events)).toEqual([...RESTORED, 'store worker replaced', ...FIRST]);
  });
});

describe('An image that was restored already', () => {
  beforeEach(() => opened());

  it('is trusted by the next worker, but not when it was touched since', async () => {
    const trap = `ASK ${'{'.repeat(20_000)}${'}'.repeat(20_000)}`;
    const events = await opened(async (store) => {
      const breakDown = async () => {
        await store.answer({ text: trap, kind: 'ask', mediaType: 'text/csv', hasDataset: false });
        await answersRightly(store);
      };
      await breakDown();
      await flip(await imageFile(), 300_000);
      await breakDown();
    });
    const replaced = 'store worker replaced';
    expect(names(events)).toEqual([...RESTORED, replaced, ...RESTORED, replaced, ...PLAIN]);
    expect(whys(events)).toContainEqual(expect.stringContaining('damaged'));
  });
});

describe('A folder that cannot be written', () => {
  it('costs the image, nothing else', async () => {
    await mkdir(join(folder, '..'), { recursive: true });
    await writeFile(folder, 'a file');
    const events = await opened(answersRightly, { workers: 2 });
    expect(names(events).slice(0, 2)).toEqual(['store image not used', 'store image not written']);
    expect(whys(events)[1]).toEqual(expect.stringMatching(/EEXIST|ENOTDIR/));
  });

  it('in the end, for another reason, is left as it was', async () => {
    await opened();
    const file = await imageFile();
    await rm(file);
    await mkdir(join(file, 'in the way'), { recursive: true });
    const events = await opened(answersRightly);
    expect(names(events)).toEqual(['store image not used', 'store image not written']);
    expect(await readdir(folder)).toEqual([basename(file)]);
  });

  const isRoot = process.getuid?.() === 0;
  (isRoot ? it.skip : it)('is one without permission to write (skipped for root)', async () => {
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o500);
    const events = await opened(answersRightly);
    expect(names(events)).toEqual(['store image missing', 'store image not written']);
    await chmod(folder, 0o700);
  });
});
