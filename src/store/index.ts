export { createStore, type StoreChoice, type StoreOptions } from './create-store.ts';
export { createOxigraphStore, type OxigraphStoreOptions } from './embedded/create-oxigraph-store.ts';
export { createEndpointStore, type EndpointStoreOptions } from './endpoint/create-endpoint-store.ts';
export type { ServerAddresses } from './endpoint/server.ts';
export { createFileSelector, type SelectLimits } from './files/select-from-file.ts';
export { createNativeStore, type NativeStoreOptions } from './native/create-native-store.ts';
export type { StoreLimits } from './pool/pooled-store.ts';
export { createGraphStore, type GraphStoreLimits } from './working/create-graph-store.ts';
