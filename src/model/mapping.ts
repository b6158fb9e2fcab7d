import type { Complaint, Place } from './complaint.ts';
import type { Bilingual } from './language.ts';

/**
 * A part of a mapping's output: whole lines of N-Quads in UTF-8, each ended by a line feed, and where their subjects
 * come from.
 */
export interface MappedChunk {
  readonly nquads: Uint8Array;
  readonly origins: readonly Origin[];
}

/** A subject and the record it was made from. */
export interface Origin {
  readonly subject: string;
  /** The source as a person would type it. */
  readonly file: string;
  readonly row: number;
  readonly line: number;
  /** The rule gives each record a subject of its own: meeting it again is a repeated identifier. */
  readonly identifies: boolean;
}

/** What happens on a fault: the run ends; the term is left out; the whole record is left out. */
export const MAPPING_POLICIES = ['strict', 'skip-term', 'skip-record'] as const;
export type MappingPolicy = (typeof MAPPING_POLICIES)[number];

/** One kind of fault met while mapping, counted, with the first examples. */
export interface FaultGroup {
  readonly code: string;
  readonly message: Bilingual;
  /** Where in the mapping the term stands that was not produced. */
  readonly place: Place;
  readonly count: number;
  readonly examples: readonly FaultExample[];
}

/** Where in the data a fault was met. */
export interface FaultExample {
  /** The source as a person would type it. */
  readonly file: string;
  readonly row: number;
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

/** Terms that were not produced although nothing was wrong, counted by the place in the mapping that would make them. */
export interface AbsenceGroup {
  /**
   * The record has no value there; nothing matches it in the source it is joined with; a condition does not hold; a
   * function gives nothing of the values that are there.
   */
  readonly reason: 'empty' | 'unmatched' | 'condition' | 'nothing';
  readonly place: Place;
  /** The column or reference that has no value, else the first that the term reads; empty where it reads none. */
  readonly column: string;
  /** How often: once for each subject of a record. */
  readonly count: number;
}

/** What a mapping run read, wrote and could not write. Complete once the chunks are exhausted. */
export interface MappingReport {
  readonly records: number;
  /** Of the records, those that were left out under the policy `skip-record`. */
  readonly skippedRecords: number;
  /** Statements written, repetitions included. */
  readonly statements: number;
  readonly faults: readonly FaultGroup[];
  readonly absences: readonly AbsenceGroup[];
  /** Columns that the mapping names and this source does not have. */
  readonly missingColumns: readonly string[];
  /** Columns of the source that no rule of the mapping reads. */
  readonly unusedColumns: readonly string[];
  /** Those of the missing columns that the mapping does not declare optional. Absent: none. */
  readonly unknownColumns?: readonly UnknownColumn[];
}

/** A column that a mapping names and its source does not have: where, and the nearest that there is. */
export interface UnknownColumn extends Complaint {
  readonly name: string;
}

/** A running mapping: chunks first, then the report. */
export interface MappingRun {
  readonly chunks: AsyncIterable<MappedChunk>;
  report(): MappingReport;
}

/** What a mapping says of its things, before any data are read. */
export interface MadeTerms {
  /** IRIs of the classes that it gives. */
  readonly classes: ReadonlySet<string>;
  /** IRIs of the predicates that it uses. */
  readonly predicates: ReadonlySet<string>;
  /** Whether these are all: values may name others. */
  readonly isComplete: boolean;
}

/** Finds a concept by one of its labels, whatever the case, accents and spacing. */
export interface Vocabulary {
  /** IRI of the concept with that label, or undefined. */
  find(label: string): string | undefined;
}
