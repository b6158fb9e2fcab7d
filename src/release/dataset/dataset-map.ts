import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ShapeResult, thingSpace } from '../../model/index.ts';
import { readQuadLines } from '../../rdf/index.ts';
import { judgeOwn } from '../judging/judge-own.ts';
import type { PublishedBefore } from '../judging/previous-stars.ts';
import { type KeptResult, ResultsWriter, readResults } from '../judging/results-file.ts';
import type { Verdicts } from '../judging/verdicts.ts';
import type { DatasetBuild } from './dataset-to-build.ts';
import { type MappedFile, mapToSortedFile } from './mapped-file.ts';
import { starsOf } from './stars.ts';

/** A dataset mapped and judged by itself; nothing of it is written yet. */
export interface MappedDataset {
  readonly build: DatasetBuild;
  readonly mapped: MappedFile;
  readonly verdicts: Verdicts;
  /** Path of the file of all results of the first pass. */
  readonly ownResults: string;
  readonly milliseconds: number;
}

/** Source → mapping → sorted distinct lines → what each thing says of itself. */
export async function mapDataset(build: DatasetBuild): Promise<MappedDataset> {
  const { checked, base, progress } = build;
  const { slug } = checked.dataset;
  const started = performance.now();
  const work = workOf(build.folder, slug);
  await mkdir(work, { recursive: true });
  const mapped = await mapToSortedFile(build, work);
  const space = thingSpace(base, slug);
  const kept = new ResultsWriter(join(work, 'own.ndjson'));
  const before = publishedBefore(build);
  const verdicts = await judgeOwn({
    ...(before ? { before } : {}),
    keep: (results) => kept.add(results),
    stars: starsOf(readQuadLines(mapped.path)),
    shapes: checked.shapes,
    isThing: (iri) => iri.startsWith(space),
    progress: (things) => progress({ kind: 'validating', slug, things }),
  });
  kept.close();
  return { build, mapped, verdicts, ownResults: kept.path, milliseconds: performance.now() - started };
}

/** The things of the release before, and what was found in them where the same shapes judged them. */
function publishedBefore({ before, judgedBy }: DatasetBuild): PublishedBefore | undefined {
  if (!before) return undefined;
  const { dump } = before.released;
  const stars = starsOf(readQuadLines(join(before.folder, dump.path)));
  const results = resultsBefore({ before, judgedBy }, false);
  return { stars, ...(results ? { results } : {}) };
}

/** Results of the release before, of one pass; undefined where other shapes judged, or by other code. */
export function resultsBefore(
  { before, judgedBy }: Pick<DatasetBuild, 'before' | 'judgedBy'>,
  beyond: boolean,
): AsyncIterable<ShapeResult> | undefined {
  const { results } = before?.released ?? {};
  if (!before || !results || before.released.judgedBy !== judgedBy) return undefined;
  return ofPass(readResults(join(before.folder, results.path)), beyond);
}

async function* ofPass(kept: AsyncIterable<KeptResult>, beyond: boolean): AsyncGenerator<ShapeResult> {
  for await (const one of kept) if (one.beyond === beyond) yield one.result;
}

/** Where files lie that are not part of a release, in its draft. */
export const workOf = (folder: string, slug: string): string => join(folder, '.work', slug);
