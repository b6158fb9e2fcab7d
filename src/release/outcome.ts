import type { Project } from '../declarations/index.ts';
import type { Complaint, Release, ReleasedDataset, ReleaseManifest } from '../model/index.ts';
import type { Breaks } from './breaks/breaks.ts';
import type { AskDraft } from './breaks/find-breaks.ts';
import type { Progress } from './progress.ts';

/** How a build ends. */
export type BuildOutcome =
  /** After a dry run the release is described, and its folder is gone. */
  | { readonly kind: 'released'; readonly release: Release; readonly breaks: Breaks }
  | { readonly kind: 'unchanged'; readonly release: Release }
  | {
      readonly kind: 'refused';
      readonly complaints: readonly Complaint[];
      readonly datasets: readonly ReleasedDataset[];
      /** Folder of the reports on what was read and judged; absent where nothing was. */
      readonly reports?: string;
    };

export interface BuildOptions {
  readonly project: Project;
  /** Absolute path of the folder of releases. */
  readonly releases: string;
  readonly toolVersion: string;
  /** Slugs to look at; the others stay as they are published. Empty: all. */
  readonly only?: readonly string[];
  /** Builds again what did not change. */
  readonly force?: boolean;
  /** What speaks against publishing a release that is in order by itself: whether it can be served, for example. */
  readonly objections?: (manifest: ReleaseManifest) => readonly Complaint[];
  /** What speaks against what a release changes for those who use the one before it. */
  readonly refuses?: (breaks: Breaks) => readonly Complaint[];
  /** Asks what is about to be published the declared queries; absent: they are not asked. */
  readonly ask?: AskDraft;
  /** Builds into a draft and throws it away: nothing is published. */
  readonly dryRun?: boolean;
  readonly progress?: Progress;
  readonly now?: () => Date;
}
