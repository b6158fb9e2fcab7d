import type { QuadStore } from '../model/index.ts';
import { createOxigraphStore, type OxigraphStoreOptions } from './embedded/create-oxigraph-store.ts';
import { createEndpointStore } from './endpoint/create-endpoint-store.ts';
import type { ServerAddresses } from './endpoint/server.ts';
import { createNativeStore } from './native/create-native-store.ts';

/** What is to answer SPARQL. */
export interface StoreChoice {
  readonly store: 'embedded' | 'native' | 'endpoint';
  /** Program of the native store: a path, or a name to be found on the path. */
  readonly oxigraph: string;
  /** There where `store` is `endpoint`. */
  readonly endpoint: ServerAddresses | undefined;
}

/** A release to be put into a store. */
export interface StoreOptions extends OxigraphStoreOptions {
  /** Id of the release. */
  readonly release: string;
  /** SHA-256, or the like, over all that the dumps hold. */
  readonly fingerprint: string;
  /** Every published graph. */
  readonly graphs: readonly { readonly iri: string; readonly statements: number }[];
  /** Where a store may keep what it makes of the release. */
  readonly folder: string;
}

/** The store of a release, of the kind that was chosen. Loading starts at once; `ready()` tells when it is done. */
export function createStore({ store, oxigraph, endpoint }: StoreChoice, options: StoreOptions): QuadStore {
  const { fingerprint: key, folder, graphs } = options;
  const statements = graphs.reduce((sum, graph) => sum + graph.statements, 0);
  if (store === 'native') return createNativeStore({ ...options, program: oxigraph, key, statements });
  if (store === 'endpoint' && endpoint) return createEndpointStore({ ...options, endpoint });
  return createOxigraphStore({ size: { statements }, image: { folder, key }, ...options });
}
