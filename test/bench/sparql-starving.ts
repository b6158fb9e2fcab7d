/**
 * One job of `npm run bench:sparql`: light queries of a served million statements over HTTP, while nobody else asks, and
 * while two clients try endless cross joins again and again; then a thousand endless queries whose askers leave.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type ServerProcess, startServer } from './soak/server.ts';
import { createSoakWorld } from './soak/world.ts';

const LIGHT = 2000;
const KILLS = 1000;
const DEADLINE = 3000;
const CROSS = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }';

const [places = 140_000] = process.argv.slice(2).map(Number);

let turn = 0;
/** A text that nobody has asked before: no memory of answers, or of slow queries, helps. */
const fresh = (text: string): string => `${text} # ${turn++}`;

const ask = (address: string, query: string, signal?: AbortSignal): Promise<Response> =>
  fetch(`${address}sparql`, {
    method: 'POST',
    headers: { accept: 'text/csv', 'content-type': 'application/sparql-query' },
    body: query,
    ...(signal && { signal }),
  });

interface Light {
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
  readonly refused: number;
}

/** Two clients, who think for some milliseconds between two questions. */
async function light(address: string): Promise<Light> {
  const times: number[] = [];
  let refused = 0;
  const client = async (): Promise<void> => {
    for (let at = 0; at < LIGHT / 2; at++) {
      const started = performance.now();
      const thing = Math.floor(Math.random() * places);
      const response = await ask(address, fresh(`SELECT ?p ?o { <id/places/P${thing}> ?p ?o }`));
      await response.text();
      times.push(performance.now() - started);
      if (response.status !== 200) refused += 1;
      await sleep(5);
    }
  };
  await Promise.all([client(), client()]);
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return { median: at(0.5), p95: at(0.95), refused };
}

/** What two clients are told who try endless queries until they are stopped. */
async function whileEndless<R>(address: string, task: () => Promise<R>): Promise<[R, Map<string, number>]> {
  const told = new Map<string, number>();
  let isOver = false;
  const trying = [1, 2].map(async () => {
    while (!isOver) {
      const { code } = (await (await ask(address, fresh(CROSS))).json()) as { code: string };
      told.set(code, (told.get(code) ?? 0) + 1);
      await sleep(50);
    }
  });
  await sleep(1000);
  const result = await task();
  isOver = true;
  await Promise.all(trying);
  return [result, told];
}

/** A thousand queries stopped by their askers, two at a time. */
async function killed({
  address,
  megabytes,
}: ServerProcess): Promise<readonly [before: number, after: number]> {
  const before = megabytes();
  const leave = async (): Promise<void> => {
    for (let at = 0; at < KILLS / 2; at++)
      await ask(address, fresh(CROSS), AbortSignal.timeout(100)).catch(() => undefined);
  };
  await Promise.all([leave(), leave()]);
  for (let step = 0; step < 60 && megabytes() > before * 1.1; step++) await sleep(500);
  await (await ask(address, 'ASK {}')).text();
  return [before, megabytes()];
}

const row = (name: string, cells: readonly string[]): void =>
  void process.stdout.write(`${name.padEnd(36)}${cells.map((cell) => cell.padStart(12)).join('')}\n`);

const world = createSoakWorld(places);
const server = await startServer(world, { CIMAISE_QUERY_TIMEOUT: String(DEADLINE) });
try {
  const { address } = server;
  await light(address); // warms up
  const idle = await light(address);
  const [busy, told] = await whileEndless(address, () => light(address));
  row(`light queries, ${world.truths.at(-1)?.statements} statements`, ['median ms', 'p95 ms', 'refused']);
  for (const [name, { median, p95, refused }] of [
    ['alone', idle],
    ['beside two endless cross joins', busy],
  ] as const)
    row(name, [median.toFixed(2), p95.toFixed(2), String(refused)]);
  row('ratio', [(busy.median / idle.median).toFixed(2), (busy.p95 / idle.p95).toFixed(2), '']);
  row('the two were told', [[...told].map(([code, count]) => `${code} ${count}`).join(', ')]);
  const [before, after] = await killed(server);
  row(`after ${KILLS} killed queries`, [`${before} MB before`, `  ${after} MB after`]);
} finally {
  await server.stop();
  world.remove();
}
