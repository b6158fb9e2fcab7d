/** One address harvested in a process of its own, fetched and read whole: `node add-harvest.ts URL`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What harvesting an address takes. */
export interface HarvestMeasure {
  readonly seconds: number;
  /** Until the file was there whole; the rest is reading it. */
  readonly fetching: number;
  /** Of the processor. */
  readonly processor: number;
  /** Peak resident memory of the process. */
  readonly megabytes: number;
  readonly bytes: number;
  readonly records: number;
}

/** The platform as the package has it, built by `npm run build`. */
const DIST = join(import.meta.dirname, '..', '..', 'dist', 'harvest', 'index.js');

const [url = ''] = process.argv.slice(2);
const { createWebClient, DEFAULT_BOUNDS, harvestSource } = (await import(
  DIST
)) as typeof import('../../src/harvest/index.ts');
const folder = await mkdtemp(join(tmpdir(), 'cimaise-bench-'));
const client = createWebClient({
  userAgent: 'Cimaise/0.0.0 (+http://localhost:3000/)',
  bounds: DEFAULT_BOUNDS,
  allowsPrivate: () => true,
});
try {
  const started = performance.now();
  let fetched = started;
  const outcome = await harvestSource({
    source: {
      path: join(folder, 'source.csv'),
      shown: 'source.csv',
      format: 'csv',
      dialect: { delimiter: ';', quote: '"', encoding: 'utf-8' },
      namespaces: {},
      harvest: { from: { kind: 'file', url }, fall: 0.1, mediaTypes: [], headers: [] },
    },
    client,
    secrets: new Map(),
    tell: ({ kind }) => {
      if (kind === 'fetching') fetched = performance.now();
    },
  });
  if (outcome.kind !== 'renewed') throw new Error(JSON.stringify(outcome));
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const measure: HarvestMeasure = {
    seconds: (performance.now() - started) / 1000,
    fetching: (fetched - started) / 1000,
    processor: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
    bytes: outcome.bytes,
    records: outcome.records,
  };
  process.stdout.write(JSON.stringify(measure));
} finally {
  await client.close();
  await rm(folder, { recursive: true, force: true });
}
