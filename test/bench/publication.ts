/**
 * `npm run bench:publication [rows [runs]]`: what it costs to publish a generated catalogue of 80,000 things (a million
 * statements): a first release, one in which a row of a hundred changed, the index, and loading the store to compare with;
 * each figure the median of processes of their own. Then the sizes of the files, and what is served over HTTP.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReleaseManifest } from '../../src/model/index.ts';
import type { PublicationMeasure } from './publication-job.ts';
import { writeProject, writeSource } from './publication-project.ts';

const [rows = 80_000, runs = 3] = process.argv.slice(2).map(Number);
const WORLD = join(import.meta.dirname, '..', 'fixtures', 'a-small-world');
/** At most so many times mapping, validation and loading. */
const GOAL = 1.5;
const MOST_MEGABYTES = 600;

const folder = mkdtempSync(join(tmpdir(), 'cimaise-bench-publication-'));
const project = join(folder, 'project');
const releases = join(folder, 'releases');

const tell = (line: string): void => void process.stdout.write(`${line}\n`);
const row = (name: string, cells: readonly string[]): void =>
  tell(`${name.padEnd(34)}${cells.map((cell) => cell.padStart(12)).join('')}`);

function measured(job: string): PublicationMeasure {
  const script = join(import.meta.dirname, 'publication-job.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, job, project, releases], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as PublicationMeasure;
}

function median(found: readonly PublicationMeasure[]): PublicationMeasure {
  return found.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(found.length / 2)] as PublicationMeasure;
}

function tellMeasure(name: string, { seconds, cpuSeconds, megabytes }: PublicationMeasure): void {
  row(name, [seconds.toFixed(2), cpuSeconds.toFixed(2), megabytes.toFixed(0)]);
}

const repeat = (job: string): PublicationMeasure => median(Array.from({ length: runs }, () => measured(job)));

function manifest(): ReleaseManifest {
  const id = readFileSync(join(releases, 'current'), 'utf8').trim();
  return JSON.parse(readFileSync(join(releases, id, 'manifest.json'), 'utf8')) as ReleaseManifest;
}

async function bench(): Promise<void> {
  await writeProject(project, WORLD, rows);
  row(`${rows} things`, ['s', 'CPU s', 'MB peak']);
  const firsts = Array.from({ length: runs }, () => {
    rmSync(releases, { recursive: true, force: true });
    return measured('build');
  });
  const first = median(firsts);
  tellMeasure('first release', first);
  const index = repeat('index');
  tellMeasure('index', index);
  const load = repeat('load');
  tellMeasure('loading, one worker', load);
  const sizes = manifest();
  const seconds: PublicationMeasure[] = [];
  for (let run = 0; run < runs; run++) {
    await writeSource(project, rows, 100 + run);
    seconds.push(measured('build'));
  }
  tellMeasure('a release with 1 % changed', median(seconds));
  const judged = first.judgedSeconds ?? Number.NaN;
  const yardstick = judged + load.seconds;
  const beyond = first.seconds - judged + index.seconds;
  tell(
    `\nmapping and validation ${judged.toFixed(2)} s, with loading ${yardstick.toFixed(2)} s; ` +
      `dumps and index ${beyond.toFixed(2)} s: ${(beyond / yardstick).toFixed(2)} times; ` +
      `the whole release ${((first.seconds + index.seconds) / yardstick).toFixed(2)} times (goal: ${GOAL}).`,
  );
  const peak = Math.max(first.megabytes, median(seconds).megabytes, index.megabytes);
  tell(`Peak memory ${peak.toFixed(0)} MB (goal: ${MOST_MEGABYTES}).\n`);
  tellSizes(sizes, manifest());
}

function tellSizes({ datasets: [dataset], dumps = [] }: ReleaseManifest, { changes }: ReleaseManifest): void {
  tell(`${dataset?.statements} statements, ${dataset?.things} things`);
  for (const { path, bytes } of [...(dataset?.dumps ?? []), ...dumps])
    row(path, [`${(bytes / 1e6).toFixed(2)} MB`]);
  if (changes)
    tell(`1 % changed: ${changes.added.statements} statements added, ${changes.removed.statements} removed`);
}

try {
  await bench();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const http = join(import.meta.dirname, 'publication-http.ts');
if (existsSync(http)) spawnSync(process.execPath, [http], { stdio: 'inherit' });
