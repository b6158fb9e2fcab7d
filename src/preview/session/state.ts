import type { Bilingual, Complaint, Dataset, SiteIdentity, Terms } from '../../model/index.ts';
import type { WholeRun, WholeRunProgress } from '../background/whole-run.ts';
import type { PreviewedRecord, PreviewedThing } from '../previewed.ts';

/** What was made of the chosen records when everything was in order. */
export interface Preview {
  /** ISO 8601: when it was made. */
  readonly at: string;
  readonly dataset: Dataset;
  readonly base: string;
  readonly terms: Terms;
  readonly identity?: SiteIdentity;
  readonly records: readonly PreviewedRecord[];
  readonly things: ReadonlyMap<string, PreviewedThing>;
  /** Records of the source, as they were when records were last chosen. */
  readonly total: number;
}

/** The run over the whole file: it works on what was saved last, or what is known is of before. */
export type WholeState =
  | { readonly kind: 'none' }
  /** What is saved cannot be built. */
  | { readonly kind: 'waiting'; readonly before?: WholeRun }
  | { readonly kind: 'running'; readonly progress?: WholeRunProgress; readonly before?: WholeRun }
  | { readonly kind: 'done'; readonly run: WholeRun; readonly at: string }
  | { readonly kind: 'failed'; readonly reason: Bilingual; readonly before?: WholeRun };

export interface PreviewState {
  /** Goes up with every change. */
  readonly version: number;
  /** `stale`: what is saved cannot be used, and the preview is the last that could. */
  readonly kind: 'starting' | 'fresh' | 'stale' | 'broken';
  readonly complaints: readonly Complaint[];
  /** Absent where nothing could be made yet. */
  readonly preview?: Preview;
  readonly whole: WholeState;
}

/** The last run that came to its end, whatever came after. */
export const lastRun = (whole: WholeState): WholeRun | undefined =>
  whole.kind === 'done' ? whole.run : whole.kind === 'none' ? undefined : whole.before;
