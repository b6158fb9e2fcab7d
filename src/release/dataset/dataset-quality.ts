import { describeQuality, qualityIri, qualityNotes } from '../../catalogue/index.ts';
import type { CountedFile, ReleaseMoment, ShapeReport, ShapeResult } from '../../model/index.ts';
import { quadLine } from '../../rdf/index.ts';
import { measuredConstraints } from '../../validation/index.ts';
import { readResults } from '../judging/results-file.ts';
import { writeLines } from '../written-file.ts';
import { type MappedDataset, workOf } from './dataset-map.ts';
import { sortLines } from './sort-lines.ts';

/** Measures a dataset's quality and notes on its things the warnings with which they are published (DQV). */
export async function writeQuality(
  dataset: MappedDataset,
  validation: ShapeReport,
  release: ReleaseMoment,
): Promise<CountedFile> {
  const { base, checked, folder } = dataset.build;
  const { slug } = checked.dataset;
  const described = describeQuality({
    slug,
    base,
    release,
    validation,
    constraints: measuredConstraints(checked.shapes.graph),
    computedAt: release.createdAt,
  });
  const graph = qualityIri(base, slug);
  async function* texts(): AsyncGenerator<string> {
    yield described.map((one) => `${quadLine(one, graph)}\n`).join('');
    for await (const lines of qualityNotes(warnings(dataset), { slug, base }))
      yield lines.map((line) => `${line}\n`).join('');
  }
  let statements = 0;
  async function* counted(): AsyncGenerator<readonly string[]> {
    for await (const batch of sortLines(texts(), { folder: workOf(folder, slug) })) {
      statements += batch.length;
      yield batch;
    }
  }
  const file = await writeLines(folder, `datasets/${slug}.quality.nq.gz`, counted());
  return { ...file, statements };
}

/** The warnings of things that are published. */
async function* warnings({ ownResults, verdicts }: MappedDataset): AsyncGenerator<ShapeResult> {
  const isNoted = ({ severity, thing }: ShapeResult): boolean =>
    severity === 'warning' && !verdicts.isQuarantined(thing);
  for await (const { result } of readResults(ownResults)) if (isNoted(result)) yield result;
  for (const result of [...verdicts.beyond, ...verdicts.sets]) if (isNoted(result)) yield result;
}
