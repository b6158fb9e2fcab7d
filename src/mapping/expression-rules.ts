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
  readonly arguments: ReadonlyMap<string, Argument>;
  /** IRI of the output asked for, where one is named. */
  readonly output?: string;
  readonly place: Place;
}

/** What a parameter is given. */
export type Argument = Expression | ValueList;

/** The values of several expressions, one after the other: a parameter that is given several times. */
export interface ValueList {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

/** Arguments by parameter; what is given several times becomes a list, in the order in which it is given. */
export function argumentsOf(given: Iterable<readonly [string, Argument]>): ReadonlyMap<string, Argument> {
  const found = new Map<string, Argument>();
  for (const [name, argument] of given) {
    const before = found.get(name);
    const items = before === undefined ? [] : [...itemsOfArgument(before), ...itemsOfArgument(argument)];
    found.set(name, before === undefined ? argument : { kind: 'list', items });
  }
  return found;
}

export const itemsOfArgument = (argument: Argument): readonly Expression[] =>
  argument.kind === 'list' ? argument.items : [argument];

/** Every reference in an expression. */
export function referencesOf(expression: Argument | undefined): readonly Reference[] {
  if (expression === undefined) return [];
  if (expression.kind === 'list') return expression.items.flatMap(referencesOf);
  if (expression.kind === 'reference') return [expression];
  if (expression.kind === 'template') return expression.parts.filter((part) => typeof part !== 'string');
  if (expression.kind === 'call') return [...expression.arguments.values()].flatMap(referencesOf);
  return [];
}
