/** One job of the mapping bench in a process of its own: `node mapping-job.ts engine|hand MAPPING DATA`. */
import { open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { convert } from './hand-written.ts';

export interface Measure {
  readonly statements: number;
  readonly seconds: number;
  /** Peak resident memory of the process. */
  readonly megabytes: number;
}

/** The engine as the package has it, built by `npm run build`. */
const DIST = join(import.meta.dirname, '..', '..', 'dist', 'mapping', 'index.js');

type Job = (mapping: string, data: string, out: string) => Promise<number>;

const JOBS: Readonly<Record<string, Job>> = {
  async engine(mapping, _, out) {
    const { runRml } = (await import(DIST)) as typeof import('../../src/mapping/index.ts');
    const file = await writerTo(out);
    const outcome = await runRml({
      mapping,
      base: 'http://example.org/',
      workingDirectory: dirname(mapping),
      write: (nquads) => file.write(nquads),
    });
    if (outcome.kind === 'refused')
      throw new Error(outcome.complaints.map(({ found }) => found.en).join('\n'));
    await file.close();
    return outcome.report.statements;
  },
  hand: (_, data, out) => convert(data, out),
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

const [job = '', mapping = '', data = ''] = process.argv.slice(2);
const out = `${mapping}.${job}.nq`;
await rm(out, { force: true });
await import(DIST);
const started = performance.now();
const statements = (await JOBS[job]?.(mapping, data, out)) ?? 0;
const measure: Measure = {
  statements,
  seconds: (performance.now() - started) / 1000,
  megabytes: process.resourceUsage().maxRSS / 1024,
};
await rm(out);
process.stdout.write(JSON.stringify(measure));
