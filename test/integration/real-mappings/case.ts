import { join } from 'node:path';
import { SHARED } from '../../shared.ts';
import type { PlainRow } from './plain-readers.ts';
import { BASE, type RealRun } from './run.ts';

/** A column whose every value must be found again: as a statement of a property, or as a counted fault of its rule. */
export interface Account {
  readonly column: string;
  readonly property: string;
  /** Text of the mapping's line that makes the value: where its faults are counted. */
  readonly at: string;
  /** The values in a record, as the plain reader finds them. */
  values(row: PlainRow): readonly string[];
  /** Values that are neither, less faults that are none: how many, and why. */
  readonly unaccounted?: { readonly count: number; readonly reason: string };
}

/** A file as it was published, a mapping, and what must come out by an independent look at the file. */
export interface RealCase {
  readonly file: string;
  /** What the mapping is, where a file has several. */
  readonly mapping: string;
  run(): Promise<RealRun>;
  rows(): readonly PlainRow[];
  /** What tells the things of a record apart: as many names, as many subjects. */
  names(row: PlainRow): readonly string[];
  /** As many as the file has; counted by hand. */
  readonly records: number;
  /** Faults and notes by code: the file's true dirt. */
  readonly faults: Readonly<Record<string, number>>;
  readonly accounts: readonly Account[];
}

export const real = (file: string): string => join(SHARED, 'data/real', file);

export const def = (name: string): string => `${BASE}def/${name}`;
export const schemaOrg = (name: string): string => `http://schema.org/${name}`;
export const dct = (name: string): string => `http://purl.org/dc/terms/${name}`;
export const wgs84 = (name: string): string => `http://www.w3.org/2003/01/geo/wgs84_pos#${name}`;
export const AS_WKT = 'http://www.opengis.net/ont/geosparql#asWKT';

/** Texts that are not empty. */
export const filled = (...values: (string | undefined)[]): readonly string[] =>
  values.flatMap((value) => (value === undefined || value === '' ? [] : [value]));

/** One value a cell. */
export const whole = (column: string, property: string, at: string): Account => ({
  column,
  property,
  at,
  values: (row) => filled(row[column]),
});

/** Values separated by a semicolon. */
export const parts = (column: string, property: string, at: string): Account => ({
  column,
  property,
  at,
  values: (row) => filled(...(row[column] ?? '').split(';').map((part) => part.trim())),
});

/** Values separated by a semicolon that stands in no parentheses: « DEVERIA Achille (dessinateur ; graveur) » is one. */
export const people = (column: string, property: string, at: string): Account => ({
  column,
  property,
  at,
  values: (row) => filled(...(row[column] ?? '').split(/;(?![^(]*\))/).map((part) => part.trim())),
});
