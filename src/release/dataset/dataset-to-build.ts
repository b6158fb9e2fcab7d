import type { ReleasedDataset, ReleaseInput, Vocabulary } from '../../model/index.ts';
import type { CheckedDataset } from '../check.ts';
import type { Progress } from '../progress.ts';

/** A dataset in a release. */
export interface PublishedDataset {
  /** The release's folder. */
  readonly folder: string;
  readonly released: ReleasedDataset;
}

/** What building one dataset is given. */
export interface DatasetBuild {
  readonly checked: CheckedDataset;
  readonly base: string;
  /** The draft's folder. */
  readonly folder: string;
  readonly fingerprint: string;
  readonly judgedBy: string;
  /** The dataset in the release before; absent where nothing is to be taken over from it. */
  readonly before?: PublishedDataset | undefined;
  readonly inputs: readonly ReleaseInput[];
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  readonly progress: Progress;
}
