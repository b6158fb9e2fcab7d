import type { Bilingual, Complaint, Place, Severity } from '../../model/index.ts';

/** How grave a fault is: mapping leaves a value out, shapes judge things. */
export type FaultGravity = Severity | 'mapping';

export interface ShownFault {
  readonly severity: FaultGravity;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
  /** The rule of the mapping. */
  readonly place?: Place;
}

export interface ShownCell {
  readonly column: string;
  readonly value: string;
  readonly faults: readonly ShownFault[];
  readonly isRead: boolean;
  readonly isPrivate: boolean;
}

/** A record in the list. */
export interface ListedRecord {
  readonly row: number;
  /** As spreadsheets number it. */
  readonly number: number;
  readonly name: string;
  readonly reasons: readonly Bilingual[];
  /** Faults, and the gravest of them. */
  readonly faults: number;
  readonly gravest?: FaultGravity;
}

/** The record that is looked at. */
export interface ShownRecord extends ListedRecord {
  readonly file: string;
  readonly cells: readonly ShownCell[];
  /** Those of no cell. */
  readonly loose: readonly ShownFault[];
  readonly turtle: string;
  readonly statements: number;
  readonly things: readonly { readonly iri: string; readonly name: string; readonly isShown: boolean }[];
  /** Root-relative address of the page of its thing; absent where it has none. */
  readonly page?: string;
}

/** A kind of fault, counted over the whole file. */
export interface CountedFaultShown {
  readonly severity: FaultGravity;
  readonly message: Bilingual;
  readonly count: number;
  readonly column?: string;
  readonly place?: Place;
  /** A record that has it. */
  readonly row?: number;
}

interface Things {
  readonly count: number;
  readonly some: readonly string[];
}

/** What a release would be. */
export type ForecastShown =
  | { readonly kind: 'first'; readonly datasets: number; readonly statements: number }
  | {
      readonly kind: 'next';
      readonly previous: string;
      readonly created: Things;
      readonly updated: Things;
      readonly removed: Things;
      readonly terms: readonly { readonly iri: string; readonly change: 'appears' | 'vanishes' }[];
    }
  | { readonly kind: 'unchanged'; readonly previous: string }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] };

/** What is known of the whole file. */
export interface WholeShown {
  readonly kind: 'none' | 'waiting' | 'running' | 'done' | 'failed';
  readonly progress?: {
    readonly stage: 'mapping' | 'judging' | 'releasing';
    readonly records: number;
    readonly statements: number;
    readonly things: number;
  };
  readonly reason?: Bilingual;
  /** Of the last run that ended: of before, where another is under way. */
  readonly counts?: {
    readonly records: number;
    readonly things: number;
    readonly statements: number;
    readonly quarantined: number;
  };
  readonly faults: readonly CountedFaultShown[];
  readonly forecast?: ForecastShown;
}

/** What the workbench shows: chosen records of a dataset while it is being edited. */
export interface WorkbenchContent {
  readonly slug: string;
  readonly title?: Bilingual;
  readonly kind: 'starting' | 'fresh' | 'stale' | 'broken';
  /** `HH:MM:SS` of the preview that is shown. */
  readonly time?: string;
  readonly complaints: readonly Complaint[];
  readonly total?: number;
  readonly records: readonly ListedRecord[];
  readonly shown?: ShownRecord;
  readonly whole: WholeShown;
}
