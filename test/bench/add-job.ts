/** One file profiled in a process of its own, given the built platform's door and the file. */
import { statSync } from 'node:fs';

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

const [platform = '', path = ''] = process.argv.slice(1);
const { profileSource } = (await import(platform)) as typeof import('../../src/profiling/index.ts');
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
