import {
  type Expression,
  expressionsOf,
  type FieldRule,
  joinsOf,
  type LogicalViewRule,
  type Mapping,
  type Reference,
  referencesOf,
} from './rules.ts';

/** What references to a logical view can name (RML-LV): values of expression fields, and every index. */
export const keysOfView = ({
  fields,
  joins,
}: Pick<LogicalViewRule, 'fields' | 'joins'>): readonly string[] => [
  '#',
  ...keysOfFields(fields, ''),
  ...joins.flatMap((join) => keysOfFields(join.fields, '')),
];

function keysOfFields(fields: readonly FieldRule[], prefix: string): readonly string[] {
  return fields.flatMap(({ name, read, fields: nested }) => {
    const own = prefix + name;
    const value = read.kind === 'expression' ? [own] : [];
    return [...value, `${own}.#`, ...keysOfFields(nested, `${own}.`)];
  });
}

/** A reference, and the keys that it can name. */
export interface FieldReference {
  readonly reference: Reference;
  readonly keys: readonly string[];
}

/** Every reference of a mapping to a logical view: of rules, of joins on both sides, and of views on views. */
export function fieldReferences({ rules }: Mapping): readonly FieldReference[] {
  const sources = new Map(rules.map(({ name, source }) => [name, source]));
  const views = new Map<string, LogicalViewRule>();
  for (const { source } of rules) if (source?.kind === 'view') collect(source, views);
  const ofRules = rules.flatMap((rule) => to(rule.source, expressionsOf(rule)));
  const ofParents = rules.flatMap(joinsOf).flatMap(({ parent, conditions }) =>
    to(
      sources.get(parent),
      conditions.map((condition) => condition.parent),
    ),
  );
  return [...ofRules, ...ofParents, ...[...views.values()].flatMap(ofView)];
}

function collect(view: LogicalViewRule, found: Map<string, LogicalViewRule>): void {
  if (found.has(view.id)) return;
  found.set(view.id, view);
  for (const one of [view.on, ...view.joins.map(({ parent }) => parent)])
    if (one.kind === 'view') collect(one, found);
}

/** What a view's joins and its fields on another view refer to. The child of a join is the rows made before it. */
function ofView({ on, fields, joins }: LogicalViewRule): readonly FieldReference[] {
  const before = (index: number) => keysOfView({ fields, joins: joins.slice(0, index) });
  return [
    ...to(on, expressionsOfFields(fields)),
    ...joins.flatMap(({ parent, conditions, fields: joined }, index) => [
      ...to(parent, [...conditions.map((one) => one.parent), ...expressionsOfFields(joined)]),
      ...conditions.flatMap(({ child }) =>
        referencesOf(child).map((reference) => ({ reference, keys: before(index) })),
      ),
    ]),
  ];
}

const to = (
  source: Mapping['rules'][number]['source'],
  expressions: readonly Expression[],
): readonly FieldReference[] =>
  source?.kind === 'view'
    ? expressions.flatMap(referencesOf).map((reference) => ({ reference, keys: keysOfView(source) }))
    : [];

/** Every expression of a view: of its fields and joins, and of the views below. */
export function expressionsOfView({ on, fields, joins }: LogicalViewRule): readonly Expression[] {
  const below = [on, ...joins.map(({ parent }) => parent)];
  return [
    ...everyField([...fields, ...joins.flatMap((join) => join.fields)]),
    ...joins.flatMap(({ conditions }) => conditions.flatMap(({ child, parent }) => [child, parent])),
    ...below.flatMap((one) => (one.kind === 'view' ? expressionsOfView(one) : [])),
  ];
}

const everyField = (fields: readonly FieldRule[]): readonly Expression[] =>
  fields.flatMap(({ read, fields: nested }) => [
    ...(read.kind === 'expression' ? [read.expression] : []),
    ...everyField(nested),
  ]);

/** Expressions of fields that are read from the view's own source, not from a text within it. */
export const expressionsOfFields = (fields: readonly FieldRule[]): readonly Expression[] =>
  fields.flatMap(({ read, fields: nested }) => {
    if (read.kind === 'expression') return [read.expression];
    return read.format === undefined ? expressionsOfFields(nested) : [];
  });
