import type { TracedRule } from './traced-rules.ts';

/** A record of a source that says something of a thing. */
export interface SourceRecord {
  /** Path of the file in the project. */
  readonly file: string;
  /** Number of the record, from 1, and the line of the file it begins on. */
  readonly row: number;
  readonly line: number;
  /** Columns (references, in JSON and XML) and what they hold, as far as the release keeps them; long texts are cut. */
  readonly cells: ReadonlyMap<string, string>;
}

/** How a mapping makes a statement. */
export interface StatementRule
  extends Pick<TracedRule, 'line' | 'columns' | 'private' | 'how' | 'transformation' | 'vocabulary'> {
  /** Path of the mapping in the project. */
  readonly file: string;
}

/** Where a statement of a published thing comes from. */
export interface StatementOrigin {
  /** The records that have what the rules read; where a value can be told in some cells only, those. */
  readonly records: readonly SourceRecord[];
  /** The rules that can make it: several where conditions on the record decide which did. */
  readonly rules: readonly StatementRule[];
}

/** A statement whose origin is asked for: one of the thing's subjects (itself or a hash IRI), a property, a value. */
export interface AskedStatement {
  readonly subject: string;
  readonly property: string;
  /** Rules that cannot make it are left out; absent: all values. */
  readonly value?: StatementValue;
}

/** An RDF term as a value: its text, and of literals language (or empty) and datatype. */
export interface StatementValue {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
}

/** Where the statements of one thing come from. */
export interface ThingOrigin {
  /** The records that speak of it, the first one first; a thing of many has some. */
  readonly records: readonly SourceRecord[];
  /** Undefined for statements that no rule of its mapping makes. */
  statement(asked: AskedStatement): StatementOrigin | undefined;
}

/** Port of provenance: which cells and which rules made the statements of a thing. */
export interface OriginIndex {
  /** Undefined for what no mapping made: terms of ontologies, the catalogue. */
  of(thing: string): ThingOrigin | undefined;
}
