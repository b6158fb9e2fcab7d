/**
 * `npm run bench:mapping [rows]`: statements a second and peak memory of the mapping engine, beside a converter written
 * by hand for the same file. Each figure comes from a process of its own; the median of three is told.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runRml } from '../../src/mapping/index.ts';
import { type CatalogueFormat, catalogueMapping } from './catalogue-mapping.ts';
import { convert } from './hand-written.ts';
import { catalogue, WRITERS, writePieces } from './museum-catalogue.ts';

const FOLDER = join(tmpdir(), 'cimaise-bench');

interface Measure {
  readonly statements: number;
  readonly seconds: number;
  /** Peak resident memory of the process. */
  readonly megabytes: number;
}

/** What a child process runs: a name and where its input lies. */
const JOBS: Readonly<Record<string, (path: string) => Promise<number>>> = {
  engine: async (path) => {
    const out = await writerTo(`${path}.nq`);
    const outcome = await runRml({
      mapping: `${path}.ttl`,
      base: 'http://example.org/',
      workingDirectory: dirname(path),
      write: (nquads) => out.write(nquads),
    });
    if (outcome.kind === 'refused')
      throw new Error(outcome.complaints.map(({ found }) => found.en).join('\n'));
    await out.close();
    return outcome.report.statements;
  },
  hand: (path) => convert(path, `${path}.hand.nq`),
};

/** Writes one piece while the next is made. */
async function writerTo(path: string) {
  const file = await open(path, 'w');
  let writing: Promise<unknown> = Promise.resolve();
  return {
    async write(bytes: Uint8Array): Promise<void> {
      await writing;
      writing = file.writeFile(bytes);
    },
    async close(): Promise<void> {
      await writing;
      await file.close();
    },
  };
}

async function child(job: string, path: string): Promise<void> {
  const started = performance.now();
  const statements = (await JOBS[job]?.(path)) ?? 0;
  const measure: Measure = {
    statements,
    seconds: (performance.now() - started) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(JSON.stringify(measure));
}

/** Three runs, the one of median time. */
function measured(job: string, path: string, runs = 3): Measure {
  const found = Array.from({ length: runs }, () => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [import.meta.filename, '--child', job, path],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Measure;
  }).sort((a, b) => a.seconds - b.seconds);
  return found[Math.floor(found.length / 2)] as Measure;
}

async function prepared(format: CatalogueFormat, rows: number): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `catalogue-${rows}.${format}`);
  if (!existsSync(path)) await writePieces(path, WRITERS[format](catalogue(rows)));
  writeFileSync(`${path}.ttl`, catalogueMapping(format, `catalogue-${rows}.${format}`));
  return path;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function row(name: string, { statements, seconds, megabytes }: Measure, bytes: number, hand?: Measure): void {
  const rate = statements / seconds / 1e6;
  const ratio =
    hand === undefined ? '' : ((hand.seconds / seconds) * (statements / hand.statements)).toFixed(2);
  const cells = [
    name.padEnd(28),
    rate.toFixed(2).padStart(8),
    (bytes / 1e6 / seconds).toFixed(0).padStart(7),
    seconds.toFixed(2).padStart(8),
    megabytes.toFixed(0).padStart(8),
    ratio.padStart(8),
  ];
  say(cells.join(''));
}

async function main(sizes: readonly number[]): Promise<void> {
  say(
    `${'job'.padEnd(28)}${'M st./s'.padStart(8)}${'MB/s'.padStart(7)}${'s'.padStart(8)}${'MB peak'.padStart(8)}${'× hand'.padStart(8)}`,
  );
  for (const rows of sizes) {
    const csv = await prepared('csv', rows);
    const hand = measured('hand', csv);
    row(`by hand, CSV ${rows}`, hand, statSync(csv).size);
    for (const format of ['csv', 'json', 'xml'] as const) {
      const path = await prepared(format, rows);
      row(
        `engine, ${format.toUpperCase()} ${rows}`,
        measured('engine', path),
        statSync(path).size,
        format === 'csv' ? hand : undefined,
      );
    }
  }
}

const [flag, job = '', path = ''] = process.argv.slice(2);
if (flag === '--child') await child(job, path);
else await main((flag ?? '100000').split(',').map(Number));
