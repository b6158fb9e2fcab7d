import { isIri, rdf, rml, xsd } from '../../rdf/index.ts';
import type { Expression, GatherRule, ObjectRule, TargetRule, TermRule, TermType } from '../rules.ts';
import { constantTemplate, expressionMap, expressionStatements, joinConditions } from './expressions.ts';
import { block, iriValue, literalValue, type Statements, type TurtleValue, textValue } from './turtle.ts';

export type Position = 'subject' | 'predicate' | 'object' | 'graph';

/** How names of the mapping are written: triples maps by name, targets by rule. */
export interface Names {
  /** A rule of several subjects is several triples maps. */
  triplesMaps(name: string): readonly string[];
  target(rule: TargetRule): string;
}

const TERM_TYPES: Readonly<Record<TermType, string>> = {
  iri: rml.IRI,
  uri: rml.URI,
  'unsafe-iri': rml.UnsafeIRI,
  'unsafe-uri': rml.UnsafeURI,
  blank: rml.BlankNode,
  literal: rml.Literal,
};

/** Terms of a pair: constants in short (`rml:predicate`) as long as they come first, the others as maps. */
export function termStatements(
  [shortcut, map]: readonly [shortcut: string, map: string],
  rules: readonly ObjectRule[],
  position: Position,
  names: Names,
): Statements {
  const shorts = rules.map((rule) => (isPlain(rule) ? constantOf(rule) : undefined));
  const first = shorts.indexOf(undefined);
  const until = first < 0 ? rules.length : first;
  const direct = shorts.slice(0, until).filter((one) => one !== undefined);
  // The same constant twice would be one statement.
  const distinct = new Set(direct.map((one) => JSON.stringify(one))).size === direct.length;
  const from = distinct ? until : 0;
  return [
    [shortcut, distinct ? direct : []],
    [map, rules.slice(from).flatMap((rule) => objectMaps(rule, position, names))],
  ];
}

const isPlain = (rule: ObjectRule): rule is TermRule =>
  rule.kind === 'term' && rule.targets.length === 0 && rule.gather === undefined;

function objectMaps(rule: ObjectRule, position: Position, names: Names): readonly TurtleValue[] {
  if (rule.kind === 'term') return [block(...termMap(rule, position, names))];
  return names
    .triplesMaps(rule.parent)
    .map((parent) =>
      block(
        [rml.parentTriplesMap, [iriValue(parent)]],
        [rml.joinCondition, joinConditions(rule.conditions)],
        targetStatements(rule.targets, names),
      ),
    );
}

/** A term map. */
export function termMap(term: TermRule, position: Position, names: Names): Statements {
  const constant = constantOf(term);
  const around: Statements = [
    targetStatements(term.targets, names),
    ...(term.gather ? gatherStatements(term.gather, names) : []),
  ];
  if (constant !== undefined) return [[rml.constant, [constant]], ...around];
  return [
    ...expressionOf(term),
    ...typeStatements(term, position),
    ...tagStatements('language', term.language),
    ...tagStatements('datatype', term.datatype),
    ...around,
  ];
}

const expressionOf = ({ expression }: TermRule): Statements => {
  if (expression === undefined) return [];
  return expression.kind === 'constant'
    ? [constantTemplate(expression.value)]
    : expressionStatements(expression);
};

/** A term that Turtle itself can write; undefined for blank nodes, relative IRIs and what is not constant. */
function constantOf({ expression, termType, language, datatype }: TermRule): TurtleValue | undefined {
  if (expression?.kind !== 'constant') return undefined;
  const { value } = expression;
  if (termType === 'iri') return hasScheme(value) && isIri(value) ? iriValue(value) : undefined;
  if (termType !== 'literal') return undefined;
  if (language !== undefined) {
    const tag = language.kind === 'constant' ? language.value : '';
    // Readers of Turtle may write tags in lower case.
    return /^[a-z]{2,3}(-[a-z0-9]+)*$/.test(tag) ? literalValue(value, `@${tag}`) : undefined;
  }
  if (datatype === undefined) return textValue(value);
  if (datatype.kind !== 'constant' || !isIri(datatype.value)) return undefined;
  return datatype.value === xsd.string ? textValue(value) : literalValue(value, `^^<${datatype.value}>`);
}

const hasScheme = (value: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]*:/.test(value);

/** The term type, where it is not what RML takes without. */
function typeStatements(
  { termType, expression, language, datatype, gather }: TermRule,
  position: Position,
): Statements {
  const isTagged = language !== undefined || datatype !== undefined;
  const isValue = expression?.kind === 'reference' || expression?.kind === 'call';
  const usual = position === 'object' && (isTagged || isValue) ? 'literal' : 'iri';
  if (termType === usual || (gather && expression === undefined)) return [];
  return [[rml.termType, [iriValue(TERM_TYPES[termType])]]];
}

function tagStatements(tag: 'language' | 'datatype', expression: Expression | undefined): Statements {
  if (expression === undefined) return [];
  if (expression.kind !== 'constant') return [[rml[`${tag}Map`], [expressionMap(expression)]]];
  const { value } = expression;
  return [[rml[tag], [tag === 'language' ? textValue(value) : iriValue(value)]]];
}

const targetStatements = (targets: readonly TargetRule[], names: Names): Statements[number] => [
  rml.logicalTarget,
  targets.map((target) => iriValue(names.target(target))),
];

const gatherStatements = ({ members, as, allowEmpty, strategy }: GatherRule, names: Names): Statements => [
  [rml.gather, [{ kind: 'list', items: members.flatMap((member) => objectMaps(member, 'object', names)) }]],
  [rml.gatherAs, [iriValue(rdf.namespace + as)]],
  [rml.allowEmptyListAndContainer, allowEmpty ? [{ kind: 'text', text: 'true' }] : []],
  [rml.strategy, strategy === 'cartesianProduct' ? [iriValue(rml.cartesianProduct)] : []],
];
