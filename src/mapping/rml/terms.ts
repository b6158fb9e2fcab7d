import { rdf, rml } from '../../rdf/index.ts';
import type { Expression, GatherRule, JoinRule, ObjectRule, TermRule, TermType } from '../rules.ts';
import {
  badGather,
  badLanguage,
  badTermType,
  blankConstant,
  literalConstant,
  noExpression,
  type Position,
} from './complaints.ts';
import { isLiteral, readExpression, readJoinSide } from './expressions.ts';
import { listOf, type RmlDocument, type RmlNode } from './node.ts';
import { checkExpressions, checkPlaces, checkTags } from './places.ts';
import { readTargets } from './targets.ts';

const TERM_TYPES: Readonly<Record<string, TermType>> = {
  [rml.IRI]: 'iri',
  [rml.URI]: 'uri',
  [rml.UnsafeIRI]: 'unsafe-iri',
  [rml.UnsafeURI]: 'unsafe-uri',
  [rml.BlankNode]: 'blank',
  [rml.Literal]: 'literal',
};

/** Where in a triple a term stands decides what it may be. */
const ALLOWED: Readonly<Record<Position, readonly TermType[]>> = {
  subject: ['iri', 'uri', 'unsafe-iri', 'unsafe-uri', 'blank'],
  predicate: ['iri', 'uri', 'unsafe-iri', 'unsafe-uri'],
  object: ['iri', 'uri', 'unsafe-iri', 'unsafe-uri', 'blank', 'literal'],
  graph: ['iri', 'uri', 'unsafe-iri', 'unsafe-uri', 'blank'],
};

/** Terms of a shortcut property (`rml:predicate`) and of its maps (`rml:predicateMap`). */
export function readTerms(
  node: RmlNode,
  [shortcut, map]: readonly [string, string],
  position: Position,
  document: RmlDocument,
): readonly TermRule[] {
  return [
    ...node.values(shortcut).map((constant) => constantTerm(constant, position, document)),
    ...node.values(map).map((termMap) => readTerm(termMap, position, document)),
  ];
}

/** A constant RDF term as a rule of its own. */
export function constantTerm(
  { term, place }: RmlNode,
  position: Position,
  document: RmlDocument,
  isTyped = false,
): TermRule {
  const constant = (value: string): Expression => ({ kind: 'constant', value, place });
  const base = { kind: 'term', expression: constant(term.value), targets: [], place } as const;
  if (!isLiteral(term)) {
    if (term.termType === 'BlankNode') document.complain(place, ...blankConstant());
    return { ...base, termType: 'iri' };
  }
  if (position !== 'object') document.complain(place, ...literalConstant(term.value, position, isTyped));
  if (term.language) return { ...base, termType: 'literal', language: constant(term.language) };
  return { ...base, termType: 'literal', datatype: constant(term.datatype.value) };
}

export function readTerm(node: RmlNode, position: Position, document: RmlDocument): TermRule {
  checkPlaces(node, position === 'subject' ? 'subject' : 'term', document);
  checkTags(node, document);
  const constant = node.value(rml.constant);
  const targets = readTargets(node, document);
  const gather = node.value(rml.gather) && readGather(node, document);
  if (constant) {
    checkExpressions(node, document);
    // RML-Core: on constant-valued term maps rml:termType has no effect.
    const isTyped = node.value(rml.termType) !== undefined;
    const rule = constantTerm(constant, position, document, isTyped);
    return { ...rule, targets, ...(gather ? { gather } : {}) };
  }
  const expression = readExpression(node, document);
  const language = readLanguage(node, document);
  const datatype = readDatatype(node, document);
  const termType = readTermType(
    node,
    position,
    { expression, isLiteral: language !== undefined || datatype !== undefined },
    document,
  );
  if (expression === undefined && termType !== 'blank' && gather === undefined)
    document.complain(node.place, ...noExpression());
  const inner = [...node.values(rml.languageMap), ...node.values(rml.datatypeMap)].flatMap((map) =>
    readTargets(map, document),
  );
  return {
    kind: 'term',
    termType: gather && expression === undefined ? 'blank' : termType,
    targets: [...targets, ...inner],
    place: node.place,
    ...(expression === undefined ? {} : { expression }),
    ...(language === undefined ? {} : { language }),
    ...(datatype === undefined ? {} : { datatype }),
    ...(gather === undefined ? {} : { gather }),
  };
}

