/**
 * `npm run bench:publication` (its HTTP part): documents a second, in one process, from the index of 80,000 things; each
 * document for the first time and again, alone and while heavy queries hold the workers of the store. Alone:
 * `node test/bench/publication-http.ts`, before which `--cpu-prof` may be put.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { createApp } from '../../src/http/index.ts';
import { buildIndex, openIndex } from '../../src/index/index.ts';
import type { QuadStore } from '../../src/model/index.ts';
import { createOxigraphStore } from '../../src/store/index.ts';
import { DATASET, NO_TERMS, writeFixture } from '../integration/fixture-release.ts';
import { resources } from './resources.ts';
import type { Load, Loaded } from './sparql-load.ts';

const BASE = 'http://example.org/';
const THINGS = 80_000;
const POPULAR = `${BASE}id/countries/FR`;
const LINKS = 100_000;
const HEAVY = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r }';
const LIMITS = { milliseconds: 60_000, resultBytes: 64 << 20, resultRows: 1_000_000, queue: 64 };
const CONNECTIONS = 16;
/** Documents that are asked for again and again. */
const REPEATED = 1000;

type Tell = (line: string) => void;

/** Builds an index of 80,000 things, serves it and measures. */
export async function benchHttp(tell: Tell, seconds = 4): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cimaise-bench-http-'));
  const child = fork(new URL('./publication-load.ts', import.meta.url)).setMaxListeners(0);
  try {
    const file = await indexed(folder, tell);
    await served(file, async (port, store) => {
      const bench = { port, child, tell, seconds };
      for (const format of FORMATS) await rates(bench, format);
      await popular(bench);
      const burning = burn(store);
      tell('the same with the workers of the endpoint held by heavy queries:');
      for (const format of FORMATS.slice(0, 3)) await rates(bench, format);
      await burning();
    });
  } finally {
    child.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Format {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly path: (at: number) => string;
  readonly status?: number;
}

/** Each once, in no order: what was read for one helps no other. */
const museum = (at: number): string => `museums/M${String((at * 7919) % THINGS).padStart(7, '0')}`;
const doc = (at: number): string => `/doc/${museum(at)}`;
const FORMATS: readonly Format[] = [
  { name: 'Turtle', headers: { accept: 'text/turtle' }, path: doc },
  { name: 'HTML', headers: { accept: 'text/html', 'accept-language': 'fr' }, path: doc },
  { name: '303', headers: { accept: 'text/turtle' }, path: (at) => `/id/${museum(at)}`, status: 303 },
  { name: 'N-Triples', headers: { accept: 'application/n-triples' }, path: doc },
  { name: 'JSON-LD', headers: { accept: 'application/ld+json' }, path: doc },
];

interface Bench {
  readonly port: number;
  readonly child: ChildProcess;
  readonly tell: Tell;
  readonly seconds: number;
}

/** Where documents that were never asked for begin: each measure goes on. */
let fresh = REPEATED;

async function rates(bench: Bench, { name, headers, path, status }: Format): Promise<void> {
  const load = {
    port: bench.port,
    headers,
    connections: CONNECTIONS,
    answers: 1e9,
    ...(status && { status }),
  };
  const targets = (count: number, from: number) => Array.from({ length: count }, (_, at) => path(from + at));
  await loaded(bench.child, { ...load, targets: targets(REPEATED, 0), seconds: 1 });
  const first = await measured(bench, {
    ...load,
    targets: targets(20_000, fresh),
    seconds: bench.seconds,
    answers: 20_000,
  });
  fresh += 20_000;
  const again = await measured(bench, { ...load, targets: targets(REPEATED, 0), seconds: bench.seconds });
  bench.tell(`${name.padEnd(10)} for the first time ${first}; again ${again}`);
}

async function measured({ child }: Bench, load: Load): Promise<string> {
  const before = process.threadCpuUsage();
  const found = await loaded(child, load);
  const { user, system } = process.threadCpuUsage(before);
  const cost = (user + system) / found.answers;
  const wrong = found.others > 0 ? `, ${found.others} WRONG` : '';
  return `${found.perSecond.toFixed(0)}/s (95 % within ${found.p95.toFixed(1)} ms; ${cost.toFixed(0)} µs of the thread: ${(1e6 / cost).toFixed(0)}/s a core${wrong})`;
}

/** What 100,000 links cost. */
async function popular({ port, tell }: Bench): Promise<void> {
  for (const accept of ['text/html', 'text/turtle', 'application/ld+json', 'application/n-triples']) {
    const times: number[] = [];
    let bytes = 0;
    for (let turn = 0; turn < 21; turn++) {
      const at = performance.now();
      // The query makes each of them new.
      const url = `http://127.0.0.1:${port}/doc/countries/FR?turn=${turn}`;
      bytes = (await (await fetch(url, { headers: { accept } })).arrayBuffer()).byteLength;
      times.push(performance.now() - at);
    }
    times.sort((one, other) => one - other);
    tell(
      `100,000 incoming links, ${accept}: median ${times[10]?.toFixed(1)} ms, slowest ${times.at(-1)?.toFixed(1)} ms, ${(bytes / 1000).toFixed(1)} KB`,
    );
  }
}

function loaded(process: ChildProcess, load: Load): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    process.once('message', (found) => resolve(found as Loaded));
    process.once('error', reject);
    process.send(load);
  });
}

