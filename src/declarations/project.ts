import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { nearest } from '../documents/index.ts';
import type { ApiQuery, Complaint, Dataset, Profile, ServiceEndpoint, StoredQuery } from '../model/index.ts';
import { cimaise } from '../rdf/index.ts';
import { readApiQueries } from './api-queries.ts';
import { badSlug, missingFile, notADataset, THE_DATASET } from './complaints.ts';
import { type DeclaredDataset, readDataset } from './dataset-declaration.ts';
import { isGivenUp } from './given-up.ts';
import { readTurtleFolder, type TurtleFile } from './ontologies.ts';
import { readProfiles } from './profiles.ts';
import { readQueries } from './queries.ts';
import { readServices } from './services.ts';
import { shareSources } from './share-sources.ts';

/** Everything a project declares, checked as far as single files go. */
export interface Project {
  /** Absolute path of the folder that holds `data shapes ontologies queries`. */
  readonly root: string;
  readonly base: string;
  /** Datasets, those that others look up in first. */
  readonly datasets: readonly Dataset[];
  readonly shapes: readonly TurtleFile[];
  readonly ontologies: readonly TurtleFile[];
  readonly queries: readonly StoredQuery[];
  /** Queries that ask what VoID tells of each dataset. */
  readonly statisticsQueries: readonly StoredQuery[];
  /** Other endpoints that queries may ask by SERVICE. */
  readonly services: readonly ServiceEndpoint[];
  /** Queries that are addresses: `/api/<name>`. */
  readonly apiQueries: readonly ApiQuery[];
  /** Other ways of describing things. */
  readonly profiles: readonly Profile[];
}

export type LoadedProject =
  | { readonly kind: 'loaded'; readonly project: Project; readonly complaints: readonly [] }
  | {
      readonly kind: 'refused';
      readonly complaints: readonly Complaint[];
      /** What could be read all the same, so that more can be told at once. */
      readonly project: Project;
    };

export interface LoadOptions {
  readonly root: string;
  readonly base: string;
  /** `--source`: slug → path of a file to read instead, relative to where one stands. */
  readonly sources?: ReadonlyMap<string, string>;
}

/** Loads the four declarative folders. All complaints come at once. */
export async function loadProject({ root, base, sources = new Map() }: LoadOptions): Promise<LoadedProject> {
  const complaints: Complaint[] = [];
  const declared = await readDatasets(root, base, complaints);
  const datasets = shareSources(declared, sources, complaints);
  checkVocabularies(
    declared.map(({ dataset }) => dataset),
    complaints,
  );
  const shapes = await readTurtleFolder(root, 'shapes', base, complaints);
  const ontologies = await readTurtleFolder(root, 'ontologies', base, complaints);
  const queries = await readQueries({ root, base, kind: 'examples' }, complaints);
  const statisticsQueries = await readQueries({ root, base, kind: 'statistics' }, complaints);
  const services = await readServices(root, complaints);
  const slugs = declared.map(({ dataset }) => dataset.slug);
  const apiQueries = await readApiQueries({ root, base, slugs }, complaints);
  const profiles = await readProfiles({ root, base }, complaints);
  const project = {
    root,
    base,
    datasets: vocabulariesFirst(datasets),
    shapes,
    ontologies,
    queries,
    statisticsQueries,
    services,
    apiQueries,
    profiles,
  };
  return complaints.length > 0
    ? { kind: 'refused', complaints, project }
    : { kind: 'loaded', project, complaints: [] };
}

async function readDatasets(
  root: string,
  base: string,
  complaints: Complaint[],
): Promise<readonly DeclaredDataset[]> {
  const data = join(root, 'data');
  const entries = await readdir(data, { withFileTypes: true }).catch(() => []);
  const slugs = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  if (slugs.length === 0) complaints.push(noData(root));
  const found: DeclaredDataset[] = [];
  for (const slug of slugs) {
    const file = `data/${slug}/dataset.yml`;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) complaints.push(badSlug(`data/${slug}`, slug));
    else if (isGivenUp(root, slug)) continue;
    else if (!existsSync(join(root, file))) complaints.push(notADataset(`data/${slug}`));
    else {
      const dataset = await readDataset({ folder: join(data, slug), root, base }, complaints);
      if (dataset) found.push(dataset);
    }
  }
  return found;
}

/** Vocabularies are datasets of the project. */
function checkVocabularies(datasets: readonly DeclaredDataset['dataset'][], complaints: Complaint[]): void {
  const slugs = datasets.map(({ slug }) => slug);
  for (const { vocabularies, places, place } of datasets) {
    const at = places.get(cimaise.vocabulary) ?? place;
    for (const slug of vocabularies.filter((one) => !slugs.includes(one)))
      complaints.push(missingFile(at, THE_DATASET, slug, nearest(slug, slugs)));
  }
}

const noData = (root: string): Complaint => ({
  place: { file: 'data' },
  found: { fr: `Il n’y a aucun jeu de données dans ${root}.`, en: `There is no dataset in ${root}.` },
  remedy: {
    fr: 'Placez-vous dans un projet Cimaise, ou donnez-le par --project.',
    en: 'Stand in a Cimaise project, or give it by --project.',
  },
});

/** Those that are looked up in come before those that look up; otherwise by slug. */
function vocabulariesFirst(datasets: readonly Dataset[]): readonly Dataset[] {
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
