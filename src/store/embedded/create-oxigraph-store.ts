import type { QuadStore } from '../../model/index.ts';
import { PooledStore } from '../pool/pooled-store.ts';
import type { StoreLimits } from '../pool/store-limits.ts';
import type { Log } from '../pool/store-worker.ts';
import { capacityOf, type StoreSize } from './capacity.ts';
import { capacityFault } from './capacity-fault.ts';
import { inTurn } from './in-turn.ts';
import type { ImageOptions } from './messages.ts';
import { type Loaded, startWorker } from './start-worker.ts';
import { unpackedBytes } from './unpacked-bytes.ts';

export interface OxigraphStoreOptions {
  /** Absolute paths of N-Quads dumps, gzip. */
  readonly dumps: readonly string[];
  /** Base IRI of relative IRIs in queries. */
  readonly base: string;
  readonly limits: StoreLimits;
  /** Each holds a copy of the data: fewer are started where memory is short. Default 2. */
  readonly workers?: number;
  /** What the dumps hold, for predicting the memory it takes (bytes are told by the dumps); absent: not predicted. */
  readonly size?: StoreSize;
  /** Keeps an image of the memory there: workers restore it instead of loading the dumps. Absent: they load. */
  readonly image?: ImageOptions;
  readonly log?: Log;
}

/**
 * A quad store on Oxigraph, in memory, in worker threads.
 *
 * @throws Fault for a release that is larger than one memory, or than the memory there is
 */
export function createOxigraphStore(options: OxigraphStoreOptions): QuadStore {
  const { dumps, base, limits, image, log = () => {} } = options;
  const workers = affordableWorkers(options, log);
  const { resultBytes, resultRows } = limits;
  const data = { dumps, base, resultBytes, resultRows, ...(image && { image }) };
  let checked: string | undefined;
  const onLoaded = (loaded: Loaded): void => {
    checked = loaded.checked;
    for (const { event, details } of loaded.notes) log(event, details);
  };
  const start = () => startWorker({ ...data, checked }, onLoaded);
  return new PooledStore({ limits, workers, log, start: image ? inTurn(start) : start });
}

function affordableWorkers({ size, dumps, workers: wanted = 2 }: OxigraphStoreOptions, log: Log): number {
  if (size === undefined) return wanted;
  const capacity = capacityOf({ bytes: unpackedBytes(dumps), ...size }, wanted);
  if (capacity.kind !== 'fits') throw capacityFault(capacity);
  const { workers, bytesPerCopy } = capacity;
  if (workers < wanted) log('store has fewer workers for want of memory', { wanted, workers, bytesPerCopy });
  return workers;
}