/** Keeps every worker busy until it is ended. */
function burn(store: QuadStore): () => Promise<void> {
  const ending = new AbortController();
  const { workers } = store.figures();
  const queries = Array.from({ length: workers }, async (_, at) => {
    while (!ending.signal.aborted) {
      const question = {
        text: `${HEAVY} # ${at}`,
        kind: 'select',
        mediaType: 'text/csv',
        hasDataset: false,
      } as const;
      await store.answer({ ...question, signal: ending.signal }).catch(() => undefined);
    }
  });
  return async () => {
    ending.abort();
    await Promise.all(queries);
  };
}

async function served(file: string, work: (port: number, store: QuadStore) => Promise<void>): Promise<void> {
  const opened = openIndex(file);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const fixture = await writeFixture();
  const store = createOxigraphStore({ dumps: fixture.dumps, base: BASE, limits: LIMITS, workers: 2 });
  await store.ready();
  const release = { ...fixture.release, manifest: { ...fixture.release.manifest, base: BASE } };
  const dataset = { ...DATASET, slug: 'museums' };
  const server = createServer(
    createApp({
      release,
      store,
      index: opened.index,
      terms: NO_TERMS,
      datasets: [dataset],
      queries: [],
      cacheBytes: 64 << 20,
    }),
  );
  try {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await work((server.address() as AddressInfo).port, store);
  } finally {
    await closed(server);
    await store.close();
    opened.index.close();
    await fixture.remove();
  }
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** Writes the dumps and their index, and tells its size and its time. */
async function indexed(folder: string, tell: Tell): Promise<string> {
  const sizes: number[] = [];
  const dumps = [];
  for (const [dataset, lines] of Object.entries({ museums: museums(), countries: countries() })) {
    const path = join(folder, `${dataset}.nq.gz`);
    const counted = (function* () {
      for (const line of lines) {
        sizes.push(Buffer.byteLength(line) + 1);
        yield `${line.slice(0, -1)}<${BASE}dataset/${dataset}> .\n`;
      }
    })();
    await pipeline(Readable.from(counted), createGzip({ level: 1 }), createWriteStream(path));
    dumps.push({ dataset, path });
  }
  const file = join(folder, 'index.sqlite');
  const at = performance.now();
  const { statements } = await buildIndex({ dumps, base: BASE, file });
  const took = (performance.now() - at) / 1000;
  const { size } = await stat(file);
  const text = sizes.reduce((sum, one) => sum + one, 0);
  tell(
    `index of ${statements} statements: ${took.toFixed(1)} s; ${(size / 1e6).toFixed(1)} MB, ${((100 * size) / text).toFixed(1)} % of ${(text / 1e6).toFixed(1)} MB of N-Triples`,
  );
  return file;
}

/** The museums of the other benches, with names that the index takes for labels. */
function* museums(): Generator<string> {
  for (const { lines } of resources(THINGS))
    yield* new Set(
      lines.map((line) => line.replace('<http://example.org/def/name>', '<http://schema.org/name>')).sort(),
    );
}

function* countries(): Generator<string> {
  yield `<${POPULAR}> <http://schema.org/name> "France"@fr .`;
  for (let at = 0; at < LINKS; at++)
    yield `<${BASE}id/countries/town-${String(at).padStart(6, '0')}> <${BASE}def/country> <${POPULAR}> .`;
}

if (import.meta.main) await benchHttp((line) => void process.stdout.write(`${line}\n`));
