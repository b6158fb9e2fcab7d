/** One step of the publication bench in a process of its own: `node publication-job.ts build|index|load PROJECT RELEASES`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PublicationMeasure {
  readonly seconds: number;
  /** Of a build: until all things were mapped, sorted and judged. */
  readonly judgedSeconds?: number;
  readonly judgedCpuSeconds?: number;
  /** What the processors worked, all threads together: nearly the same on a machine that others use too. */
  readonly cpuSeconds: number;
  /** Peak resident memory of the process. */
  readonly megabytes: number;
}

/** The package as it is published, built by `npm run build`. */
const DIST = join(import.meta.dirname, '..', '..', 'dist');
const room = (name: string): Promise<unknown> => import(join(DIST, name, 'index.js'));
const BASE = 'http://example.org/';

type Job = (
  project: string,
  releases: string,
) => Promise<Pick<PublicationMeasure, 'judgedSeconds' | 'judgedCpuSeconds'>>;

const dumpOf = (releases: string): string => {
  const id = readFileSync(join(releases, 'current'), 'utf8').trim();
  return join(releases, id, 'datasets/objets.nq.gz');
};

const JOBS: Readonly<Record<string, Job>> = {
  async build(root, releases) {
    const { loadProject } = (await room('declarations')) as typeof import('../../src/declarations/index.ts');
    const { build } = (await room('release')) as typeof import('../../src/release/index.ts');
    const loaded = await loadProject({ root, base: BASE });
    if (loaded.kind === 'refused') throw new Error(JSON.stringify(loaded.complaints));
    const started = performance.now();
    const before = process.cpuUsage();
    let [judged, judgedCpu] = [started, before];
    const outcome = await build({
      project: loaded.project,
      releases,
      toolVersion: 'bench',
      progress: ({ kind }) => {
        if (kind === 'validating') [judged, judgedCpu] = [performance.now(), process.cpuUsage(before)];
      },
    });
    if (outcome.kind !== 'released') throw new Error(JSON.stringify(outcome).slice(0, 2000));
    return {
      judgedSeconds: (judged - started) / 1000,
      judgedCpuSeconds: (judgedCpu.user + judgedCpu.system) / 1e6,
    };
  },
  async index(_, releases) {
    const { buildIndex } = (await room('index')) as typeof import('../../src/index/index.ts');
    const dumps = [{ dataset: 'objets', path: dumpOf(releases) }];
    await buildIndex({ dumps, base: BASE, file: join(releases, 'bench-index.sqlite') });
    return {};
  },
  async load(_, releases) {
    const { createOxigraphStore } = (await room('store')) as typeof import('../../src/store/index.ts');
    const limits = { milliseconds: 20_000, resultBytes: 1 << 20, resultRows: 1000, queue: 4 };
    const store = createOxigraphStore({ dumps: [dumpOf(releases)], base: BASE, limits, workers: 1 });
    await store.ready();
    await store.close();
    return {};
  },
};

const [job = '', project = '', releases = ''] = process.argv.slice(2);
const started = performance.now();
const before = process.cpuUsage();
const done = await JOBS[job]?.(project, releases);
const { user, system } = process.cpuUsage(before);
const measure: PublicationMeasure = {
  ...done,
  seconds: (performance.now() - started) / 1000,
  cpuSeconds: (user + system) / 1e6,
  megabytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(measure));
