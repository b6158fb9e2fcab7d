/** One file profiled in a process of its own: `node add-job.ts FILE`. */
import { statSync } from 'node:fs';
import { join } from 'node:path';

/** What profiling a file takes. */
export interface ProfileMeasure {
  readonly seconds: number;
  /** Of the processor. */
  readonly processor: number;
  /** Peak resident memory of the process. */
  readonly megabytes: number;
  readonly bytes: number;
  readonly cells: number;
  readonly identifier: string;
}

/** The platform as the package has it, built by `npm run build`. */
const DIST = join(import.meta.dirname, '..', '..', 'dist', 'profiling', 'index.js');

const [path = ''] = process.argv.slice(2);
const { profileSource } = (await import(DIST)) as typeof import('../../src/profiling/index.ts');
const started = performance.now();
const profile = await profileSource({ path, shown: path });
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const measure: ProfileMeasure = {
  seconds: (performance.now() - started) / 1000,
  processor: (userCPUTime + systemCPUTime) / 1e6,
  megabytes: maxRSS / 1024,
  bytes: statSync(path).size,
  cells: profile.records * profile.columns.length,
  identifier: profile.identifiers.proposed?.value.join(' + ') ?? '–',
};
process.stdout.write(JSON.stringify(measure));
