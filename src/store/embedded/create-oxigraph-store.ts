import type { QuadStore } from '../../model/index.ts';
import { PooledStore, type StoreLimits } from '../pool/pooled-store.ts';
import type { Log } from '../pool/store-worker.ts';
import { inTurn } from './in-turn.ts';
import type { ImageOptions } from './messages.ts';
import { startWorker } from './start-worker.ts';

export interface OxigraphStoreOptions {
  /** Absolute paths of N-Quads dumps, gzip. */
  readonly dumps: readonly string[];
  /** Base IRI of relative IRIs in queries. */
  readonly base: string;
  readonly limits: StoreLimits;
  /** Each holds a copy of the data. Default 2. */
  readonly workers?: number;
  /** Keeps an image of the memory there: workers restore it instead of loading the dumps. Absent: they load. */
  readonly image?: ImageOptions;
  readonly log?: Log;
}

/** A quad store on Oxigraph, in memory, in worker threads. */
export function createOxigraphStore(options: OxigraphStoreOptions): QuadStore {
  const { dumps, base, limits, workers = 2, image, log = () => {} } = options;
  const { resultBytes, resultRows } = limits;
  const data = { dumps, base, resultBytes, resultRows, ...(image && { image }) };
  const start = () => startWorker(data, log);
  return new PooledStore({ limits, workers, log, start: image ? inTurn(start) : start });
}
