import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { traceRules } from '../../mapping/index.ts';
import type { MappingReport, RecordSource, TracedRules } from '../../model/index.ts';
import { privateColumnsOf, publicFaults, rulesWithPrivate } from '../cells/private-cells.ts';
import { CellKeeper, type KeptCells } from '../origins/cell-keeper.ts';
import type { DatasetBuild } from './dataset-to-build.ts';
import { mapDatasetSource } from './mapped-text.ts';
import { type Origins, OriginsWriter } from './origins.ts';
import { sortLines } from './sort-lines.ts';

/** A dataset mapped: lines in order, each once. */
export interface MappedFile {
  readonly path: string;
  readonly report: MappingReport;
  /** Thing → the first record that speaks of it; to be closed. */
  readonly origins: Origins;
  /** What the mapping can say, and what the columns that it makes values of hold. */
  readonly rules: TracedRules;
  readonly cells: KeptCells;
}

/** Maps a dataset to a file of sorted, distinct lines below `work`. */
export async function mapToSortedFile(build: DatasetBuild, work: string): Promise<MappedFile> {
  const { dataset } = build.checked;
  const watched = watcherOf(build, work);
  const run = await mapDatasetSource(build, dataset.policy, watched.watch);
  const met = new OriginsWriter(work);
  build.progress({ kind: 'dataset-started', slug: dataset.slug });
  async function* texts(): AsyncGenerator<string> {
    for await (const chunk of run.chunks) {
      for (const origin of chunk.origins) met.add(origin);
      yield chunk.text;
    }
  }
  const path = join(work, 'sorted.nq');
  const file = createWriteStream(path);
  const closed = new Promise<void>((resolve, reject) => file.on('close', resolve).on('error', reject));
  closed.catch(() => undefined);
  for await (const batch of sortLines(texts(), { folder: work })) {
    if (!file.write(`${batch.join('\n')}\n`)) await Promise.race([once(file, 'drain'), closed]);
  }
  file.end();
  await closed;
  const origins = await met.close();
  const report = run.report();
  const kept = watched.kept();
  const isPrivate = privateColumnsOf(dataset);
  const faults = isPrivate ? publicFaults(report.faults, kept.rules, isPrivate) : report.faults;
  return {
    path,
    origins,
    ...kept,
    report: { ...report, faults: [...faults, ...origins.repeated(dataset.source.shown)] },
  };
}

/** Traces the rules of the mapping once the source's columns are known, and keeps the cells of those that they name. */
function watcherOf({ base, checked: { dataset, mapping } }: DatasetBuild, work: string) {
  const isPrivate = privateColumnsOf(dataset);
  let found: { readonly rules: TracedRules; readonly keeper: CellKeeper } | undefined;
  return {
    watch(source: RecordSource): RecordSource {
      const { columns: header } = source;
      const traced = traceRules(mapping, { base, ...(header && { header }) });
      const rules = isPrivate ? rulesWithPrivate(traced, isPrivate) : traced;
      const columns = new Set(rules.rules.flatMap((rule) => rule.columns));
      const kept = [...columns].filter((column) => !isPrivate?.(column));
      found = { rules, keeper: new CellKeeper(join(work, 'cells.ndjson'), kept) };
      return found.keeper.watch(source);
    },
    kept(): { readonly rules: TracedRules; readonly cells: KeptCells } {
      if (!found) throw new TypeError('The source was not opened.');
      return { rules: found.rules, cells: found.keeper.close() };
    },
  };
}
