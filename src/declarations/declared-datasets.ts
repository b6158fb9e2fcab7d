import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { nearest } from '../documents/index.ts';
import { type Complaint, type Dataset, isSlug } from '../model/index.ts';
import { cimaise } from '../rdf/index.ts';
import { badSlug, missingFile, noDataset, noProject, notADataset, THE_DATASET } from './complaints.ts';
import { type DeclaredDataset, readDataset } from './dataset-declaration.ts';
import { isGivenUp } from './given-up.ts';
import { platformBelow } from './layers.ts';

/**
 * Reads the folders of `data/`, and those of the platform whose vocabularies are looked up in: what these look up in,
 * and whose files they read, come with them. A folder of the project stands in the place of the platform's, unless it
 * only says what became of addresses.
 */
export async function readDatasets(
  root: string,
  base: string,
  complaints: Complaint[],
): Promise<readonly DeclaredDataset[]> {
  const own = await readOwn(root, base, complaints);
  const below = platformBelow(root);
  const all = below === undefined ? own : await withPlatform(own, { root, base, below }, complaints);
  checkVocabularies(
    all.map(({ dataset }) => dataset),
    below === undefined ? [] : await datasetFolders(below),
    complaints,
  );
  return all;
}

async function readOwn(
  root: string,
  base: string,
  complaints: Complaint[],
): Promise<readonly DeclaredDataset[]> {
  const data = join(root, 'data');
  const slugs = await foldersIn(data);
  if (slugs.length === 0) complaints.push(existsSync(data) ? noDataset(root) : noProject(root));
  const found: DeclaredDataset[] = [];
  for (const slug of slugs) {
    const file = `data/${slug}/dataset.yml`;
    if (!isSlug(slug)) complaints.push(badSlug(`data/${slug}`, slug));
    else if (isGivenUp(root, slug)) continue;
    else if (!existsSync(join(root, file))) complaints.push(notADataset(`data/${slug}`));
    else {
      const dataset = await readDataset({ folder: join(data, slug), root, base }, complaints);
      if (dataset) found.push(dataset);
    }
  }
  return found;
}

async function foldersIn(data: string): Promise<readonly string[]> {
  const entries = await readdir(data, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

const datasetFolders = async (layer: string): Promise<readonly string[]> =>
  (await foldersIn(join(layer, 'data'))).filter((slug) => hasDataset(layer, slug));

const hasDataset = (layer: string, slug: string): boolean =>
  /^[a-z0-9-]+$/.test(slug) && existsSync(join(layer, 'data', slug, 'dataset.yml'));

interface Below {
  readonly root: string;
  readonly base: string;
  /** The platform's folder. */
  readonly below: string;
}

async function withPlatform(
  own: readonly DeclaredDataset[],
  { root, base, below }: Below,
  complaints: Complaint[],
): Promise<readonly DeclaredDataset[]> {
  const all = [...own];
  const seen = new Set(own.map(({ dataset }) => dataset.slug));
  for (const one of all)
    for (const slug of neededBy(one)) {
      const isOwn = hasDataset(root, slug);
      if (seen.has(slug) || isOwn || !hasDataset(below, slug)) continue;
      seen.add(slug);
      const dataset = await readDataset({ folder: join(below, 'data', slug), root, base }, complaints);
      if (dataset) all.push(dataset);
    }
  return all.sort((one, other) => (one.dataset.slug < other.dataset.slug ? -1 : 1));
}

const neededBy = ({ dataset, source }: DeclaredDataset): readonly string[] => [
  ...dataset.vocabularies,
  ...(source && 'sharedFrom' in source ? [source.sharedFrom] : []),
];

/** Vocabularies are datasets of the project, or of the platform. */
function checkVocabularies(
  datasets: readonly DeclaredDataset['dataset'][],
  below: readonly string[],
  complaints: Complaint[],
): void {
  const slugs = datasets.map(({ slug }) => slug);
  for (const { vocabularies, places, place } of datasets) {
    const at = places.get(cimaise.vocabulary) ?? place;
    for (const slug of vocabularies.filter((one) => !slugs.includes(one)))
      complaints.push(missingFile(at, THE_DATASET, slug, nearest(slug, [...slugs, ...below])));
  }
}

/** Those that are looked up in come before those that look up; otherwise by slug. */
export function vocabulariesFirst(datasets: readonly Dataset[]): readonly Dataset[] {
  const bySlug = new Map(datasets.map((dataset) => [dataset.slug, dataset]));
  const ordered = new Set<Dataset>();
  const visit = (dataset: Dataset, path: readonly string[]): void => {
    if (ordered.has(dataset) || path.includes(dataset.slug)) return;
    for (const slug of dataset.vocabularies) {
      const vocabulary = bySlug.get(slug);
      if (vocabulary) visit(vocabulary, [...path, dataset.slug]);
    }
    ordered.add(dataset);
  };
  for (const dataset of datasets) visit(dataset, []);
  return [...ordered];
}
