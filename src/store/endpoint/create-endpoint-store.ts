import { join } from 'node:path';
import type { QuadStore } from '../../model/index.ts';
import type { StoreLimits } from '../pool/store-limits.ts';
import type { Log } from '../pool/worker-pool.ts';
import { EndpointStore } from './endpoint-store.ts';
import { shownAddress } from './faults.ts';
import { graphDumps, type PartBounds } from './graph-parts.ts';
import { loadRelease } from './load-release.ts';
import { patientServer } from './patient-server.ts';
import { createServer, type ServerAddresses } from './server.ts';

export interface EndpointStoreOptions {
  readonly endpoint: ServerAddresses;
  /** Absolute paths of N-Quads dumps, gzip; each holds one graph. */
  readonly dumps: readonly string[];
  /** Every published graph. */
  readonly graphs: readonly { readonly iri: string; readonly statements: number }[];
  /** Base IRI of relative IRIs in queries. */
  readonly base: string;
  /** Id of the release. */
  readonly release: string;
  /** Where the journal of a load is kept. */
  readonly folder: string;
  readonly limits: StoreLimits;
  /** Queries under way at once. Default 8. */
  readonly places?: number;
  /** How much is sent at once while loading. */
  readonly bounds?: PartBounds;
  /** First pause before a request of loading is tried again. */
  readonly pauseMilliseconds?: number;
  readonly log?: Log;
}

/**
 * A quad store on any SPARQL 1.1 server, which is brought to hold the release: `ready()` resolves when every graph has
 * been counted there, and rejects with a `Fault` when the server refuses, cannot be reached or counts otherwise.
 */
export function createEndpointStore(options: EndpointStoreOptions): QuadStore {
  const { endpoint, graphs, base, limits, places = 8, log = () => {} } = options;
  const closing = new AbortController();
  const loading = load();
  // Whoever asks for `ready` hears of a failure; nobody asking must not end the process.
  loading.catch(() => {});
  const stop = (): void => closing.abort();
  return new EndpointStore({ server: createServer(endpoint), base, graphs, limits, places, loading, stop });

  async function load(): Promise<void> {
    const { release, folder, bounds, pauseMilliseconds: pause } = options;
    const { signal } = closing;
    await loadRelease({
      server: patientServer(endpoint, { log, signal, ...(pause !== undefined && { pause }) }),
      base,
      release,
      graphs: await graphDumps(options.dumps, graphs),
      journal: join(folder, 'endpoint-journal'),
      name: JSON.stringify([shownAddress(endpoint.update), base, bounds, endpoint.data !== undefined]),
      ...(bounds && { bounds }),
      log,
      signal,
    });
  }
}
