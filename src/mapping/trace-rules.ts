import type { NodePattern, TracedRule, TracedRules, ValuePattern } from '../model/index.ts';
import { callsOf } from './check.ts';
import { slugsOf } from './check-vocabularies.ts';
import type { TracedSource } from './column-tracer.ts';
import { resolveColumns } from './columns.ts';
import type { Expression, Mapping, ObjectRule, PairRule, TermRule } from './rules.ts';
import { spellTransformation } from './spell-expression.ts';
import { absolute, escaped, nodePattern, templatePattern } from './subject-match.ts';
import { TracedRule as RuleReader } from './traced-rule.ts';

/**
 * All that is to be known of a mapping to say, of a statement of a release, which of its rules can have made it and from
 * which columns: a row for each pair of predicate and object.
 */
export function traceRules(mapping: Mapping, { base, header }: TracedSource): TracedRules {
  const given = mapping.rules.filter(({ source }) => source === undefined);
  const named = header && resolveColumns(mapping, { header, rules: given }).columns;
  const trace = { mapping, base, named: (name: string) => (named?.has(name) ? named.get(name) : name) };
  return { file: mapping.file, rules: mapping.rules.flatMap((rule) => rowsOf(rule, trace)) };
}

interface Trace {
  readonly mapping: Mapping;
  readonly base: string;
  /** As the source names a column; undefined where it has none of that name. */
  readonly named: (name: string) => string | undefined;
}

function rowsOf(rule: Mapping['rules'][number], trace: Trace): readonly TracedRule[] {
  const reader = new RuleReader(rule, trace.mapping, trace.base);
  const own = { ...trace, base: rule.base ?? trace.base, reader };
  const subjects = rule.subjects.map((subject) => nodePattern(subject, own.base));
  const rows = rule.pairs.flatMap((pair) =>
    pair.predicates.flatMap((predicate) =>
      pair.objects.map((object) => rowOf({ subjects, pair, predicate, object }, own)),
    ),
  );
  const lists = [...rule.subjects, ...rule.pairs.flatMap(({ objects }) => objects)];
  return [...rows, ...lists.flatMap((object) => listRows(object, own))];
}

interface OwnTrace extends Trace {
  readonly reader: RuleReader;
}

interface Row {
  readonly subjects: readonly NodePattern[];
  readonly pair: PairRule;
  readonly predicate: TermRule;
  readonly object: ObjectRule;
}

function rowOf({ subjects, pair, predicate, object }: Row, own: OwnTrace): TracedRule {
  const { reader } = own;
  const conditions = [...reader.read(pair.condition), ...reader.read(reader.rule.condition)];
  const isKnown = predicate.expression?.kind === 'constant';
  return {
    subjects,
    ...(isKnown && { predicate: absolute(textOf(predicate.expression), own.base) }),
    value: valuePattern(object, own),
    line: predicate.place.line ?? object.place.line ?? 0,
    columns: inSource([...mainAndOther(object, reader), ...reader.read(predicate.expression)], own),
    conditions: inSource(conditions, own),
    ...makingOf(object, own),
  };
}

const mainAndOther = (object: ObjectRule, reader: RuleReader): readonly string[] => [
  ...reader.mainColumns(object),
  ...reader.objectColumns(object),
];

const inSource = (names: readonly string[], { named }: Trace): readonly string[] => [
  ...new Set(names.flatMap((name) => named(name) ?? [])),
];

/** The nodes of a collection, which have no name: what is said of them, the rule of the collection says. */
function listRows(object: ObjectRule, own: OwnTrace): readonly TracedRule[] {
  if (object.kind === 'join' || !object.gather) return [];
  const columns = inSource(own.reader.objectColumns(object), own);
  const subjects = [{ pattern: '/\\.well-known/genid/', isSure: false }];
  const line = object.place.line ?? 0;
  return [{ subjects, value: { kind: 'any' }, line, columns, conditions: [], how: 'cell' }];
}

function valuePattern(object: ObjectRule, { base, mapping }: OwnTrace): ValuePattern {
  if (object.kind === 'join') {
    const parent = mapping.rules.find(({ name }) => name === object.parent);
    const of = parent?.base ?? base;
    return { kind: 'iri', patterns: (parent?.subjects ?? []).map((subject) => nodePattern(subject, of)) };
  }
  if (object.gather) return { kind: 'any' };
  if (object.termType !== 'literal') return { kind: 'iri', patterns: [nodePattern(object, base)] };
  const pattern = literalPattern(object.expression);
  return { kind: 'literal', ...(pattern && { patterns: [pattern] }), ...typeOf(object, base) };
}

function literalPattern(expression: Expression | undefined): NodePattern | undefined {
  if (expression?.kind === 'constant') return { pattern: `^${escaped(expression.value)}$`, isSure: true };
  return expression?.kind === 'template'
    ? { pattern: templatePattern(expression.parts, false), isSure: true }
    : undefined;
}

/** Where the rule leaves language and datatype open, the data may tell them. */
function typeOf({ language, datatype }: TermRule, base: string): Pick<ValuePattern, 'language' | 'datatype'> {
  if (language) return language.kind === 'constant' ? { language: language.value } : {};
  if (datatype?.kind === 'constant') return { language: '', datatype: absolute(datatype.value, base) };
  return { language: '' };
}

function makingOf(
  object: ObjectRule,
  { base }: Trace,
): Pick<TracedRule, 'how' | 'transformation' | 'vocabulary'> {
  if (object.kind === 'join') return { how: 'cell' };
  const { expression } = object;
  const transformation = spellTransformation(expression);
  const vocabulary = vocabularyOf(expression);
  return {
    how: HOW[expression?.kind ?? 'constant'],
    ...(transformation !== undefined && { transformation: withoutBase(transformation, base) }),
    ...(vocabulary !== undefined && { vocabulary }),
  };
}

const HOW = { constant: 'constant', reference: 'cell', template: 'template', call: 'function' } as const;

/** Prefixes such as `id:` were written out: the mapping does not say the base. */
const withoutBase = (text: string, base: string): string => text.replaceAll(base, '');

/** The vocabulary that a value is looked up in, however deep in other functions. */
const vocabularyOf = (expression: Expression | undefined): string | undefined =>
  expression && callsOf(expression).flatMap((call) => slugsOf(call) ?? [])[0];

const textOf = (expression: Expression): string => (expression.kind === 'constant' ? expression.value : '');
