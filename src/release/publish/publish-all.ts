import type { Release, ReleasedDataset, ReleaseMoment } from '../../model/index.ts';
import type { BuildOptions } from '../outcome.ts';
import type { Planned } from '../plan.ts';
import type { Draft } from '../releases.ts';
import { isJoinable } from './joinable.ts';
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

/** All datasets, and whether each is what the release before has. */
export interface PublishedDatasets {
  readonly released: readonly ReleasedDataset[];
  readonly allReused: boolean;
}

/**
 * What is made of each dump. The files of datasets that were taken over are there, unless an older version made them.
 */
export async function publishAll(all: DatasetsToPublish): Promise<PublishedDatasets> {
  const { draft, options, plan, previous, release } = all;
  const { project, progress = () => undefined } = options;
  const { base } = project;
  const { folder } = draft;
  const published: ReleasedDataset[] = [];
  let allReused = true;
  for (const [index, one] of all.released.entries()) {
    const { changes: _, ...released } = one;
    const isKept = plan[index]?.isReused === true && (await isJoinable(released, { base, folder }));
    allReused &&= isKept;
    published.push(
      isKept ? released : await publishDataset({ released, base, folder, release, previous, progress }),
    );
  }
  return { released: published, allReused };
}
