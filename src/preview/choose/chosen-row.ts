import type { Bilingual } from '../../model/index.ts';

/** Why a record is shown. `every`: there are so few that all are. */
export type ReasonKind = 'faulty' | 'longest' | 'emptiest' | 'strangest' | 'random' | 'every';

export interface Reason {
  readonly kind: ReasonKind;
  readonly sentence: Bilingual;
  /** Of a cell that is unlike others. */
  readonly column?: string;
}

/** A record that was chosen, by its number from 1. */
export interface ChosenRow {
  readonly row: number;
  /** At least one. */
  readonly reasons: readonly Reason[];
}
