import type { Bilingual, Complaint, Place, Severity } from '../../model/index.ts';
import type { Breaks } from '../../release/index.ts';
import type { CellFault } from '../cell-faults.ts';

/** What is to be run: the whole build of a project, beside its releases and without touching them. */
export interface WholeRunJob {
  readonly root: string;
  readonly base: string;
  readonly slug: string;
  /** Absolute path of the project's releases: compared with, never written. */
  readonly releases: string;
  /** Absolute path of a folder of this run alone. */
  readonly work: string;
  readonly toolVersion: string;
}

/** How far it is. */
export interface WholeRunProgress {
  readonly stage: 'mapping' | 'judging' | 'releasing';
  readonly records: number;
  readonly statements: number;
  readonly things: number;
}

/** What is wrong, counted over the whole file. */
export interface CountedFault {
  readonly severity: Severity | 'mapping';
  readonly message: Bilingual;
  readonly count: number;
  readonly column?: string;
  /** Of mapping: where the rule stands. */
  readonly place?: Place;
  /** A record that has it, where one is known. */
  readonly row?: number;
}

/** A record at fault, with what is wrong at its cell. */
export interface RowFault {
  readonly row: number;
  readonly fault: CellFault;
}

/** Things that a release would change: how many, and some. */
export interface ChangedThings {
  readonly count: number;
  readonly some: readonly string[];
}

/** What would be published. */
export type ReleaseForecast =
  /** There is none yet. */
  | { readonly kind: 'first'; readonly datasets: number; readonly statements: number }
  | {
      readonly kind: 'next';
      /** Id of the release that is published. */
      readonly previous: string;
      readonly created: ChangedThings;
      readonly updated: ChangedThings;
      readonly removed: ChangedThings;
      readonly breaks: Pick<Breaks, 'terms' | 'jumps'>;
    }
  | { readonly kind: 'unchanged'; readonly previous: string }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] };

/** What a whole run found in one dataset. */
export interface WholeRun {
  /** Absent where nothing could be read. */
  readonly counts?: {
    readonly records: number;
    readonly things: number;
    readonly statements: number;
    /** Things left out. */
    readonly quarantined: number;
  };
  /** The gravest first. */
  readonly faults: readonly CountedFault[];
  /** Records at fault, one of each kind before a second of any. */
  readonly rows: readonly RowFault[];
  readonly forecast: ReleaseForecast;
}

/** What the process of a run sends. */
export type WholeRunMessage =
  | { readonly kind: 'progress'; readonly progress: WholeRunProgress }
  | { readonly kind: 'done'; readonly run: WholeRun }
  /** Circumstances: no memory, no disk. */
  | { readonly kind: 'failed'; readonly reason: Bilingual };
