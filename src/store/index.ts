export { createGraphStore, type GraphStoreLimits } from './create-graph-store.ts';
export { createOxigraphStore, type OxigraphStoreOptions, type StoreLimits } from './oxigraph-store.ts';
export { createFileSelector, type SelectLimits } from './select-from-file.ts';
