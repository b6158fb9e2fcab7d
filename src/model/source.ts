/** Formats that can be read. */
export type SourceFormat = 'csv' | 'json' | 'xml';

/** How a CSV file is written (CSVW dialect, the part that matters here). */
export interface CsvDialect {
  /** One character. */
  readonly delimiter: string;
  readonly quote: string;
  /** A label of the WHATWG Encoding Standard. */
  readonly encoding: string;
}

/** A file and how to read records from it. */
export interface Source {
  /** Absolute path. */
  readonly path: string;
  /** The path as messages name it: relative to the project, or as it was given. */
  readonly shown: string;
  readonly format: SourceFormat;
  readonly dialect: CsvDialect;
  /**
   * What one record is. JSON: a path such as `$.features[*]`; XML: an absolute path of element names such as
   * `/lido:lidoWrap/lido:lido`; CSV has none.
   */
  readonly iterator?: string;
  /** XML: prefix → namespace. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** Slug of the dataset whose source this is, where one dataset reads another's file. */
  readonly sharedFrom?: string;
}

/** A record with its place in the source. Rows count records from 1; lines count from 1. */
export interface Located<R> {
  readonly record: R;
  readonly row: number;
  readonly line: number;
}

/** Something odd that reading met and went past: a ragged row, a stray quote. */
export interface SourceFault {
  readonly code: string;
  readonly row: number;
  readonly line: number;
  readonly detail: string;
}

/**
 * An open source: its columns, a way to compile references, and its records in batches, in order.
 * `R` is the reader's own form of a record; only the reader looks into it.
 */
export interface RecordSource<R = unknown> {
  /** The path as messages name it. */
  readonly shown: string;
  /** Columns of a table as its header names them; undefined for JSON and XML, where any path may occur. */
  readonly columns?: readonly string[];
  /** Compiles a reference (column name, JSON path, XML path) to a getter of all its values, empty ones left out. */
  reference(name: string): (record: R) => readonly string[];
  records(): AsyncIterable<readonly Located<R>[]>;
  /** Filled while records are read. */
  readonly faults: readonly SourceFault[];
}
