export { type AskedDataset, askedDataset } from './asked-dataset.ts';
export { bindParameters, type ParameterTerm, selectedColumns, variablesOf } from './bind-parameters.ts';
export type { CartesianProduct } from './cartesian-products.ts';
export { withRowLimit } from './limit-place.ts';
export { type ParsedQuery, parseQuery } from './parse-query.ts';
export type { QueryFault } from './prebinding-faults.ts';
export { type PreboundQuery, type PreparedQuery, prepareQuery, queryOver } from './prebound-query.ts';
export { type IriReader, iriReader } from './prologue.ts';
export { QUERY_BOUNDS, type QueryBounds, structureOf, withoutLayout } from './query-bounds.ts';
export { createQueryParser, type QueryParser } from './query-parser.ts';
export type { AskedIri, AskedLanguage, QueryWords } from './query-words.ts';
export { type ReadQuery, readQuery } from './read-query.ts';
export type { SyntaxComplaint, TooComplex } from './syntax-error.ts';
export {
  nodesOf,
  type ParsedTree,
  type ParseOptions,
  parseTree,
  placeOfNode,
  type SyntaxNode,
} from './syntax-tree.ts';
