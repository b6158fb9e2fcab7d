import {
  type Argument,
  type Expression,
  type FieldRule,
  itemsOfArgument,
  type LogicalViewRule,
  type RecordView,
  referencesOf,
  type SourceRule,
} from './rules.ts';

/** What the references of a rule are read from. */
export interface ReadFrom {
  readonly source?: SourceRule;
  readonly view?: RecordView;
}

/**
 * Columns or references of the file itself that an expression reads, in the order in which it names them: the names of
 * `each` and of a logical view's fields lead to what these are made from.
 */
export function columnsRead(expression: Expression | undefined, from: ReadFrom): readonly string[] {
  return referencesOf(expression).flatMap(({ name }) => columnsNamed(name, from));
}

/**
 * The main column of an expression: the first that it reads; of alternatives (`coalesce`) that of each.
 */
export function mainColumns(expression: Argument | undefined, from: ReadFrom): readonly string[] {
  if (expression === undefined) return [];
  if (expression.kind === 'list') return firstOf(expression.items, from);
  if (expression.kind !== 'call') return columnsRead(expression, from).slice(0, 1);
  const given = [...expression.arguments.values()];
  return /coalesce$/i.test(expression.function)
    ? given.flatMap(itemsOfArgument).flatMap((one) => mainColumns(one, from))
    : firstOf(given, from);
}

function firstOf(expressions: readonly Argument[], from: ReadFrom): readonly string[] {
  const found = expressions.map((one) => mainColumns(one, from));
  return found.find((columns) => columns.length > 0) ?? [];
}

function columnsNamed(name: string, { source, view }: ReadFrom): readonly string[] {
  const each = view?.name === name ? view.each : undefined;
  if (each !== undefined) return columnsRead(each, source === undefined ? {} : { source });
  return source?.kind === 'view' ? columnsOfField(name, source) : [name];
}

/** A field that another table is joined for comes from the columns it is joined by: the rest is not in this file. */
function columnsOfField(name: string, view: LogicalViewRule): readonly string[] {
  const path = name.split('.');
  const chain = chainTo(path, view.fields);
  if (chain !== undefined) return columnsOfChain(chain, view.on);
  const join = view.joins.find(({ fields }) => chainTo(path, fields) !== undefined);
  const source = { ...view, joins: [] };
  return (join?.conditions ?? []).flatMap(({ child }) => columnsRead(child, { source }));
}

/** Fields from the outermost to the one that is named. */
function chainTo(names: readonly string[], fields: readonly FieldRule[]): readonly FieldRule[] | undefined {
  for (const field of fields) {
    const own = field.name.split('.');
    if (own.some((part, index) => part !== names[index])) continue;
    const rest = names.slice(own.length);
    if (rest.length === 0 || rest[0] === '#') return [field];
    const inner = chainTo(rest, field.fields);
    if (inner) return [field, ...inner];
  }
  return undefined;
}

/** What is cut out of a cell comes from that cell; what an iterator finds, from its place in the record. */
function columnsOfChain(chain: readonly FieldRule[], on: SourceRule): readonly string[] {
  const steps: string[] = [];
  for (const { read } of chain) {
    if (read.kind === 'iterator') {
      if (read.iterator !== undefined) steps.push(read.iterator);
      continue;
    }
    return columnsRead(read.expression, { source: on }).map((column) => pathOf([...steps, column], on));
  }
  return [];
}

function pathOf(steps: readonly string[], on: SourceRule): string {
  if (steps.length === 1) return steps[0] ?? '';
  const isXml = on.kind === 'source' && on.source.format === 'xml';
  const bare = steps.map((step) => (isXml ? step : step.replace(/^\$\.?/, '')));
  return bare.join(isXml ? '/' : '.');
}
