import type { Release, ReleasedDataset, ReleaseMoment } from '../../model/index.ts';
import type { BuildOptions } from '../outcome.ts';
import type { Planned } from '../plan.ts';
import type { Draft } from '../releases.ts';
import { publishDataset } from './publish-dataset.ts';

/** All datasets of a draft, in the order of the plan. */
export interface DatasetsToPublish {
  readonly released: readonly ReleasedDataset[];
  readonly plan: readonly Planned[];
  readonly draft: Draft;
  readonly options: BuildOptions;
  readonly release: ReleaseMoment;
  readonly previous: Release | undefined;
}

/** What is made of each dump; the files of datasets that were taken over are there, and nothing changed in them. */
export async function publishAll(all: DatasetsToPublish): Promise<readonly ReleasedDataset[]> {
  const { draft, options, plan, previous, release } = all;
  const slugs = all.released.map(({ slug }) => slug);
  const published: ReleasedDataset[] = [];
  for (const [index, released] of all.released.entries()) {
    const { checked, isReused } = plan[index] as Planned;
    if (isReused) {
      const { changes: _changes, ...same } = released;
      published.push(same);
      continue;
    }
    const { base } = options.project;
    const { folder } = draft;
    const { dataset } = checked;
    published.push(await publishDataset({ dataset, released, slugs, base, folder, release, previous }));
  }
  return published;
}
