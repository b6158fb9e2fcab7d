export { createOxigraphStore, type OxigraphStoreOptions, type StoreLimits } from './oxigraph-store.ts';
export { type ParsedQuery, parseQuery } from './parse-query.ts';
export { QUERY_BOUNDS, type QueryBounds } from './query-bounds.ts';
export { createFileSelector, type SelectLimits } from './select-from-file.ts';
