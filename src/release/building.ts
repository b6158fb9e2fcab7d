import type { Release, ReleasedDataset, ReleaseFile } from '../model/index.ts';
import type { MappedDataset } from './dataset/dataset-map.ts';
import type { BuildOptions } from './outcome.ts';
import type { Planned } from './plan.ts';
import type { Draft } from './releases.ts';

/** A build under way. */
export interface Building {
  readonly draft: Draft;
  readonly options: BuildOptions;
  readonly plan: readonly Planned[];
  readonly previous: Release | undefined;
}

/** A dataset mapped, or the files of the release before in place. */
export type Prepared =
  | { readonly kind: 'mapped'; readonly dataset: MappedDataset }
  | {
      readonly kind: 'reused';
      readonly released: ReleasedDataset;
      readonly reports: readonly ReleaseFile[];
    };
