import { mapSource } from '../../mapping/index.ts';
import {
  type Dataset,
  datasetIri,
  type MappingReport,
  type Origin,
  type RecordSource,
  type Vocabulary,
} from '../../model/index.ts';
import { utf8Text } from '../../rdf/index.ts';
import { openSource } from '../../sources/index.ts';
import type { CheckedDataset } from '../check.ts';
import type { Progress } from '../progress.ts';
import { skolemised } from './skolem.ts';

/** A dataset whose source is to be mapped. */
export interface DatasetToMap {
  readonly checked: Pick<CheckedDataset, 'dataset' | 'mapping'>;
  readonly base: string;
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  readonly progress?: Progress;
}

/** A part of what a source says: whole lines of N-Quads without blank nodes, and where their subjects come from. */
export interface MappedChunk {
  readonly text: string;
  readonly origins: readonly Origin[];
}

/** A source being mapped: its report is whole when the chunks have come. */
export interface MappedText {
  readonly chunks: AsyncIterable<MappedChunk>;
  report(): MappingReport;
}

/**
 * Maps a dataset's source; what is said is not sorted, and may be said more than once.
 * @param policy what becomes of faults
 * @param watch what is to be done with the source before it is read
 * @throws RefusedInput for a source that cannot be read
 */
export async function mapDatasetSource(
  { checked: { dataset, mapping }, base, vocabularies, progress }: DatasetToMap,
  policy: Dataset['policy'],
  watch = (source: RecordSource): RecordSource => source,
): Promise<MappedText> {
  const { slug } = dataset;
  const source = watch(await openSource(dataset.source));
  const run = mapSource({ mapping, source, base, graph: datasetIri(base, slug), vocabularies, policy });
  async function* chunks(): AsyncGenerator<MappedChunk> {
    for await (const { nquads, origins } of run.chunks) {
      const { records, statements } = run.report();
      progress?.({ kind: 'mapping', slug, records, statements });
      yield { text: skolemised(utf8Text(nquads), `${base}.well-known/genid/${slug}/`), origins };
    }
  }
  return { chunks: chunks(), report: () => run.report() };
}
