import type { Complaint, MappingRun } from '../model/index.ts';
import { checkFunctions, resolveColumns } from './check.ts';
import type { Mapping } from './rules.ts';
import { type MappingRequest, Run } from './run.ts';
import { type ParsedMapping, parseYarrrml } from './yarrrml.ts';

export { FUNCTIONS } from './functions/index.ts';
export type { Mapping } from './rules.ts';
export type { MappingRequest } from './run.ts';

/**
 * Parses a mapping and checks what can be checked without data: functions and their parameters.
 * @param file the name complaints give
 */
export function parseMapping(text: string, file: string, base: string): ParsedMapping {
  const parsed = parseYarrrml(text, file, base);
  if (parsed.kind === 'refused') return parsed;
  const complaints = checkFunctions(parsed.mapping);
  return complaints.length > 0 ? { kind: 'refused', complaints } : parsed;
}

/** What a mapping misses in a table with this header: unknown columns with the nearest candidate. */
export const checkColumns = (mapping: Mapping, header: readonly string[]): readonly Complaint[] =>
  resolveColumns(mapping, header).complaints;

/** Maps a source to N-Quads text. Check the columns first: unknown ones simply give nothing here. */
export function mapSource(request: MappingRequest): MappingRun {
  const run = new Run(request);
  return { chunks: run.chunks(), report: () => run.report() };
}
