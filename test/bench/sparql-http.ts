/**
 * `npm run bench:sparql` (its HTTP part): answers from memory a second, and what HTTP adds to asking the store. One process
 * serves, another asks; `node --cpu-prof` may be put before this file.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../src/http/index.ts';
import type { QuadStore } from '../../src/model/index.ts';
import { createOxigraphStore } from '../../src/store/index.ts';
import { BASE, DATASET, NO_TERMS, stubIndex, writeFixture } from '../integration/fixture-release.ts';
import type { Load, Loaded } from './sparql-load.ts';

const LIMITS = { milliseconds: 10_000, resultBytes: 64 << 20, resultRows: 1_000_000, queue: 64 };
const light = (at: number): string =>
  `SELECT ?p ?o WHERE { <${BASE}id/musees/M1> ?p ?o FILTER(?p != <http://x/${at}>) }`;
const WIDE = 'SELECT * { ?s ?p ?o . ?a ?b ?c } ORDER BY ?s ?p ?o ?a ?b ?c LIMIT 30';
const target = (query: string): string => `/sparql?query=${encodeURIComponent(query)}`;
const JSON_RESULTS = 'application/sparql-results+json';
const BARE_HEADERS = Object.fromEntries(
  Array.from({ length: 14 }, (_, at) => [`x-header-${at}`, 'x'.repeat(40)]),
);
/** What programs send. */
const HEADERS = { accept: JSON_RESULTS, 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'bench' };

const fixture = await writeFixture();
const store = createOxigraphStore({ dumps: fixture.dumps, base: BASE, limits: LIMITS });
await store.ready();
const app = createApp({
  release: fixture.release,
  store,
  index: stubIndex(),
  terms: NO_TERMS,
  datasets: [DATASET],
  queries: [],
  cacheBytes: 64 << 20,
  limits: { concurrency: 1000, rate: 1e9, trustedProxies: [] },
});
const PLAIN = Buffer.from(await bare(light(0)));
const served = await listening(app);
/** The same octets and as many headers by node:http alone: what no server written on it can pass. */
const node = await listening((_request, response) => {
  response.writeHead(200, { ...BARE_HEADERS, 'content-length': PLAIN.length });
  response.end(PLAIN);
});
const child = fork(new URL('./sparql-load.ts', import.meta.url)).setMaxListeners(0);

try {
  await repeated('node:http alone, the same octets', node.port, [target(light(0))]);
  await repeated('light answer', served.port, [target(light(0))]);
  await repeated(
    '100 light answers in turn',
    served.port,
    Array.from({ length: 100 }, (_, at) => target(light(at))),
  );
  await repeated('packed answer of 30 rows', served.port, [target(WIDE)]);
  await overhead(1000);
} finally {
  child.kill();
  served.close();
  node.close();
  await store.close();
  await fixture.remove();
}

async function listening(listener: RequestListener): Promise<{ port: number; close(): void }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

async function bare(text: string): Promise<string> {
  const answer = await store.answer({ text, kind: 'select', mediaType: JSON_RESULTS, hasDataset: false });
  if (answer.kind !== 'answered' || typeof answer.body !== 'string') throw new Error(answer.kind);
  return answer.body;
}

/** Answers that are in memory, as quickly as the child can ask. */
async function repeated(name: string, port: number, targets: readonly string[]): Promise<void> {
  const load = { port, targets, headers: HEADERS, connections: 16, answers: 1e9 };
  await loaded(child, { ...load, seconds: 2 });
  const before = process.cpuUsage();
  const found = await loaded(child, { ...load, seconds: 4 });
  const { user, system } = process.cpuUsage(before);
  const cost = (user + system) / found.answers;
  tell(
    `${name}: ${found.perSecond.toFixed(0)} answers/s, median ${found.median.toFixed(2)} ms, 95 % ${found.p95.toFixed(2)} ms; ${cost.toFixed(0)} µs of processor each: ${(1e6 / cost).toFixed(0)}/s a core; ${found.others} not 200`,
  );
}

/** Queries that were never asked, one after the other: by the store's own port, and over HTTP. */
async function overhead(count: number): Promise<void> {
  const turns = 5;
  const direct: number[] = [];
  const http: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const first = 1e6 * (turn + 1);
    const share = count / turns;
    direct.push(
      ...(await asked(
        store,
        Array.from({ length: share }, (_, at) => light(first + at)),
      )),
    );
    const targets = Array.from({ length: share }, (_, at) => target(light(first + share + at)));
    const load = {
      port: served.port,
      targets,
      headers: HEADERS,
      connections: 1,
      seconds: 60,
      answers: share,
    };
    http.push((await loaded(child, load)).median);
  }
  const [own, over] = [median(direct), median(http)];
  tell(
    `a light query: ${own.toFixed(2)} ms by the store, ${over.toFixed(2)} ms over HTTP: ${(over - own).toFixed(2)} ms added (medians)`,
  );
}

async function asked(over: QuadStore, queries: readonly string[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const text of queries) {
    const at = performance.now();
    await over.answer({ text, kind: 'select', mediaType: JSON_RESULTS, hasDataset: false });
    times.push(performance.now() - at);
  }
  return times;
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

function loaded(process: ChildProcess, load: Load): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    process.once('message', (found) => resolve(found as Loaded));
    process.once('error', reject);
    process.send(load);
  });
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
