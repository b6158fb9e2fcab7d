import { childOf, itemsOf, textOf, type YamlNode } from '../../documents/index.ts';
import type { Expression, ObjectRule, PairRule, TermRule } from '../rules.ts';
import { allOf } from './builtins.ts';
import { incompletePair, noInverse } from './complaints.ts';
import type { YarrrmlDocument } from './document.ts';
import { readCondition } from './expressions.ts';
import { readJoin } from './joins.ts';
import { checkKeys, PAIR_KEYS } from './keys.ts';
import type { ObjectContext, TermReader } from './terms.ts';

/** What one entry of `predicateobjects` says: pairs, and what is said the other way round. */
export interface ReadPair {
  readonly pairs: readonly PairRule[];
  readonly inverse?: InversePair;
}

/** The objects are the subjects of these predicates, and the subjects their objects. */
export interface InversePair {
  readonly predicates: readonly TermRule[];
  readonly subjects: readonly TermRule[];
  readonly graphs: readonly TermRule[];
  readonly condition?: Expression;
}

export function readPair(node: YamlNode, reader: TermReader, document: YarrrmlDocument): ReadPair {
  if (node.kind !== 'list') return readPairMap(node, reader, document);
  const [predicates, objects, extra] = node.items;
  if (itemsOf(predicates).length === 0 || itemsOf(objects).length === 0)
    document.complain(node.place, ...incompletePair());
  const context = { isType: isType(predicates), extra };
  const read = readObjects(itemsOf(objects), context, reader, document);
  return { pairs: pairsOf(predicateTerms(predicates, reader), read, { graphs: [] }) };
}

function readPairMap(node: YamlNode, reader: TermReader, document: YarrrmlDocument): ReadPair {
  checkKeys(node, PAIR_KEYS, document.complain);
  const predicates = childOf(node, 'predicates', 'predicate', 'p');
  const objects = childOf(node, 'objects', 'object', 'o');
  const inverse = childOf(node, 'inversepredicates', 'inversepredicate', 'i');
  if ((!predicates && !inverse) || !objects) document.complain(node.place, ...incompletePair());
  const condition = readCondition(childOf(node, 'condition', 'conditions', 'c'), document);
  const context = { isType: isType(predicates), extra: undefined, type: childOf(node, 'type') };
  const nodes =
    objects?.kind === 'list' && objects.items.every((one) => one.kind === 'scalar') && isTyped(objects)
      ? [objects]
      : itemsOf(objects);
  const read = readObjects(nodes, context, reader, document);
  const around = {
    graphs: itemsOf(childOf(node, 'graphs', 'graph', 'g')).map((one) => reader.graph(one)),
    ...(condition === undefined ? {} : { condition }),
  };
  const pairs = predicates ? pairsOf(predicateTerms(predicates, reader), read, around) : [];
  if (inverse === undefined) return { pairs };
  const subjects = read.map(({ rule }) => rule).filter((rule) => isNamed(rule));
  if (subjects.length < read.length) document.complain(inverse.place, ...noInverse());
  return { pairs, inverse: { ...around, predicates: predicateTerms(inverse, reader), subjects } };
}

const predicateTerms = (node: YamlNode | undefined, reader: TermReader): readonly TermRule[] =>
  itemsOf(node).map((one) => reader.predicate(one));

/** IRIs and labelled blank nodes can be subjects too. */
const isNamed = (rule: ObjectRule): rule is TermRule =>
  rule.kind === 'term' && rule.termType !== 'literal' && rule.expression !== undefined;

interface ReadObject {
  readonly rule: ObjectRule;
  readonly condition: Expression | undefined;
}

function readObjects(
  nodes: readonly YamlNode[],
  context: ObjectContext,
  reader: TermReader,
  document: YarrrmlDocument,
): readonly ReadObject[] {
  return nodes.map((node) => {
    if (childOf(node, 'mapping')) return { rule: readJoin(node, document, reader), condition: undefined };
    return {
      rule: reader.object(node, context),
      condition: readCondition(childOf(node, 'condition', 'c'), document),
    };
  });
}

/** Objects with a condition of their own stand in a pair of their own. */
function pairsOf(
  predicates: readonly TermRule[],
  objects: readonly ReadObject[],
  { graphs, condition }: Pick<PairRule, 'graphs' | 'condition'>,
): readonly PairRule[] {
  const free = objects.filter((one) => one.condition === undefined).map(({ rule }) => rule);
  const bound = objects.filter((one) => one.condition !== undefined);
  const whole = condition === undefined ? {} : { condition };
  return [
    ...(free.length > 0 || bound.length === 0 ? [{ predicates, objects: free, graphs, ...whole }] : []),
    ...bound.map(({ rule, condition: own }) => {
      const both = allOf(
        [condition, own].filter((one) => one !== undefined),
        rule.place,
      );
      return { predicates, objects: [rule], graphs, ...(both === undefined ? {} : { condition: both }) };
    }),
  ];
}

/** `[$(x), xsd:date]` or `[$(x), fr~lang]` in the place of objects: one value with its datatype or language. */
function isTyped(list: YamlNode & { kind: 'list' }): boolean {
  const second = textOf(list.items[1]);
  return (
    list.items.length === 2 && second !== undefined && (second.endsWith('~lang') || second.startsWith('xsd:'))
  );
}

const isType = (node: YamlNode | undefined): boolean => ['a', 'rdf:type'].includes(textOf(node) ?? '');
