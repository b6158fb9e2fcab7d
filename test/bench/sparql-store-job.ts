/** One start of the embedded store in a process of its own: `node sparql-store-job.ts plain|write|image DUMP FOLDER`. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { QuadStore, SparqlQuestion } from '../../src/model/index.ts';

export interface StoreMeasure {
  readonly quads: number;
  /** Until the first worker answers. */
  readonly readySeconds: number;
  /** What the processors worked until all workers were ready, all threads together. */
  readonly cpuSeconds: number;
  /** Resident memory a worker, the process itself left out. */
  readonly megabytesAWorker: number;
  /** From the end of a worker until all answer again: median of seven. */
  readonly replacedSeconds: number;
  /** Light queries, asked of the store directly. */
  readonly lightMedian: number;
  readonly light95: number;
  /** What was logged of images. */
  readonly events: readonly string[];
}

type Store = typeof import('../../src/store/index.ts');

/** The package as it is published, built by `npm run build`. */
const DIST = join(import.meta.dirname, '..', '..', 'dist', 'store', 'index.js');
const WORKERS = 2;
const LIGHT = 500;
const KILLS = 7;
const ENDLESS = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }';

const question = (text: string, signal?: AbortSignal): SparqlQuestion => ({
  text,
  kind: 'select',
  mediaType: 'application/sparql-results+json',
  hasDataset: false,
  ...(signal && { signal }),
});

/** A thing's statements, a page of a list, a name looked up. */
const light = (number: number): string => {
  const id = `<http://example.org/id/museums/M${String((number * 7919) % 50_000).padStart(7, '0')}>`;
  return (
    [
      `SELECT ?p ?o { ${id} ?p ?o }`,
      `SELECT ?s ?name { ?s <http://example.org/def/department> <http://example.org/id/departments/${10 + (number % 90)}> ; <http://example.org/def/name> ?name } LIMIT 20`,
      `SELECT ?s { ?s <http://example.org/def/name> "Museum number ${number}"@en }`,
    ][number % 3] ?? ''
  );
};

async function allReady(store: QuadStore): Promise<void> {
  while (store.figures().busy > 0) await sleep(2);
}

async function replaced(store: QuadStore): Promise<number> {
  const leaving = new AbortController();
  const left = store.answer(question(ENDLESS, leaving.signal));
  // Long enough to be slow: then it is stopped at once.
  await sleep(50);
  leaving.abort();
  const started = performance.now();
  await left;
  await allReady(store);
  return (performance.now() - started) / 1000;
}

const sorted = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);
const at = (values: readonly number[], share: number): number =>
  sorted(values)[Math.floor(values.length * share)] ?? 0;

async function timesOf(count: number, one: (number: number) => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let number = 0; number < count; number++) times.push(await one(number));
  return times;
}

const [mode = '', dump = '', folder = ''] = process.argv.slice(2);
const { createOxigraphStore } = (await import(DIST)) as Store;
const resident = process.memoryUsage().rss;
const cpu = process.cpuUsage();
const started = performance.now();
const events: string[] = [];
const store = createOxigraphStore({
  dumps: [dump],
  base: 'http://example.org/',
  limits: {
    milliseconds: 20_000,
    graceMilliseconds: 1,
    slowMilliseconds: 30,
    resultBytes: 64 << 20,
    resultRows: 1_000_000,
    queue: 64,
  },
  workers: WORKERS,
  ...(mode !== 'plain' && { image: { folder, key: dump } }),
  log: (event) => void events.push(event),
});
await store.ready();
const readySeconds = (performance.now() - started) / 1000;
await allReady(store);
const { user, system } = process.cpuUsage(cpu);
const megabytesAWorker = (process.memoryUsage().rss - resident) / WORKERS / 1e6;
const kills = mode === 'image' ? await timesOf(KILLS, () => replaced(store)) : [];
const lights = await timesOf(mode === 'image' ? LIGHT : 0, async (number) => {
  const asked = performance.now();
  await store.answer(question(light(number)));
  return performance.now() - asked;
});
const measure: StoreMeasure = {
  quads: store.size(),
  readySeconds,
  cpuSeconds: (user + system) / 1e6,
  megabytesAWorker,
  replacedSeconds: at(kills, 0.5),
  lightMedian: at(lights, 0.5),
  light95: at(lights, 0.95),
  events: [...new Set(events)],
};
await store.close();
process.stdout.write(JSON.stringify(measure));