function readLanguage(node: RmlNode, document: RmlDocument): Expression | undefined {
  const constant = node.value(rml.language) ?? node.value(rml.languageMap)?.value(rml.constant);
  if (constant) {
    if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(constant.term.value))
      document.complain(constant.place, ...badLanguage(constant.term.value));
    return { kind: 'constant', value: constant.term.value, place: constant.place };
  }
  const map = node.value(rml.languageMap);
  return map && readExpression(map, document);
}

function readDatatype(node: RmlNode, document: RmlDocument): Expression | undefined {
  const constant = node.value(rml.datatype);
  if (constant) return { kind: 'constant', value: constant.term.value, place: constant.place };
  const map = node.value(rml.datatypeMap);
  return map && readExpression(map, document);
}

interface TermForm {
  readonly expression: Expression | undefined;
  readonly isLiteral: boolean;
}

/** Told, or what RML-Core takes where nothing is told. */
function readTermType(
  node: RmlNode,
  position: Position,
  { expression, isLiteral: tagged }: TermForm,
  document: RmlDocument,
): TermType {
  const told = node.value(rml.termType);
  if (told === undefined) {
    const literal =
      position === 'object' && (tagged || expression?.kind === 'reference' || expression?.kind === 'call');
    return literal ? 'literal' : 'iri';
  }
  const type = TERM_TYPES[told.term.value];
  if (type !== undefined && ALLOWED[position].includes(type)) return type;
  const allowed = Object.entries(TERM_TYPES).filter(([, one]) => ALLOWED[position].includes(one));
  const names = allowed.map(([iri]) => iri.replace(rml.namespace, ''));
  document.complain(told.place, ...badTermType(told.term.value, position, names));
  return 'iri';
}

/** An object map, or a referencing one. */
export function readObject(node: RmlNode, document: RmlDocument): ObjectRule {
  return node.value(rml.parentTriplesMap) ? readJoin(node, document) : readTerm(node, 'object', document);
}

function readJoin(node: RmlNode, document: RmlDocument): JoinRule {
  const conditions = node.values(rml.joinCondition).map((condition) => {
    const child = readJoinSide(condition, rml.child, rml.childMap, document);
    const parent = readJoinSide(condition, rml.parent, rml.parentMap, document);
    if (child === undefined || parent === undefined) document.complain(condition.place, ...noExpression());
    const nothing: Expression = { kind: 'constant', value: '', place: condition.place };
    return { child: child ?? nothing, parent: parent ?? nothing };
  });
  return {
    kind: 'join',
    place: node.place,
    parent: node.value(rml.parentTriplesMap)?.term.value ?? '',
    conditions,
    targets: readTargets(node, document),
  };
}

function readGather(node: RmlNode, document: RmlDocument): GatherRule {
  const as = node.value(rml.gatherAs)?.term.value.replace(rdf.namespace, '') ?? '';
  if (!['List', 'Bag', 'Seq', 'Alt'].includes(as)) document.complain(node.place, ...badGather(as));
  return {
    members: listOf(node.value(rml.gather)).map((member) => readObject(member, document)),
    as: as as GatherRule['as'],
    allowEmpty: node.value(rml.allowEmptyListAndContainer)?.term.value === 'true',
    strategy: node.value(rml.strategy)?.term.value === rml.cartesianProduct ? 'cartesianProduct' : 'append',
  };
}
