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
  /** The dataset in the release before. */
  readonly before?: PublishedDataset | undefined;
  readonly inputs: readonly ReleaseInput[];
  /** Whether everything is to be made anew, whatever is known. */
  readonly force: boolean;
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  readonly progress: Progress;
}
