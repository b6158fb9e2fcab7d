import type { Harvest } from './harvest.ts';

/** Formats that can be read. */
export type SourceFormat = 'csv' | 'json' | 'xml';

/** How a file is packed. Archives hold one file. */
export type Compression = 'none' | 'gzip' | 'zip' | 'tar.gz' | 'tar.xz';

/** How a CSV file is written (CSVW dialect). What is absent has CSVW's usual value, told behind each. */
export interface CsvDialect {
  /** One character. */
  readonly delimiter: string;
  /** One character; `''` where nothing is quoted. */
  readonly quote: string;
  /** A label of the WHATWG Encoding Standard. */
  readonly encoding: string;
  /** A quote inside a quoted cell is doubled (true), or escaped by a backslash (false). */
  readonly doubleQuote?: boolean;
  /** The character that escapes the next one in a quoted cell, instead of doubling: wins over `doubleQuote`. */
  readonly escape?: string;
  /** Lines that begin with it are no rows. Absent: every line is one. */
  readonly commentPrefix?: string;
  /** The first row names the columns (true). Where none does they are `_col.1`, `_col.2`, … */
  readonly header?: boolean;
  /** Lines left out before everything else (0). */
  readonly skipRows?: number;
  /** White space at both ends of cells, or at one, is dropped. Absent: kept. */
  readonly trim?: boolean | 'start' | 'end';
  /** What ends a row, with two different first characters at most. Absent: LF, CRLF and CR, mixed or not. */
  readonly lineTerminators?: readonly string[];
}

/** Whether a text is a label of the WHATWG Encoding Standard: `utf-8`, `windows-1252`, `latin1`, … */
export function isEncodingLabel(text: string): boolean {
  try {
    new TextDecoder(text);
    return true;
  } catch {
    return false;
  }
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
   * What one record is. JSON: an RFC 9535 query such as `$.features[*]`; XML: a path such as
   * `/lido:lidoWrap/lido:lido` or `//lido:lido`; CSV has none.
   */
  readonly iterator?: string;
  /** XML: prefix → namespace. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** Slug of the dataset whose source this is, where one dataset reads another's file. */
  readonly sharedFrom?: string;
  /** Where the file is fetched from, where it is a kept copy of what an address gives. */
  readonly harvest?: Harvest;
  /** How the file is packed. Absent: by its first bytes. */
  readonly compression?: Compression;
  /**
   * Values that count as absent. Absent: only the empty text, and for CSV nothing else. `[]`: nothing counts as absent
   * but JSON null and what is missing.
   */
  readonly nulls?: readonly string[];
  /** A ragged row is refused instead of noted (RML-IO). Absent: false. */
  readonly strict?: boolean;
}

/** A record with its place in the source. Rows count records from 1; lines count from 1. */
export interface Located<R> {
  readonly record: R;
  readonly row: number;
  readonly line: number;
  /** Offset of its first byte in the unpacked file, byte order marks counted; -1 where the encoding does not tell. */
  readonly offset: number;
}

/** Something odd that reading met and went past: a ragged row, a stray quote. */
export interface SourceFault {
  readonly code: string;
  readonly row: number;
  readonly line: number;
  readonly detail: string;
}

/** A value of a record, and a reference that leads to it; where a reference leads to several, each is told. */
export type OutlinedValue = readonly [reference: string, text: string];

/**
 * How records of one format are looked into. `R` is the reader's own form of a record; only the reader looks into it.
 * References throw `NotAScalar` while they are read where they lead to a JSON object or array.
 */
export interface RecordLanguage<R = unknown> {
  /**
   * Compiles a reference (column name, JSONPath, XPath) to a getter of all its values as text, absent ones left out.
   * @throws ReferenceSyntaxError
   */
  reference(path: string): (record: R) => readonly string[];
  /**
   * The same for a reference of one value at most, without an array: the fast path. Undefined where several are
   * possible (`[*]`, `//`, …).
   */
  single?(path: string): ((record: R) => string | undefined) | undefined;
  /** Natural datatypes of the values of a reference, aligned with them (XSD IRIs; undefined = string). JSON only. */
  datatypes?(path: string): (record: R) => readonly (string | undefined)[];
  /** The same for what `single` reads. */
  datatype?(path: string): ((record: R) => string | undefined) | undefined;
  /**
   * Compiles an iterator relative to a record: the records within it.
   * @throws ReferenceSyntaxError
   */
  iterator(path: string): (record: R) => readonly R[];
  /** All references of a record that lead to values, with these, for whoever does not know its shape. JSON and XML. */
  outline?(record: R): Iterable<OutlinedValue>;
  /** Parses a text (a cell that holds JSON, XML or CSV) as a document of this format. */
  parse(text: string): R;
}

/** An open source: its columns, its records in batches and in order, and how to look into them. */
export interface RecordSource<R = unknown> extends RecordLanguage<R> {
  /** The path as messages name it. */
  readonly shown: string;
  /** Columns of a table as its header names them; undefined for JSON and XML, where any path may occur. */
  readonly columns?: readonly string[];
  records(): AsyncIterable<readonly Located<R>[]>;
  /** Filled while records are read. */
  readonly faults: readonly SourceFault[];
}

/** A reference or an iterator that its language does not understand. */
export class ReferenceSyntaxError extends Error {
  /** The reference as it was written. */
  readonly reference: string;
  /** Where reading it stopped, in UTF-16 units from 0. */
  readonly position?: number;

  constructor(reference: string, reason: string, position?: number) {
    super(reason);
    this.name = 'ReferenceSyntaxError';
    this.reference = reference;
    if (position !== undefined) this.position = position;
  }
}

/** A reference that leads to a JSON object or array, where a term needs a scalar. */
export class NotAScalar extends Error {
  readonly reference: string;
  readonly found: 'object' | 'array';
  /** What stands there, in short. */
  readonly shown: string;

  constructor(reference: string, found: 'object' | 'array', shown: string) {
    super(`“${reference}” leads to an ${found}, not to a value.`);
    this.name = 'NotAScalar';
    this.reference = reference;
    this.found = found;
    this.shown = shown;
  }
}
