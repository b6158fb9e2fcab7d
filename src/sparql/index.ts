export { type AskedDataset, askedDataset } from './asked-dataset.ts';
export type { CartesianProduct } from './cartesian-products.ts';
export { type ParsedQuery, parseQuery } from './parse-query.ts';
export type { QueryFault } from './prebinding-faults.ts';
export { type PreboundQuery, type PreparedQuery, prepareQuery, queryOver } from './prebound-query.ts';
export { QUERY_BOUNDS, type QueryBounds } from './query-bounds.ts';
export type { AskedIri, AskedLanguage, QueryWords } from './query-words.ts';
export { type ReadQuery, readQuery } from './read-query.ts';
export type { SyntaxComplaint } from './syntax-error.ts';
