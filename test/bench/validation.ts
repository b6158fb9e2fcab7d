/**
 * `npm run bench:validation [resources…]`: resources and statements a second and peak memory of validation, parsing
 * included, beside shacl-engine and rdf-validate-shacl on the same data in the same run. Each figure comes from a process
 * of its own; the median of three.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { ValidationMeasure } from './validation-job.ts';

const RUNS = 3;
/** The other engines take gigabytes beyond. */
const MOST_OF_OTHERS = 10_000;
const MOST_AS_GRAPH = 100_000;

/** Processor time of one resource in the most against that in the fewest: 1 is linear. */
const LINEAR = 1.3;

/** Jobs with a script of their own, by how their names begin. */
const FILES = [
  ['sparql-', 'validation-sparql-job.ts'],
  ['change-', 'validation-change-job.ts'],
] as const;

function measured(job: string, count: number): ValidationMeasure {
  const found = Array.from({ length: count > 100_000 ? 1 : RUNS }, () => {
    const file = FILES.find(([start]) => job.startsWith(start))?.[1] ?? 'validation-job.ts';
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

/** @param others measures of the same data, which this one is compared with */
function tell(job: string, count: number, others: readonly ValidationMeasure[] = []): ValidationMeasure {
  const measure = measured(job, count);
  const { statements, results, seconds, cpuSeconds, megabytes } = measure;
  row(`${NAMES[job]}, ${count}`, [
    (count / seconds).toFixed(0),
    (statements / seconds).toFixed(0),
    seconds.toFixed(2),
    cpuSeconds.toFixed(2),
    megabytes.toFixed(0),
    String(results),
    ...others.map((other) => (other.seconds / seconds).toFixed(1)),
  ]);
  return measure;
}

const NAMES: Readonly<Record<string, string>> = {
  'rdf-validate-shacl': 'rdf-validate-shacl',
  bare: 'shacl-engine alone',
  things: 'things in chunks',
  graph: 'whole graph',
  'sparql-sets': 'one sh:sparql, all targets',
  'sparql-among': 'one sh:sparql, 500 targets',
  'change-500': '500 changed things',
};

const asked = process.argv.slice(2).map(Number);
const counts = asked.length > 0 ? asked : [10_000, 100_000, 1_000_000];
row('job', ['resources/s', 'triples/s', 's', 'CPU s', 'MB peak', 'results', '× rdf-v-s', '× engine']);
const things = counts.map((count) => {
  const others = count <= MOST_OF_OTHERS ? ['rdf-validate-shacl', 'bare'].map((job) => tell(job, count)) : [];
  const measure = tell('things', count, others);
  if (count <= MOST_AS_GRAPH) {
    tell('graph', count, others);
    for (const job of ['sparql-sets', 'sparql-among', 'change-500']) tell(job, count);
  }
  return measure.cpuSeconds / count;
});
const growth = (things.at(-1) ?? 0) / (things[0] ?? 1);
if (counts.length > 1)
  process.stdout.write(
    `From ${counts[0]} to ${counts.at(-1)} things, one takes ${growth.toFixed(2)} times the CPU (goal: ${LINEAR} at most).\n`,
  );
