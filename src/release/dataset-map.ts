import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { thingSpace } from '../model/index.ts';
import { readQuadLines } from '../rdf/index.ts';
import type { DatasetBuild } from './dataset-to-build.ts';
import { judgeOwn } from './judge-own.ts';
import { type MappedFile, mapToSortedFile } from './mapped-file.ts';
import { starsOf } from './stars.ts';
import type { Verdicts } from './verdicts.ts';

/** A dataset mapped and judged by itself; nothing of it is written yet. */
export interface MappedDataset {
  readonly build: DatasetBuild;
  readonly mapped: MappedFile;
  readonly verdicts: Verdicts;
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
  const verdicts = await judgeOwn({
    stars: starsOf(readQuadLines(mapped.path)),
    shapes: checked.shapes,
    isThing: (iri) => iri.startsWith(space),
    progress: (things) => progress({ kind: 'validating', slug, things }),
  });
  return { build, mapped, verdicts, milliseconds: performance.now() - started };
}

/** Where files lie that are not part of a release, in its draft. */
export const workOf = (folder: string, slug: string): string => join(folder, '.work', slug);
