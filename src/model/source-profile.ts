import type { Bilingual } from './language.ts';
import type { Source } from './source.ts';

/** What was concluded, how sure it is, and what it was concluded from. */
export interface Guess<T> {
  readonly value: T;
  /** 0 to 1. */
  readonly confidence: number;
  /** A short sentence with figures: “451 of 451 cells are read as dates”. */
  readonly evidence: Bilingual;
}

/** What the filled cells of a column hold. */
export type ColumnKind =
  | 'empty'
  | 'whole'
  | 'decimal'
  | 'boolean'
  /** A year of four digits. */
  | 'year'
  /** A day, as `cim:isoDate` reads it. */
  | 'date'
  /** A French century, period or imprecise date, as `cim:edtf` reads it. */
  | 'period'
  | 'web-address'
  | 'email'
  | 'phone'
  | 'latitude'
  | 'longitude'
  /** Latitude and longitude in one cell, in the order that `PlaceGuess` tells. */
  | 'coordinates'
  /** A coordinate of a projection, or two in one cell. */
  | 'projected'
  | 'insee-commune'
  | 'insee-department'
  | 'insee-region'
  /** A département by its name. */
  | 'department-name'
  /** A région by its name, old or new. */
  | 'region-name'
  | 'post-code'
  | 'museofile'
  | 'joconde'
  | 'merimee'
  | 'palissy'
  /** A text with mark-up. */
  | 'html'
  /** A short code without spaces, which is no number though it may look like one: `FEST_39073_1020`, `0101`. */
  | 'code'
  /** One of few values. */
  | 'closed-list'
  | 'text';

/** A cell that is not what its column is. */
export interface OddCell {
  readonly value: string;
  /** Counted from 1, as records are. */
  readonly row: number;
}

/** Cells of several values. */
export interface Separation {
  /** Without the spaces around it: `;`, `,`, `|`, `#`, `/` or a line break. */
  readonly separator: string;
  /** Filled cells that hold it. */
  readonly cells: number;
  /** Values of all filled cells once they are separated. */
  readonly values: number;
}

/** What a column's values point to. */
export interface ColumnLink {
  /** Slug of a dataset here. */
  readonly dataset: string;
  /** By the identifier at the end of its things' addresses, or by a name that `cim:lookup` finds. */
  readonly by: 'identifier' | 'label';
}

export interface ColumnProfile {
  /** The column's name, or the reference (JSONPath, XPath) that reads it. */
  readonly name: string;
  /** Counted from 0. */
  readonly position: number;
  /** Cells that are neither absent nor white space. */
  readonly filled: number;
  /** Different values: exact up to a bound, beyond it a good estimate. */
  readonly distinct: number;
  readonly isDistinctExact: boolean;
  /** Characters of the longest value. */
  readonly longest: number;
  /** The most frequent values, at most 20 and 200 characters each; all of them where there are no more. */
  readonly frequent: readonly { readonly value: string; readonly count: number }[];
  readonly kind: Guess<ColumnKind>;
  /** Values (once separated) that the kind does not read, the first few. */
  readonly odd: readonly OddCell[];
  /** Where cells hold several values. The kind is that of one value. */
  readonly separation?: Guess<Separation>;
  /** All values, once separated, where they are few: a closed list. */
  readonly values?: readonly string[];
  /** Cells with mark-up. */
  readonly html: number;
  readonly link?: Guess<ColumnLink>;
}

/** Columns that may name a record, and why others may not. */
export interface IdentifierSearch {
  /** The columns, one or together, whose values name a record; absent where there is none. */
  readonly proposed?: Guess<readonly string[]>;
  /** Values of the proposed identifier that several records bear, the first few, with their rows. */
  readonly duplicates: readonly { readonly value: string; readonly rows: readonly number[] }[];
  /** How many such values there are, and how many records bear them beyond the first. */
  readonly duplicated: { readonly values: number; readonly records: number };
  /** Columns that look like identifiers and are refused, each with its reason: a row number, for one. */
  readonly refused: readonly { readonly columns: readonly string[]; readonly reason: Bilingual }[];
}

/** Where records are. */
export interface PlaceGuess {
  /** One column of pairs, or the first and the second coordinate. */
  readonly columns: readonly [string] | readonly [string, string];
  /** WGS84 in either order, or a projection (EPSG code) with its easting first. */
  readonly reference:
    | { readonly kind: 'wgs84'; readonly order: 'lat-long' | 'long-lat' }
    | { readonly kind: 'projected'; readonly epsg: number };
  /** Between the two numbers of one cell, where there is one column. */
  readonly separator?: string;
  /** The column that tells the projection record by record, where one does. */
  readonly toldBy?: string;
  readonly read: number;
  readonly odd: readonly OddCell[];
}

/** Something of the whole file that its owner should know: a second byte order mark, ragged rows, doubled identifiers. */
export interface SourceFinding {
  readonly severity: 'warning' | 'info';
  readonly sentence: Bilingual;
  readonly remedy?: Bilingual;
  /** Counted from 1. */
  readonly rows?: readonly number[];
}

/** A source as it was found to be. */
export interface SourceProfile {
  /** How to read it: format, dialect, iterator. */
  readonly source: Source;
  /** What the dialect was concluded from. */
  readonly dialect: readonly Guess<string>[];
  readonly bytes: number;
  readonly records: number;
  readonly columns: readonly ColumnProfile[];
  readonly identifiers: IdentifierSearch;
  /** The surest first. */
  readonly places: readonly Guess<PlaceGuess>[];
  readonly findings: readonly SourceFinding[];
}

/** What is here already and a column may point to. */
export interface KnownDataset {
  readonly slug: string;
  /** The identifier of one of its things, as it stands at the end of addresses. */
  readonly hasIdentifier: (value: string) => boolean;
  /** A name that `cim:lookup` finds. */
  readonly hasLabel: (value: string) => boolean;
}
