import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mapSource } from '../../mapping/index.ts';
import { datasetIri, type Origin, type Release, type Vocabulary } from '../../model/index.ts';
import { readQuadLines, utf8Text } from '../../rdf/index.ts';
import { openSource } from '../../sources/index.ts';
import type { CheckedDataset } from '../check.ts';
import { skolemised } from '../dataset/skolem.ts';
import { sortLines } from '../dataset/sort-lines.ts';
import { readVocabulary } from '../dataset/vocabulary.ts';
import type { Progress } from '../progress.ts';

/** A dataset to map without a release. */
export interface FreshMapping {
  readonly checked: Pick<CheckedDataset, 'dataset' | 'mapping'>;
  readonly base: string;
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  readonly progress?: Progress;
}

/** A part of what a dataset's source says now: whole lines of N-Quads, and where their subjects come from. */
export interface FreshChunk {
  readonly text: string;
  readonly origins: readonly Origin[];
}

/**
 * Maps a dataset's source as a build does, and hands on what is said, unsorted. A fault leaves out its term or record,
 * also where the dataset is `strict`: what can be told is told.
 * @throws RefusedInput for a source that cannot be read
 */
export async function* freshChunks({
  checked: { dataset, mapping },
  base,
  vocabularies,
  progress,
}: FreshMapping): AsyncGenerator<FreshChunk> {
  const { slug } = dataset;
  const run = mapSource({
    mapping,
    source: await openSource(dataset.source),
    base,
    graph: datasetIri(base, slug),
    vocabularies,
    policy: dataset.policy === 'strict' ? 'skip-term' : dataset.policy,
  });
  for await (const { nquads, origins } of run.chunks) {
    const { records, statements } = run.report();
    progress?.({ kind: 'mapping', slug, records, statements });
    yield { text: skolemised(utf8Text(nquads), `${base}.well-known/genid/${slug}/`), origins };
  }
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

async function* texts(chunks: AsyncIterable<FreshChunk>): AsyncGenerator<string> {
  for await (const { text } of chunks) yield text;
}
