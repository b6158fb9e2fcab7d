import { isOfRecordsAlone, type Mapping, mapSource } from '../mapping/index.ts';
import {
  type Dataset,
  datasetIri,
  type Located,
  type MappingReport,
  type Origin,
  type Vocabulary,
} from '../model/index.ts';
import { utf8Text } from '../rdf/index.ts';
import { skolemised } from '../release/index.ts';
import { openSource } from '../sources/index.ts';
import { withRecords } from './open-records.ts';
import type { RecordWindow } from './read-window.ts';

/** By what records are mapped. */
export interface RecordMapping {
  readonly dataset: Dataset;
  readonly mapping: Mapping;
  readonly base: string;
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
}

/** What a mapping says of one record. */
export interface MappedRecord {
  readonly row: number;
  /** Sorted distinct lines of N-Quads, without blank nodes. */
  readonly lines: readonly string[];
  readonly origins: readonly Origin[];
  readonly report: MappingReport;
}

/**
 * Maps each record by itself, so that all that is wrong with it is known, and not only the first examples. Where what is
 * said of a record hangs on others too (joins), the whole source is mapped.
 */
export async function mapRecords(by: RecordMapping, window: RecordWindow): Promise<readonly MappedRecord[]> {
  if (!isOfRecordsAlone(by.mapping)) return mapAll(by, window);
  const mapped: MappedRecord[] = [];
  for (const located of window.located) mapped.push(await mapOne(by, window, located));
  return mapped;
}

async function mapOne(
  by: RecordMapping,
  { source }: RecordWindow,
  located: Located<unknown>,
): Promise<MappedRecord> {
  const run = mapSource({ ...requestOf(by), source: withRecords(source, [located]) });
  const lines = new Set<string>();
  const origins: Origin[] = [];
  for await (const chunk of run.chunks) {
    origins.push(...chunk.origins);
    for (const line of linesOf(chunk.nquads, by)) lines.add(line);
  }
  return { row: located.row, lines: [...lines].sort(), origins, report: run.report() };
}

/** Lines are told apart by the records that speak of their subjects; faults as far as the run gives examples. */
async function mapAll(by: RecordMapping, window: RecordWindow): Promise<readonly MappedRecord[]> {
  const source = await openSource({ ...by.dataset.source, strict: false });
  const run = mapSource({ ...requestOf(by), source });
  const found = new Map(
    window.located.map(({ row }) => [row, { lines: new Set<string>(), origins: [] as Origin[] }]),
  );
  const rowsOf = new Map<string, Set<number>>();
  for await (const { nquads, origins } of run.chunks) {
    for (const origin of origins) {
      const own = origin.file === source.shown ? found.get(origin.row) : undefined;
      if (!own) continue;
      own.origins.push(origin);
      rowsOf.set(origin.subject, (rowsOf.get(origin.subject) ?? new Set()).add(origin.row));
    }
    for (const line of linesOf(nquads, by)) {
      const subject = line.slice(1, line.indexOf('>'));
      for (const row of rowsOf.get(subject) ?? []) found.get(row)?.lines.add(line);
    }
  }
  const report = run.report();
  return [...found].map(([row, { lines, origins }]) => ({
    row,
    lines: [...lines].sort(),
    origins,
    report: { ...report, faults: faultsOfRow(report, row) },
  }));
}

const faultsOfRow = ({ faults }: MappingReport, row: number): MappingReport['faults'] =>
  faults.flatMap((group) => {
    const examples = group.examples.filter((one) => one.row === row);
    return examples.length === 0 ? [] : [{ ...group, count: examples.length, examples }];
  });

const linesOf = (nquads: Uint8Array, { base, dataset }: RecordMapping): readonly string[] =>
  skolemised(utf8Text(nquads), `${base}.well-known/genid/${dataset.slug}/`)
    .split('\n')
    .filter((line) => line !== '');

/** Faults are shown and end nothing. */
const requestOf = ({ dataset, mapping, base, vocabularies }: RecordMapping) => ({
  mapping,
  base,
  graph: datasetIri(base, dataset.slug),
  vocabularies,
  policy: dataset.policy === 'strict' ? ('skip-term' as const) : dataset.policy,
});
