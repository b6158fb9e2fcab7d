/**
 * `node test/bench/capacity.ts [statements | ceiling] [kind…]`: how the memory of an embedded store grows with what is
 * loaded, and where it ends. By hand: up to the ceiling it takes minutes and 4 GiB. What `src/store/embedded/capacity.ts`
 * predicts comes from here, and stands beside what is measured.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { predictMemory } from '../../src/store/index.ts';
import type { CapacityMeasure } from './capacity-job.ts';

const KINDS = ['museums', 'short', 'long', 'distinct'];
const DEFAULT = 2_000_000;

const [asked = String(DEFAULT), ...chosen] = process.argv.slice(2);
const most = asked === 'ceiling' ? Number.POSITIVE_INFINITY : Number(asked);

const row = (cells: readonly string[]): void =>
  void process.stdout.write(
    `${cells.map((cell, at) => (at === 0 ? cell.padEnd(12) : cell.padStart(14))).join('')}\n`,
  );
const millions = (bytes: number): string => (bytes / 1e6).toFixed(0);

function measured(kind: string): readonly CapacityMeasure[] {
  const script = join(import.meta.dirname, 'capacity-job.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, kind, String(most)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CapacityMeasure);
}

row(['kind', 'statements', 'MB N-Quads', 'MB memory', 'bytes each', 'MB predicted']);
for (const kind of chosen.length > 0 ? chosen : KINDS)
  for (const { statements, textBytes, memoryBytes, failure } of measured(kind)) {
    const predicted = predictMemory({ statements, bytes: textBytes });
    row([
      kind,
      String(statements),
      millions(textBytes),
      millions(memoryBytes),
      (memoryBytes / statements).toFixed(0),
      millions(predicted),
      ...(failure ? ['memory ended'] : []),
    ]);
  }
