import { childOf, itemsOf, nearest, textOf, type YamlNode } from '../../documents/index.ts';
import type { Expression, JoinCondition, JoinRule, ObjectRule, TriplesRule } from '../rules.ts';
import { isAnd, isEqual } from './builtins.ts';
import { badJoin, joinWithView } from './complaints.ts';
import type { YarrrmlDocument } from './document.ts';
import { functionIri, isCall, parametersOf, readValue, type WrittenParameter } from './expressions.ts';
import { FunctionSyntaxError } from './function-syntax.ts';
import { checkKeys, JOIN_KEYS } from './keys.ts';
import { unknownName } from './source-complaints.ts';
import type { TermReader } from './terms.ts';

/** `mapping: other`: the subjects of another mapping, of the same record or of those that a condition finds. */
export function readJoin(node: YamlNode, document: YarrrmlDocument, reader: TermReader): JoinRule {
  checkKeys(node, JOIN_KEYS, document.complain);
  const condition = childOf(node, 'condition', 'c');
  return {
    kind: 'join',
    place: node.place,
    parent: textOf(childOf(node, 'mapping')) ?? '',
    conditions: condition === undefined ? [] : itemsOf(condition).flatMap((one) => readEqual(one, document)),
    targets: reader.targets(childOf(node, 'targets', 'target', 't')),
  };
}

/** `equal` with one side of each record, or an `and` of such. */
function readEqual(node: YamlNode, document: YarrrmlDocument): readonly JoinCondition[] {
  const called = iriOf(textOf(childOf(node, 'function', 'fn', 'f')), document);
  const parameters = parametersOf(node);
  if (called !== undefined && isAnd(called))
    return parameters.flatMap(({ value }) =>
      isCall(value) ? readEqual(value, document) : refuse(value, document),
    );
  const [first, second] = parameters;
  if (called === undefined || !isEqual(called) || parameters.length !== 2 || !first || !second)
    return refuse(node, document);
  const sides = sidesOf(first, second);
  const child = parameters[sides.indexOf('child')];
  const parent = parameters[sides.indexOf('parent')];
  if (child === undefined || parent === undefined) return refuse(node, document);
  const read = (value: YamlNode): Expression => readValue(value, document, false);
  return [{ child: read(child.value), parent: read(parent.value) }];
}

type Side = 'child' | 'parent';

/** Whose record each of two values is read from: as told, else the other one, else by what the parameter is called. */
function sidesOf(...both: readonly [WrittenParameter, WrittenParameter]): readonly (Side | undefined)[] {
  const told = both.map(({ from }) => (from === undefined ? undefined : SIDES[from]));
  const only = both.findIndex(({ from }) => from !== undefined);
  if (only < 0) return both.map(({ name }) => NAMED_SIDES[name]);
  const other: Side = told[only] === 'child' ? 'parent' : 'child';
  return both.map(({ from }, index) => (from === undefined ? other : told[index]));
}

/** Public mappings leave `s` and `o` out: the first parameter of `equal` is the child's. */
const NAMED_SIDES: Readonly<Record<string, Side>> = {
  str1: 'child',
  str2: 'parent',
  valueParameter: 'child',
  valueParameter2: 'parent',
};

const SIDES: Readonly<Record<string, Side>> = {
  s: 'child',
  subject: 'child',
  o: 'parent',
  object: 'parent',
};

function refuse(node: YamlNode, { complain }: YarrrmlDocument): readonly JoinCondition[] {
  complain(node.place, ...badJoin());
  return [];
}

function iriOf(name: string | undefined, { prefixes }: YarrrmlDocument): string | undefined {
  if (name === undefined) return undefined;
  try {
    return functionIri(name, prefixes);
  } catch (error) {
    if (error instanceof FunctionSyntaxError) return undefined;
    throw error;
  }
}

/** Joins name mappings; a mapping of several sources is several rules, and each of them is joined. */
export function resolveJoins(
  groups: ReadonlyMap<string, readonly TriplesRule[]>,
  document: YarrrmlDocument,
): readonly TriplesRule[] {
  const told = new Set<ObjectRule>();
  const complain = (join: JoinRule, ...texts: ReturnType<typeof badJoin>): void => {
    // A rule that stands for several sources has its joins several times.
    if (!told.has(join)) document.complain(join.place, ...texts);
    told.add(join);
  };
  const expand = (rule: TriplesRule, object: ObjectRule): readonly ObjectRule[] => {
    if (object.kind !== 'join') return [object];
    const parents = groups.get(object.parent);
    if (parents === undefined)
      complain(
        object,
        ...unknownName(MAPPING, object.parent, 'mappings', nearest(object.parent, groups.keys())),
      );
    const isBlind = parents?.some(
      ({ view }) => view !== undefined && (object.conditions.length > 0 || view !== rule.view),
    );
    if (isBlind) complain(object, ...joinWithView(object.parent));
    return (parents ?? []).map(({ name }) => ({ ...object, parent: name }));
  };
  return [...groups.values()].flat().map((rule) => ({
    ...rule,
    pairs: rule.pairs.map((pair) => ({
      ...pair,
      objects: pair.objects.flatMap((object) => expand(rule, object)),
    })),
  }));
}

const MAPPING = { fr: 'La règle', en: 'The mapping' };
