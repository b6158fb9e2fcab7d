import type { Place } from '../model/index.ts';

/** How values are made from a record. */
export type Expression = Constant | Reference | Template | Call;

export interface Constant {
  readonly kind: 'constant';
  readonly value: string;
  readonly place: Place;
}

export interface Reference {
  readonly kind: 'reference';
  readonly name: string;
  readonly place: Place;
}

export interface Template {
  readonly kind: 'template';
  /** Text and references in turn. */
  readonly parts: readonly (string | Reference)[];
  readonly place: Place;
}

export interface Call {
  readonly kind: 'call';
  /** IRI of the function. */
  readonly function: string;
  /** Parameter (local name or IRI) → expression; `0`, `1` … for arguments given by position. */
  readonly arguments: ReadonlyMap<string, Expression>;
  /** IRI of the output asked for, where one is named. */
  readonly output?: string;
  readonly place: Place;
}

/** Every reference in an expression. */
export function referencesOf(expression: Expression | undefined): readonly Reference[] {
  if (expression === undefined) return [];
  if (expression.kind === 'reference') return [expression];
  if (expression.kind === 'template') return expression.parts.filter((part) => typeof part !== 'string');
  if (expression.kind === 'call') return [...expression.arguments.values()].flatMap(referencesOf);
  return [];
}
