import type { Dataset, ReleasedDataset } from '../model/index.ts';

/** A dataset as declared and as released. */
export interface DatasetOverview {
  readonly dataset: Dataset;
  readonly released: ReleasedDataset;
}
