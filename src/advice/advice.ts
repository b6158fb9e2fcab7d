import type { Bilingual } from '../model/index.ts';

export type AdviceCode =
  | 'unknown-class'
  | 'unknown-property'
  | 'other-namespace'
  | 'unknown-language'
  | 'unknown-graph'
  | 'cartesian-product'
  | 'query-malformed'
  | 'query-too-complex'
  | 'read-only';

/** Something about a query that its author should know before it is asked. */
export interface Advice {
  readonly code: AdviceCode;
  /** An error: the query cannot be asked. A warning: it can, and is probably not what was meant. */
  readonly severity: 'error' | 'warning';
  /** From 1; columns count UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  /** Of the place, in UTF-16 code units; 0 where it is not known. */
  readonly length: number;
  readonly message: Bilingual;
  /** What could stand at the place instead. */
  readonly suggestion?: string;
}

/** Advice that knows its place as offsets into the text. */
export interface PlacedAdvice extends Omit<Advice, 'line' | 'column' | 'length' | 'severity'> {
  readonly start: number;
  readonly end: number;
}

/** Line and column of an offset, both from 1. */
export function placeInText(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
