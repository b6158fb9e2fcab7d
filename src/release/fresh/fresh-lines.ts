import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Release, Vocabulary } from '../../model/index.ts';
import { readQuadLines } from '../../rdf/index.ts';
import type { CheckedDataset } from '../check.ts';
import { type DatasetToMap, type MappedChunk, mapDatasetSource } from '../dataset/mapped-text.ts';
import { sortLines } from '../dataset/sort-lines.ts';
import { readVocabulary } from '../dataset/vocabulary.ts';
import type { Progress } from '../progress.ts';

/**
 * Maps a dataset's source as a build does, and hands on what is said, unsorted. A fault leaves out its term or record,
 * also where the dataset is `strict`: what can be told is told.
 * @throws RefusedInput for a source that cannot be read
 */
export async function* freshChunks(mapping: DatasetToMap): AsyncGenerator<MappedChunk> {
  const { policy } = mapping.checked.dataset;
  yield* (await mapDatasetSource(mapping, policy === 'strict' ? 'skip-term' : policy)).chunks;
}

export interface LookUps {
  readonly datasets: readonly Pick<CheckedDataset, 'dataset' | 'mapping'>[];
  readonly base: string;
  /** Where vocabularies are read as they are published; those that are not there are mapped now. */
  readonly release: Release | undefined;
  readonly progress?: Progress;
}

/** The vocabularies that a dataset looks up in, by slug. */
export async function vocabulariesOf(slug: string, given: LookUps): Promise<ReadonlyMap<string, Vocabulary>> {
  const wanted = given.datasets.find(({ dataset }) => dataset.slug === slug)?.dataset.vocabularies ?? [];
  const found = new Map<string, Vocabulary>();
  for (const one of wanted) found.set(one, await readVocabulary(linesOf(one, given)));
  return found;
}

async function* linesOf(slug: string, given: LookUps): AsyncGenerator<readonly string[]> {
  const { datasets, base, release, progress } = given;
  const published = release?.manifest.datasets.find((one) => one.slug === slug);
  if (release && published) return yield* readQuadLines(join(release.folder, published.dump.path));
  const checked = datasets.find(({ dataset }) => dataset.slug === slug);
  if (!checked) return;
  const vocabularies = await vocabulariesOf(slug, given);
  const chunks = freshChunks({ checked, base, vocabularies, ...(progress && { progress }) });
  // Of two concepts with one label the first in order is meant, as in a build.
  const folder = await mkdtemp(join(tmpdir(), 'cimaise-lines-'));
  try {
    yield* sortLines(texts(chunks), { folder });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function* texts(chunks: AsyncIterable<MappedChunk>): AsyncGenerator<string> {
  for await (const { text } of chunks) yield text;
}
