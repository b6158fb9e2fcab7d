/**
 * `node test/bench/sparql-store.ts [statements…]`: the embedded store on generated museums: from a plain load and from an
 * image of its memory, what a worker takes, how soon one that was ended is replaced, and light queries without HTTP. Each
 * start is a process of its own; the median of three.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import { resources } from './resources.ts';
import type { StoreMeasure } from './sparql-store-job.ts';

const RUNS = 3;
const DEFAULT = 1_000_000;
const GOAL = { ratio: 10, seconds: 0.5 };

async function writeDump(file: string, statements: number): Promise<void> {
  const gzip = createGzip({ level: 1 });
  const output = gzip.pipe(createWriteStream(file));
  let written = 0;
  for (const { lines } of resources(statements)) {
    if (written >= statements) break;
    const all = lines.map((line) => `${line.slice(0, -1)}<http://example.org/dataset/museums> .\n`);
    written += all.length;
    if (!gzip.write(all.join(''))) await once(gzip, 'drain');
  }
  gzip.end();
  await once(output, 'finish');
}

function measured(mode: string, dump: string, folder: string): StoreMeasure {
  const script = join(import.meta.dirname, 'sparql-store-job.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, mode, dump, folder], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as StoreMeasure;
}

/** The one in the middle, by the time until it was ready. */
function median(mode: string, dump: string, folder: string): StoreMeasure {
  const all = Array.from({ length: RUNS }, () => measured(mode, dump, folder));
  return all.toSorted((a, b) => a.readySeconds - b.readySeconds)[Math.floor(RUNS / 2)] as StoreMeasure;
}

const row = (name: string, cells: readonly string[]): void =>
  void process.stdout.write(`${name.padEnd(22)}${cells.map((cell) => cell.padStart(15)).join('')}\n`);

const told = (name: string, one: StoreMeasure, more: readonly string[] = []): void =>
  row(name, [
    String(one.quads),
    one.readySeconds.toFixed(2),
    one.cpuSeconds.toFixed(2),
    one.megabytesAWorker.toFixed(0),
    ...more,
  ]);

async function tell(statements: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cimaise-bench-'));
  try {
    const dump = join(folder, 'museums.nq.gz');
    await writeDump(dump, statements);
    const cache = join(folder, 'cache');
    const plain = median('plain', dump, cache);
    told('plain load', plain);
    told('load, write image', measured('write', dump, cache));
    const image = median('image', dump, cache);
    if (!image.events.includes('store image restored')) throw new Error(image.events.join());
    const lights = [image.replacedSeconds.toFixed(2), image.lightMedian.toFixed(2), image.light95.toFixed(2)];
    told('image', image, lights);
    const ratio = plain.readySeconds / image.readySeconds;
    process.stdout.write(
      `From its image it starts ${ratio.toFixed(1)} times as fast (goal: ${GOAL.ratio}), in ${image.readySeconds.toFixed(2)} s (goal: ${GOAL.seconds} at a million); a worker that was ended is replaced in ${image.replacedSeconds.toFixed(2)} s (goal: ${GOAL.seconds}).\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const asked = process.argv.slice(2).map(Number);
row('start', [
  'statements',
  's to ready',
  'CPU s, 2',
  'MB a worker',
  's replaced',
  'ms light',
  'ms light 95 %',
]);
for (const statements of asked.length > 0 ? asked : [DEFAULT]) await tell(statements);
