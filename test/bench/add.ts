/**
 * `npm run bench:add [-- part…]`: what adding a source costs, part by part. `profile`: 100,000 rows × 30 columns;
 * `wide`: 1,060,000 rows × 68 columns (1.28 GB); `harvest`: 10, 100 and 1000 MB from a server on loopback, plain and
 * packed, whose memory must not grow; `preview`: from a saved file to the page that shows it, of 100,000 rows. Each figure
 * comes from a process of its own.
 */
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { HarvestMeasure } from './add-harvest.ts';
import type { ProfileMeasure } from './add-job.ts';
import { type Followed, follow } from './add-preview.ts';
import { openStreamingPortal } from './harvest-portal.ts';
import { portalInput, wideInput } from './mapping-inputs.ts';

const RUNS = 3;
const ROWS = 100_000;
const TIMES = 5;
const WIDE = 1_060_000;
const SIZES = [10, 100, 1000];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const row = (name: string, cells: readonly string[]): void =>
  say(name.padEnd(34) + cells.map((cell) => cell.padStart(11)).join(''));

/** The platform as the package has it, built by `npm run build`. */
const DIST = join(import.meta.dirname, '..', '..', 'dist', 'profiling', 'index.js');

/** Types are taken out beforehand: what strips them is 15 MB that no user pays. */
const JOB = stripTypeScriptTypes(readFileSync(join(import.meta.dirname, 'add-job.ts'), 'utf8'));

function profiled(path: string): ProfileMeasure {
  const script = ['--input-type=module', '--eval', JOB, DIST, path];
  const { stdout, stderr, status } = spawnSync(process.execPath, script, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ProfileMeasure;
}

/** The run of median time. */
const median = (found: readonly ProfileMeasure[]): ProfileMeasure =>
  [...found].sort((a, b) => a.seconds - b.seconds)[Math.floor(found.length / 2)] as ProfileMeasure;

function tell(name: string, found: ProfileMeasure, goal: string): void {
  row(name, [
    found.seconds.toFixed(2),
    found.processor.toFixed(2),
    found.megabytes.toFixed(0),
    (found.cells / found.seconds / 1e6).toFixed(2),
    (found.bytes / found.seconds / 1e6).toFixed(0),
    goal,
  ]);
  say(`  identifier: ${found.identifier}`);
}

/** The server answers in this process meanwhile. */
async function harvested(url: string): Promise<HarvestMeasure> {
  const script = join(import.meta.dirname, 'add-harvest.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, url]);
  return JSON.parse(stdout) as HarvestMeasure;
}

function tellFollowed({ file, milliseconds }: Followed): void {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const seconds = (at: number): string => ((sorted[at] ?? 0) / 1000).toFixed(2);
  row(`preview follows ${file}`, [seconds(Math.floor(sorted.length / 2)), '', '', '', '', '1 s']);
  say(`  from ${seconds(0)} to ${seconds(sorted.length - 1)} s`);
}

/** A new part is a new row: what is measured, and how. */
const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  async profile() {
    const path = await portalInput(ROWS);
    const runs = Array.from({ length: RUNS }, () => profiled(path));
    tell(`profile ${ROWS} × 30`, median(runs), '5 s, 200');
  },
  async wide() {
    const { data } = await wideInput(WIDE);
    tell(`profile ${WIDE} × 68`, profiled(data), '90 s, 300');
  },
  async harvest() {
    const portal = await openStreamingPortal();
    try {
      for (const coding of ['identity', 'gzip'] as const)
        for (const megabytes of SIZES) {
          const found = await harvested(portal.addressOf(megabytes, coding));
          row(`harvest ${megabytes} MB${coding === 'gzip' ? ', gzip' : ''}`, [
            found.seconds.toFixed(2),
            found.processor.toFixed(2),
            found.megabytes.toFixed(0),
            (found.records / found.seconds / 1e6).toFixed(2),
            (found.bytes / found.seconds / 1e6).toFixed(0),
            'flat',
          ]);
          say(`  fetched: ${found.fetching.toFixed(2)} s; ${found.records} records`);
        }
    } finally {
      await portal.close();
    }
  },
  async preview() {
    for (const one of await follow(ROWS, TIMES)) tellFollowed(one);
  },
};

const asked = process.argv.slice(2);
row('job', ['s', 's CPU', 'MB peak', 'M cells/s', 'MB/s', 'goal s, MB']);
for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
  const part = PARTS[name];
  if (part === undefined) throw new Error(`There is no part “${name}”: ${Object.keys(PARTS).join(', ')}.`);
  await part();
}
