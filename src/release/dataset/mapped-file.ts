import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { mapSource } from '../../mapping/index.ts';
import { datasetIri, type MappingReport } from '../../model/index.ts';
import { utf8Text } from '../../rdf/index.ts';
import { openSource } from '../../sources/index.ts';
import type { DatasetBuild } from './dataset-to-build.ts';
import { Origins } from './origins.ts';
import { skolemised } from './skolem.ts';
import { sortLines } from './sort-lines.ts';

/** A dataset mapped: lines in order, each once. */
export interface MappedFile {
  readonly path: string;
  readonly report: MappingReport;
  /** Thing → the first record that speaks of it. */
  readonly origins: Origins;
}

/** Maps a dataset to a file of sorted, distinct lines below `work`. */
export async function mapToSortedFile(build: DatasetBuild, work: string): Promise<MappedFile> {
  const { dataset, mapping } = build.checked;
  const source = await openSource(dataset.source);
  const graph = datasetIri(build.base, dataset.slug);
  const { policy } = dataset;
  const run = mapSource({
    mapping,
    source,
    base: build.base,
    graph,
    vocabularies: build.vocabularies,
    policy,
  });
  const origins = new Origins();
  build.progress({ kind: 'dataset-started', slug: dataset.slug });
  async function* texts(): AsyncGenerator<string> {
    for await (const chunk of run.chunks) {
      for (const origin of chunk.origins) origins.add(origin);
      const { records, statements } = run.report();
      build.progress({ kind: 'mapping', slug: dataset.slug, records, statements });
      yield skolemised(utf8Text(chunk.nquads), `${build.base}.well-known/genid/${dataset.slug}/`);
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
  const report = run.report();
  return {
    path,
    origins,
    report: { ...report, faults: [...report.faults, ...origins.repeated(dataset.source.shown)] },
  };
}
