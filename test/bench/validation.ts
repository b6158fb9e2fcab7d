/**
 * `npm run bench:validation [resources…]`: resources and statements a second and peak memory of validation, parsing
 * included, beside the bare engine on the same data. Each figure comes from a process of its own; the median of three.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { ValidationMeasure } from './validation-job.ts';

const RUNS = 3;
/** The bare engine takes gigabytes beyond. */
const MOST_BARE = 10_000;

function measured(job: string, count: number, runs: number): ValidationMeasure {
  const found = Array.from({ length: runs }, () => {
    const file = job.startsWith('sparql-') ? 'validation-sparql-job.ts' : 'validation-job.ts';
    const script = join(import.meta.dirname, file);
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, job, String(count)], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as ValidationMeasure;
  }).sort((a, b) => a.seconds - b.seconds);
  return found[Math.floor(found.length / 2)] as ValidationMeasure;
}

const row = (name: string, cells: readonly string[]): void =>
  void process.stdout.write(`${name.padEnd(30)}${cells.map((cell) => cell.padStart(12)).join('')}\n`);

function tell(name: string, count: number, measure: ValidationMeasure, bare?: ValidationMeasure): void {
  const { statements, results, seconds, megabytes } = measure;
  row(name, [
    (count / seconds).toFixed(0),
    (statements / seconds).toFixed(0),
    seconds.toFixed(2),
    megabytes.toFixed(0),
    String(results),
    bare === undefined ? '' : (bare.seconds / seconds).toFixed(1),
  ]);
}

const asked = process.argv.slice(2).map(Number);
row('job', ['resources/s', 'triples/s', 's', 'MB peak', 'results', '× bare']);
for (const count of asked.length > 0 ? asked : [10_000, 100_000, 1_000_000]) {
  const bare = count <= MOST_BARE ? measured('bare', count, RUNS) : undefined;
  if (bare) tell(`shacl-engine alone, ${count}`, count, bare);
  tell(`things in chunks, ${count}`, count, measured('things', count, count > 100_000 ? 1 : RUNS), bare);
  if (count <= 100_000) tell(`whole graph, ${count}`, count, measured('graph', count, RUNS), bare);
  if (count <= 100_000)
    for (const job of ['sparql-sets', 'sparql-among'])
      tell(`${job}, ${count}`, count, measured(job, count, RUNS));
}
