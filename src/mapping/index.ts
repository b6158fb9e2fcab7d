import type { Complaint, MappingRun } from '../model/index.ts';
import { checkMapping } from './check.ts';
import { resolveColumns } from './columns.ts';
import type { MappingRequest } from './engine/request.ts';
import { Run } from './engine/run.ts';
import type { Mapping } from './rules.ts';
import { type ParsedMapping, parseYarrrml } from './yarrrml/parse.ts';

export { checkVocabularies, type Vocabularies } from './check-vocabularies.ts';
export {
  type ColumnsBehind,
  type ColumnTracer,
  createColumnTracer,
  referencesTo,
  type TracedSource,
  type TracedStatement,
} from './column-tracer.ts';
export type { Policy } from './engine/faults.ts';
export type { MappingRequest, RunProgress } from './engine/request.ts';
export type { FaultLimit } from './fault-limit.ts';
export {
  ALL_FUNCTIONS,
  describeFunctions,
  FUNCTION_PREFIXES,
  findFunction,
  functionPage,
  functionReference,
} from './functions/index.ts';
export { madeTerms } from './made-terms.ts';
export { isOfRecordsAlone } from './of-records-alone.ts';
export { type Mapping, targetsOf } from './rules.ts';
export { sourceFilesOf } from './source-files.ts';
export { makeFolder, realPath } from './targets/index.ts';
export { traceRules } from './trace-rules.ts';

/**
 * Parses a YARRRML mapping and checks what can be checked without data: functions and their parameters.
 * @param file the name complaints give
 */
export function parseMapping(text: string, file: string, base: string): ParsedMapping {
  const parsed = parseYarrrml(text, file, base);
  if (parsed.kind === 'refused') return parsed;
  const complaints = checkMapping(parsed.mapping);
  return complaints.length > 0 ? { kind: 'refused', complaints } : parsed;
}

/**
 * What a mapping misses in a table with this header: unknown columns with the nearest candidate. Rules that name a
 * source of their own do not read this one.
 */
export function checkColumns(mapping: Mapping, header: readonly string[]): readonly Complaint[] {
  const rules = mapping.rules.filter(({ source }) => source === undefined);
  return resolveColumns(mapping, { header, rules }).unknown;
}

/** Maps to N-Quads text. Check the columns first: unknown ones simply give nothing here, but under policy `strict`. */
export function mapSource(request: MappingRequest): MappingRun {
  const run = new Run(request);
  return { chunks: run.chunks(), report: () => run.report() };
}
export {
  countOf,
  detailLines,
  REPORT_PREFIXES,
  type ReportDocument,
  type RunReport,
  reportDocument,
  reportQuads,
  reportText,
  suggestionFor,
  summaryLine,
} from './reports/index.ts';
export { parseRml } from './rml/parse.ts';
export { type MappingDocument, type MappingOutcome, parseDocument, runRml } from './run-mapping.ts';
export { withNamesOfTables, writeRml } from './write-rml/index.ts';
export { mappingSchema } from './yarrrml/schema.ts';
