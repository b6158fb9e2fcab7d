import type { QuadStore } from '../../model/index.ts';
import { PooledStore, type StoreLimits } from '../pool/pooled-store.ts';
import type { Log } from '../pool/worker-pool.ts';
import { startWorker } from './start-worker.ts';

export interface OxigraphStoreOptions {
  /** Absolute paths of N-Quads dumps, gzip. */
  readonly dumps: readonly string[];
  /** Base IRI of relative IRIs in queries. */
  readonly base: string;
  readonly limits: StoreLimits;
  /** Each holds a copy of the data. Default 2. */
  readonly workers?: number;
  readonly log?: Log;
}

/** A quad store on Oxigraph, in memory, in worker threads. */
export function createOxigraphStore(options: OxigraphStoreOptions): QuadStore {
  const { dumps, base, limits, workers = 2, log = () => {} } = options;
  const data = { dumps, base, resultBytes: limits.resultBytes };
  return new PooledStore({ limits, workers, log, start: () => startWorker(data) });
}
