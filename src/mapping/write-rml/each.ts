import type { Complaint } from '../../model/index.ts';
import { FUNCTIONS_NAMESPACE } from '../functions/namespace.ts';
import {
  type Expression,
  expressionsOf,
  type FieldRule,
  type LogicalViewRule,
  type ObjectRule,
  type RecordView,
  referencesOf,
  type SourceRule,
  type TriplesRule,
} from '../rules.ts';
import { severalValues } from './refusals.ts';

/** A rule without `each`, which reads a logical view instead. */
export type PlainRule = Omit<TriplesRule, 'view'> & { readonly source: SourceRule };

/**
 * A rule with `each` (one record for each value) over a logical view that has a field for each reference. Where a
 * record has no value the view still has a row, so the rule gets a condition.
 */
export function overView(
  rule: TriplesRule & { readonly view: RecordView },
  source: SourceRule,
  rules: readonly TriplesRule[],
): PlainRule | Complaint {
  const { view } = rule;
  const { view: _, ...rest } = withoutPlainJoins(rule, rules);
  const said = expressionsOf(rest);
  const wide =
    source.kind === 'source' && source.source.format !== 'csv' ? calledReference(said, view) : undefined;
  if (wide !== undefined) return severalValues(rule, wide);
  const names = new Set(said.flatMap(referencesOf).map(({ name }) => name));
  const fields: FieldRule[] = [...names]
    .filter((name) => name !== view.name)
    .map((name) => field(name, { kind: 'reference', name, place: rule.place }));
  const made: LogicalViewRule = {
    kind: 'view',
    id: `each ${view.name} ${source.id}`,
    place: rule.place,
    on: source,
    fields: [field(view.name, view.each), ...fields],
    joins: [],
  };
  const condition = conditionOf(rule, view);
  return { ...rest, source: made, ...(condition === undefined ? {} : { condition }) };
}

/** The subjects of another rule of the same record stand for themselves: the view is a source of its own. */
function withoutPlainJoins<R extends TriplesRule>(rule: R, rules: readonly TriplesRule[]): R {
  const subjectsOf = (object: ObjectRule): readonly ObjectRule[] => {
    if (object.kind !== 'join' || object.conditions.length > 0) return [object];
    const parent = rules.find(({ name }) => name === object.parent);
    return parent?.source?.id === rule.source?.id
      ? (parent?.subjects ?? []).map((subject) => ({ ...subject, targets: object.targets }))
      : [object];
  };
  const pairs = rule.pairs.map((pair) => ({ ...pair, objects: pair.objects.flatMap(subjectsOf) }));
  return { ...rule, pairs };
}

const field = (name: string, expression: Expression): FieldRule => ({
  name,
  place: expression.place,
  read: { kind: 'expression', expression },
  fields: [],
});

/** A function gets all values of a reference at once, but only one of a row: beside the view's own they may differ. */
function calledReference(expressions: readonly Expression[], view: RecordView): string | undefined {
  return expressions
    .filter(({ kind }) => kind === 'call')
    .flatMap(referencesOf)
    .find(({ name }) => name !== view.name)?.name;
}

/** That there is a value, where the subjects do not ask for one anyway. */
function conditionOf({ subjects, condition }: TriplesRule, view: RecordView): Expression | undefined {
  const asks = subjects.every(
    ({ expression }) =>
      expression?.kind !== 'call' && referencesOf(expression).some(({ name }) => name === view.name),
  );
  if (asks) return condition;
  const { place } = view.each;
  const there = call('isNotEmpty', [{ kind: 'reference', name: view.name, place }]);
  return condition === undefined ? there : call('and', [there, condition]);
}

const call = (name: string, values: readonly Expression[]): Expression => ({
  kind: 'call',
  function: FUNCTIONS_NAMESPACE + name,
  arguments: new Map(values.map((value, index) => [String(index), value])),
  place: values[0]?.place ?? { file: '' },
});
