import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { MappingReport } from '../../model/index.ts';
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
}

/** Maps a dataset to a file of sorted, distinct lines below `work`. */
export async function mapToSortedFile(build: DatasetBuild, work: string): Promise<MappedFile> {
  const { dataset } = build.checked;
  const run = await mapDatasetSource(build, dataset.policy);
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
  return {
    path,
    origins,
    report: { ...report, faults: [...report.faults, ...origins.repeated(dataset.source.shown)] },
  };
}
