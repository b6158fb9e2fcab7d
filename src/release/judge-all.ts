import { join } from 'node:path';
import type { Project } from '../declarations/index.ts';
import type { Release } from '../model/index.ts';
import type { Building, Prepared } from './building.ts';
import { type MappedDataset, resultsBefore, workOf } from './dataset/dataset-map.ts';
import { judgeTogether, looksBeyond } from './judging/judge-together.ts';
import type { DatasetAmongOthers } from './judging/judges.ts';
import { leftOutOf, unpack } from './take-over.ts';

/** What can only be told when all datasets are there. */
export async function judgeAll(
  prepared: readonly Prepared[],
  { draft, options, previous }: Building,
): Promise<void> {
  const { project, progress = () => undefined } = options;
  const mapped = prepared.flatMap((one) => (one.kind === 'mapped' ? [one.dataset] : []));
  if (!mapped.some(({ build }) => looksBeyond(build.checked.shapes))) return;
  const datasets: DatasetAmongOthers[] = [];
  for (const one of prepared) datasets.push(await amongOthers(one, draft.folder));
  const changed = changedThings(mapped, project, previous);
  await judgeTogether(datasets, {
    ontologies: project.ontologies.flatMap(({ quads }) => quads),
    folder: join(draft.folder, '.work'),
    ...(changed ? { changed } : {}),
    progress: (slug, things) => progress({ kind: 'judging-together', slug, things }),
  });
}

/** Things that are not what they were in the release before; undefined where that cannot be told of all. */
function changedThings(
  mapped: readonly MappedDataset[],
  { datasets }: Project,
  previous: Release | undefined,
): ReadonlySet<string> | undefined {
  const slugs = new Set(datasets.map(({ slug }) => slug));
  if (!previous?.manifest.datasets.every(({ slug }) => slugs.has(slug))) return undefined;
  const all = new Set<string>();
  for (const { verdicts } of mapped) {
    if (!verdicts.changed) return undefined;
    for (const thing of verdicts.changed) all.add(thing);
  }
  return all;
}

async function amongOthers(one: Prepared, folder: string): Promise<DatasetAmongOthers> {
  if (one.kind === 'reused') {
    const { slug, dump } = one.released;
    const path = join(workOf(folder, slug), 'dump.nq');
    await unpack(join(folder, dump.path), path);
    return { slug, path, leftOut: await leftOutOf(folder, slug) };
  }
  const { build, mapped, verdicts } = one.dataset;
  const { dataset, shapes } = build.checked;
  const known = resultsBefore(build, true);
  return {
    slug: dataset.slug,
    path: mapped.path,
    judging: { shapes, verdicts, ...(known ? { known } : {}) },
  };
}
