import type { SourceFault } from '../model/index.ts';
import type { ColumnTally } from './column-tally.ts';
import type { RowSample } from './row-sample.ts';

/** All that one pass over the records gives. */
export interface Reading {
  readonly columns: readonly ColumnTally[];
  readonly records: number;
  readonly sample: RowSample;
  readonly faults: readonly SourceFault[];
}
