export { type AskedDataset, askedDataset } from './asked-dataset.ts';
export { bindParameters, type ParameterTerm, selectedColumns, variablesOf } from './bind-parameters.ts';
export { type ParsedQuery, parseQuery } from './parse-query.ts';
export type { QueryFault } from './prebinding-faults.ts';
export { type PreboundQuery, type PreparedQuery, prepareQuery, queryOver } from './prebound-query.ts';
export { QUERY_BOUNDS, type QueryBounds } from './query-bounds.ts';
export { createQueryParser, type QueryParser } from './query-parser.ts';
export type { SyntaxComplaint } from './syntax-error.ts';
