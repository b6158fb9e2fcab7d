import { dirname } from 'node:path';
import { readUtf8 } from '../documents/index.ts';
import {
  type Complaint,
  type MappingReport,
  type Origin,
  RefusedInput,
  type SelectFromFile,
  type UnknownColumn,
} from '../model/index.ts';
import { checkMapping } from './check.ts';
import { checkVocabularies } from './check-vocabularies.ts';
import type { Policy } from './engine/faults.ts';
import type { RunProgress } from './engine/request.ts';
import { Run } from './engine/run.ts';
import { type FaultLimit, isOver } from './fault-limit.ts';
import { parseRml } from './rml/parse.ts';
import { type Mapping, targetsOf } from './rules.ts';
import { sourceFilesOf } from './source-files.ts';
import { TargetSet } from './targets/index.ts';
import { parseYarrrml } from './yarrrml/parse.ts';

/** A mapping document to run on its own sources, outside any project. */
export interface MappingDocument {
  /** Absolute path of the mapping: RML in Turtle, or YARRRML (`.yml`, `.yaml`). */
  readonly mapping: string;
  /** Base of the document and of relative IRIs where the mapping gives none. */
  readonly base: string;
  /** `rml:CurrentWorkingDirectory`; relative targets are written here. */
  readonly workingDirectory: string;
  readonly policy?: Policy;
  /** More faults than this end the run, or refuse what it made; absent: no limit. */
  readonly maxFaults?: FaultLimit;
  /** Receives the default output: whole lines of N-Quads, in UTF-8. */
  readonly write: (nquads: Uint8Array, soFar: RunProgress) => void | Promise<void>;
  /** Receives where subjects come from, a little after their statements. */
  readonly writeOrigins?: (origins: readonly Origin[]) => void | Promise<void>;
  /** Ends the run, its targets given up, with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Is told once, before any record is mapped, the columns that no source has; under `strict` they are refused. */
  readonly tellUnknown?: (columns: readonly UnknownColumn[]) => void;
  /** Answers sources that are SPARQL queries on RDF files; without it they are refused. */
  readonly select?: SelectFromFile;
}

export type MappingOutcome =
  | { readonly kind: 'mapped'; readonly report: MappingReport; readonly targets: readonly string[] }
  /** Targets are given up; what was written through `write` is for the caller to give up. */
  | { readonly kind: 'too-many-faults'; readonly report: MappingReport }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[]; readonly report?: MappingReport };

/**
 * Reads, checks and runs a mapping. What the data or the mapping make impossible is an outcome, not an error.
 * @throws what `write` throws, and the signal's reason
 */
export async function runRml(document: MappingDocument): Promise<MappingOutcome> {
  const parsed = await parseDocument(document);
  if (parsed.kind === 'refused') return parsed;
  const lookUps = checkVocabularies(parsed.mapping, undefined);
  if (lookUps.length > 0) return { kind: 'refused', complaints: lookUps };
  const targets = new TargetSet({
    within: [document.workingDirectory, dirname(document.mapping)],
    reads: [document.mapping, ...sourceFilesOf(parsed.mapping)],
  });
  const run = new Run({
    mapping: parsed.mapping,
    base: document.base,
    origins: document.writeOrigins !== undefined,
    ...(document.policy ? { policy: document.policy } : {}),
    ...(document.select ? { select: document.select } : {}),
    ...(document.tellUnknown ? { tellUnknown: document.tellUnknown } : {}),
    toTarget: (target, nquads) => targets.write(target, nquads),
  });
  try {
    targets.prepare(targetsOf(parsed.mapping));
    const isKept = await writeAll(run, document);
    const report = run.report();
    if (isKept) return { kind: 'mapped', report, targets: await targets.close() };
    await targets.discard();
    return { kind: 'too-many-faults', report };
  } catch (error) {
    await targets.discard();
    if (!(error instanceof RefusedInput)) throw error;
    return { kind: 'refused', complaints: error.complaints, report: run.report() };
  }
}

/** @returns whether the faults stayed within the limit */
async function writeAll(
  run: Run,
  { write, writeOrigins, signal, maxFaults }: MappingDocument,
): Promise<boolean> {
  for await (const { nquads, origins } of run.chunks()) {
    signal?.throwIfAborted();
    await write(nquads, run.progress);
    await writeOrigins?.(origins);
    // A share can only be judged when all records are read.
    if (maxFaults?.unit === 'faults' && isOver(maxFaults, run.report())) return false;
  }
  signal?.throwIfAborted();
  return maxFaults === undefined || !isOver(maxFaults, run.report());
}

/** Parses a mapping by its name's ending, and checks its functions. */
export async function parseDocument({
  mapping: path,
  base,
  workingDirectory,
}: Pick<MappingDocument, 'mapping' | 'base' | 'workingDirectory'>): Promise<
  | { readonly kind: 'parsed'; readonly mapping: Mapping }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] }
> {
  const read = await readUtf8(path, path);
  if (read.kind === 'refused') return { kind: 'refused', complaints: [read.complaint] };
  const { text } = read;
  const folders = { mapping: dirname(path), working: workingDirectory };
  const parsed = /\.ya?ml$/.test(path)
    ? parseYarrrml(text, path, base, folders)
    : parseRml(text, path, base, folders);
  if (parsed.kind === 'refused') return parsed;
  const complaints = checkMapping(parsed.mapping);
  return complaints.length > 0 ? { kind: 'refused', complaints } : parsed;
}
