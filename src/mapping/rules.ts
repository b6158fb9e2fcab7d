import type { Place } from '../model/index.ts';

/**
 * The typed form of a mapping, whatever language it was written in. Every node knows where it was written, so that a
 * fault at run time names the rule.
 */
export interface Mapping {
  readonly file: string;
  readonly columns: readonly ColumnRule[];
  readonly rules: readonly TriplesRule[];
}

/** A column the mapping reads: the name used in references, the names it has had in other exports. */
export interface ColumnRule {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly optional: boolean;
  readonly place: Place;
}

/** A triples map: what is said about the subjects made from one record. */
export interface TriplesRule {
  readonly name: string;
  readonly place: Place;
  readonly view?: RecordView;
  readonly subjects: readonly TermRule[];
  readonly condition?: Expression;
  readonly pairs: readonly PairRule[];
}

/** A logical view: one record for each value of an expression, which references can name. */
export interface RecordView {
  readonly name: string;
  readonly each: Expression;
}

export interface PairRule {
  readonly predicates: readonly TermRule[];
  readonly objects: readonly TermRule[];
  readonly condition?: Expression;
}

/** A term map: an expression and the kind of term that its values become. */
export interface TermRule {
  readonly expression: Expression;
  readonly termType: 'iri' | 'literal';
  readonly language?: string;
  readonly datatype?: string;
  readonly place: Place;
}

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
  /** Parameter name → expression; `0`, `1` … for arguments given by position. */
  readonly arguments: ReadonlyMap<string, Expression>;
  readonly place: Place;
}

/** Every reference in an expression. */
export function referencesOf(expression: Expression): readonly Reference[] {
  if (expression.kind === 'reference') return [expression];
  if (expression.kind === 'template') return expression.parts.filter((part) => typeof part !== 'string');
  if (expression.kind === 'call') return [...expression.arguments.values()].flatMap(referencesOf);
  return [];
}

/** Every expression of a rule, the view's included. */
export function expressionsOf(rule: TriplesRule): readonly Expression[] {
  const terms = [...rule.subjects, ...rule.pairs.flatMap((pair) => [...pair.predicates, ...pair.objects])];
  const conditions = [rule.condition, ...rule.pairs.map((pair) => pair.condition)].filter(
    (one) => one !== undefined,
  );
  return [...terms.map((term) => term.expression), ...conditions, ...(rule.view ? [rule.view.each] : [])];
}
