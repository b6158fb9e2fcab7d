import { resolveColumns } from './columns.ts';
import { columnsRead } from './field-columns.ts';
import { expressionsOf, type Mapping, type ObjectRule } from './rules.ts';
import { spelled } from './subject-match.ts';
import { type SaidBy, TracedRule } from './traced-rule.ts';

/** A statement, or the want of one, whose origin in the source is asked for. */
export interface TracedStatement {
  /** IRI of the node that it is about: rules that make other nodes say nothing of it. */
  readonly node: string;
  /** Predicates that lead from the node to the value, one after the other; none: the node's own IRI is asked for. */
  readonly path: readonly string[];
}

/** Columns of a table, or references of JSON and XML, as the source names them. */
export interface ColumnsBehind {
  /** What the value is made from, the main column first. */
  readonly columns: readonly string[];
  /** The main column of each way to make the value: any of them suffices. */
  readonly main: readonly string[];
  /** What only decides whether there is a value. */
  readonly conditions: readonly string[];
  /** What the node's own IRI is made from. */
  readonly subject: readonly string[];
  /** Names that the mapping asks for here, and the source does not have. */
  readonly missing: readonly string[];
}

export type ColumnTracer = (statement: TracedStatement) => ColumnsBehind;

export interface TracedSource {
  readonly base: string;
  /** Columns of the table that rules without source of their own read; absent for JSON and XML. */
  readonly header?: readonly string[];
}

/**
 * Finds the columns from which a mapping makes statements: through functions, templates, `each`, views, aliases and
 * joins on the same record. An absent value is traced like one that is there.
 */
export function createColumnTracer(mapping: Mapping, { base, header }: TracedSource): ColumnTracer {
  const named = header && resolveColumns(mapping, { header, rules: givenRules(mapping) }).columns;
  const rules = mapping.rules.map((rule) => new TracedRule(rule, mapping, base));
  const known = new Map<string, ColumnsBehind>();
  return ({ node, path }) => {
    const own = rulesAbout(rules, node);
    const key = JSON.stringify([own.map(({ rule }) => rule.name), path]);
    const before = known.get(key);
    if (before) return before;
    const said = path.length === 0 ? [] : pairsAt(own.length > 0 ? own : rules, rules, path);
    const found = inSource(collected(own, said), named);
    known.set(key, found);
    return found;
  };
}

const givenRules = ({ rules }: Mapping) => rules.filter(({ source }) => source === undefined);

function rulesAbout(rules: readonly TracedRule[], node: string): readonly TracedRule[] {
  const sure = rules.filter((rule) => rule.fit(node) === 'yes');
  return sure.length > 0 ? sure : rules.filter((rule) => rule.fit(node) === 'perhaps');
}

/** What says the last predicate of a path, going from rule to rule by the nodes that each step names. */
function pairsAt(
  from: readonly TracedRule[],
  all: readonly TracedRule[],
  [predicate = '', ...rest]: readonly string[],
): readonly SaidBy[] {
  const said = from.flatMap((rule) => rule.pairsWith(predicate));
  if (rest.length === 0) return said;
  const objects = said.flatMap(({ pair }) => pair.objects);
  const keys = new Set(objects.map((one) => (one.kind === 'join' ? '' : spelled(one.expression))));
  const parents = new Set(objects.map((one) => (one.kind === 'join' ? one.parent : undefined)));
  const next = all.filter(
    ({ rule, subjectKeys }) => parents.has(rule.name) || subjectKeys.some((key) => keys.has(key)),
  );
  const further = pairsAt(next, all, rest);
  // Where the next node is not made from this source, what leads to it is all that can be corrected here.
  return further.length > 0 ? further : said;
}

function collected(own: readonly TracedRule[], said: readonly SaidBy[]): Omit<ColumnsBehind, 'missing'> {
  const subject = own.flatMap((rule) => rule.subjectColumns);
  const conditions = [
    ...said.flatMap(({ by, pair }) => by.read(pair.condition)),
    ...said.flatMap(({ by }) => by.read(by.rule.condition)),
  ];
  const made = (columnsOf: (by: TracedRule, object: ObjectRule) => readonly string[]) =>
    said.flatMap(({ by, pair }) =>
      pair.objects.flatMap((object) => withoutAddress(object, columnsOf(by, object), by.subjectColumns)),
    );
  return {
    columns: made((by, object) => by.objectColumns(object)),
    main: made((by, object) => by.mainColumns(object)),
    conditions,
    subject,
  };
}

/** The address of a part of the thing is made from the thing's identifier: nothing there is to be corrected. */
function withoutAddress(object: ObjectRule, columns: readonly string[], subject: readonly string[]) {
  const isAddress = object.kind === 'join' || object.termType !== 'literal';
  return isAddress ? columns.filter((column) => !subject.includes(column)) : columns;
}

/** By the names that the source itself has; what it lacks is told apart. */
function inSource(
  { columns, main, conditions, subject }: Omit<ColumnsBehind, 'missing'>,
  named: ReadonlyMap<string, string | undefined> | undefined,
): ColumnsBehind {
  const resolve = (names: readonly string[]) =>
    distinct(names.flatMap((name) => (named?.has(name) ? (named.get(name) ?? []) : [name])));
  return {
    columns: resolve(columns),
    main: resolve(main),
    conditions: resolve(conditions),
    subject: resolve(subject),
    missing: distinct([...columns, ...conditions].filter((name) => named?.has(name) && !named.get(name))),
  };
}

/** Every column or reference of the given source that a mapping reads, in the order in which it names them. */
export const referencesTo = (mapping: Mapping): readonly string[] =>
  distinct(
    givenRules(mapping).flatMap((rule) =>
      expressionsOf(rule).flatMap((expression) => columnsRead(expression, rule)),
    ),
  );

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)];
