import type { ReleaseInput, Vocabulary } from '../model/index.ts';
import type { CheckedDataset } from './check.ts';
import type { Progress } from './progress.ts';

/** What building one dataset is given. */
export interface DatasetBuild {
  readonly checked: CheckedDataset;
  readonly base: string;
  /** The draft's folder. */
  readonly folder: string;
  readonly fingerprint: string;
  readonly inputs: readonly ReleaseInput[];
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  readonly progress: Progress;
}
