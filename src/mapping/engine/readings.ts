import type { RecordSource, Vocabulary } from '../../model/index.ts';
import type { Absences } from './absences.ts';
import type { FaultNotes } from './held-faults.ts';
import { type Spelling, spellingOf } from './utf8-text.ts';

export type Values = readonly string[];
/** From a record to all values. */
export type Read = (record: unknown) => Values;
/** From a record to its one value. */
export type ReadOne = (record: unknown) => string | undefined;

/**
 * A compiled expression or term. `one` is there where a record gives one value at most: the fast path, without arrays.
 */
export interface Reading {
  readonly all: Read;
  readonly one?: ReadOne;
  /** Natural datatypes of the values, aligned with them, where the source knows any. */
  readonly datatypes?: (record: unknown) => readonly (string | undefined)[];
  /** The same of the one value. */
  readonly datatype?: (record: unknown) => string | undefined;
  /** The one value, where it is the same for all records. */
  readonly constant?: string;
  /** How a term's text is made of simpler values: what allows to write it without making it. */
  readonly spelt?: Spelt;
}

/** Text of a term: `open`, a value in some spelling, `close`. */
export interface Spelt {
  readonly open: string;
  readonly values: Reading;
  readonly spelling: Spelling;
  readonly close: string;
}

export const NOTHING: Values = [];

export const NO_READING: Reading = { all: () => NOTHING, one: () => undefined };

/** A reading of one value at most. */
export function single(one: ReadOne): Reading {
  return {
    one,
    all(record) {
      const value = one(record);
      return value === undefined ? NOTHING : [value];
    },
  };
}

export function constant(value: string): Reading {
  const values = [value];
  return { one: () => value, all: () => values, constant: value };
}

/** Applies to each value; undefined leaves it out. */
export function mapped(reading: Reading, apply: (value: string) => string | undefined): Reading {
  const { all, one } = reading;
  const each: Read = (record) => {
    const found: string[] = [];
    for (const value of all(record)) {
      const text = apply(value);
      if (text !== undefined) found.push(text);
    }
    return found;
  };
  if (one === undefined) return { all: each };
  return single((record) => {
    const value = one(record);
    return value === undefined ? undefined : apply(value);
  });
}

/** Terms made of values: by text for who needs it, by parts for who writes it. */
export function spelt(values: Reading, open: string, spelling: Spelling, close: string): Reading {
  const text = (value: string): string => open + spellingOf(value, spelling) + close;
  if (values.constant !== undefined) return constant(text(values.constant));
  return { ...mapped(values, text), spelt: { open, values, spelling, close } };
}

/** A reading whose values are the text already. */
export const asText = (values: Reading): Spelt => ({ open: '', values, spelling: 'text', close: '' });

/** The values of several readings, one after the other. */
export function union(readings: readonly Reading[]): Reading {
  const [only] = readings;
  if (only !== undefined && readings.length === 1) return only;
  return { all: (record) => readings.flatMap(({ all }) => all(record)) };
}

/** The record at hand, for what depends on where it stands. */
export interface RecordState {
  row: number;
  /** Values of the rule's `each`. */
  each: Values;
}

/** What compiling a rule needs beside the rule. */
export interface Compiler {
  readonly source: RecordSource;
  /** Reference → column of this source; undefined where the column is absent. Empty for sources without a header. */
  readonly columns: ReadonlyMap<string, string | undefined>;
  readonly base: string;
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  readonly faults: FaultNotes;
  readonly absences: Absences;
  readonly state: RecordState;
  /** Name by which references read `state.each`. */
  readonly eachName: string | undefined;
  /** Name of the rule, for blank nodes that are made anew for each record. */
  readonly rule: string;
}
