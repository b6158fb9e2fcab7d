/**
 * `npm run bench:mapping [rows…] [join] [wide]`: statements a second and peak memory of the mapping engine, beside a
 * converter written by hand for the same file. Each figure comes from a process of its own; the median is told.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type BenchInput, catalogueInput, joinInput, wideInput } from './mapping-inputs.ts';
import type { Measure } from './mapping-job.ts';

const RUNS = 3;
/** Rows of the tables that are joined, and of the wide table of 1.2 GB. */
const JOINED = 1_000_000;
const WIDE = 1_060_000;

/** Several runs, the one of median time. */
function measured(job: 'engine' | 'hand', { mapping, data }: BenchInput, runs: number): Measure {
  const found = Array.from({ length: runs }, () => {
    const script = join(import.meta.dirname, 'mapping-job.ts');
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, job, mapping, data], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Measure;
  }).sort((a, b) => a.seconds - b.seconds);
  return found[Math.floor(found.length / 2)] as Measure;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const row = (name: string, cells: readonly string[]): void =>
  say(name.padEnd(30) + cells.map((cell) => cell.padStart(9)).join(''));

function tell(
  name: string,
  { statements, seconds, megabytes }: Measure,
  bytes: number,
  hand?: Measure,
): void {
  const rate = statements / seconds;
  row(name, [
    (rate / 1e6).toFixed(2),
    (bytes / 1e6 / seconds).toFixed(0),
    seconds.toFixed(2),
    megabytes.toFixed(0),
    hand === undefined ? '' : (rate / (hand.statements / hand.seconds)).toFixed(2),
  ]);
}

async function catalogues(rows: number): Promise<void> {
  const csv = await catalogueInput('csv', rows);
  const hand = measured('hand', csv, RUNS);
  tell(`by hand, CSV ${rows}`, hand, csv.bytes);
  for (const format of ['csv', 'json', 'xml'] as const) {
    const input = await catalogueInput(format, rows);
    const measure = measured('engine', input, RUNS);
    tell(
      `engine, ${format.toUpperCase()} ${rows}`,
      measure,
      input.bytes,
      format === 'csv' ? hand : undefined,
    );
  }
}

async function joins(): Promise<void> {
  for (const side of ['things-to-keys', 'keys-to-things'] as const) {
    const input = await joinInput(side, JOINED);
    tell(`join, ${side}`, measured('engine', input, RUNS), input.bytes);
  }
}

async function wide(): Promise<void> {
  const input = await wideInput(WIDE);
  tell(`wide table, ${WIDE} × 68`, measured('engine', input, 1), input.bytes);
}

const asked = process.argv.slice(2);
row('job', ['M st./s', 'MB/s', 's', 'MB peak', '× hand']);
for (const one of asked.length > 0 ? asked : ['100000', '1000000', 'join', 'wide']) {
  if (one === 'join') await joins();
  else if (one === 'wide') await wide();
  else await catalogues(Number(one));
}
