import type { ThingOrigin } from '../model/index.ts';
import type { CellFault } from './cell-faults.ts';
import type { Reason } from './choose/chosen-row.ts';

/** A cell as the source writes it. */
export interface PreviewedCell {
  readonly column: string;
  readonly value: string;
  readonly faults: readonly CellFault[];
  /** Whether a rule of the mapping reads the column. */
  readonly isRead: boolean;
  /** Whether the column is declared private: no release tells what it holds. */
  readonly isPrivate: boolean;
}

/** One record: what the source has, what the mapping makes of it, what is wrong. */
export interface PreviewedRecord {
  readonly row: number;
  /** Of tables: the row as spreadsheets number it. */
  readonly sheetRow?: number;
  readonly reasons: readonly Reason[];
  /** The name of its first thing, else what its first filled cell holds. */
  readonly name: string;
  readonly cells: readonly PreviewedCell[];
  /** Those that belong to no column. */
  readonly faults: readonly CellFault[];
  /** What the mapping makes of it, for people. */
  readonly turtle: string;
  readonly statements: number;
  /** IRIs of the dataset's things that it speaks of, the one that it identifies first. */
  readonly things: readonly string[];
}

/** A thing as the chosen records describe it. */
export interface PreviewedThing {
  readonly iri: string;
  /** N-Triples lines, without line feeds. */
  readonly lines: readonly string[];
  readonly origin: ThingOrigin;
  /** Rows of the chosen records that speak of it. */
  readonly rows: readonly number[];
}
