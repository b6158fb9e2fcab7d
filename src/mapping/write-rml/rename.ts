import type { Argument, Expression, ObjectRule, PairRule, TermRule, TriplesRule } from '../rules.ts';

/** Another name for a reference; of the rule's own records, or of those of the rule that a join names. */
export interface Renaming {
  readonly own: (name: string) => string;
  readonly ofParent: (parent: string) => (name: string) => string;
}

/** A rule whose references have other names. The name of its `each` is no column, and stays. */
export function renameRule(rule: TriplesRule, { own, ofParent }: Renaming): TriplesRule {
  const { view } = rule;
  const renaming = { own: view ? (name: string) => (name === view.name ? name : own(name)) : own, ofParent };
  const condition = rule.condition && renamed(rule.condition, renaming.own);
  return {
    ...rule,
    subjects: rule.subjects.map((term) => renameTerm(term, renaming)),
    graphs: rule.graphs.map((term) => renameTerm(term, renaming)),
    pairs: rule.pairs.map((pair) => renamePair(pair, renaming)),
    ...(condition === undefined ? {} : { condition }),
    // What `each` itself reads are columns, whatever they are called.
    ...(view === undefined ? {} : { view: { ...view, each: renamed(view.each, own) } }),
  };
}

function renamePair({ predicates, objects, graphs, condition }: PairRule, renaming: Renaming): PairRule {
  return {
    predicates: predicates.map((term) => renameTerm(term, renaming)),
    objects: objects.map((object) => renameObject(object, renaming)),
    graphs: graphs.map((term) => renameTerm(term, renaming)),
    ...(condition === undefined ? {} : { condition: renamed(condition, renaming.own) }),
  };
}

function renameObject(object: ObjectRule, renaming: Renaming): ObjectRule {
  if (object.kind === 'term') return renameTerm(object, renaming);
  const conditions = object.conditions.map(({ child, parent }) => ({
    child: renamed(child, renaming.own),
    parent: renamed(parent, renaming.ofParent(object.parent)),
  }));
  return { ...object, conditions };
}

function renameTerm(term: TermRule, renaming: Renaming): TermRule {
  const { expression, language, datatype, gather } = term;
  return {
    ...term,
    ...(expression === undefined ? {} : { expression: renamed(expression, renaming.own) }),
    ...(language === undefined ? {} : { language: renamed(language, renaming.own) }),
    ...(datatype === undefined ? {} : { datatype: renamed(datatype, renaming.own) }),
    ...(gather === undefined
      ? {}
      : { gather: { ...gather, members: gather.members.map((member) => renameObject(member, renaming)) } }),
  };
}

/** An expression whose references have other names. */
function renamed(expression: Expression, rename: (name: string) => string): Expression {
  switch (expression.kind) {
    case 'constant':
      return expression;
    case 'reference':
      return { ...expression, name: rename(expression.name) };
    case 'template':
      return {
        ...expression,
        parts: expression.parts.map((part) =>
          typeof part === 'string' ? part : { ...part, name: rename(part.name) },
        ),
      };
    case 'call':
      return {
        ...expression,
        arguments: new Map(
          [...expression.arguments].map(([key, one]) => [key, renamedArgument(one, rename)]),
        ),
      };
  }
}

const renamedArgument = (argument: Argument, rename: (name: string) => string): Argument =>
  argument.kind === 'list'
    ? { ...argument, items: argument.items.map((one) => renamed(one, rename)) }
    : renamed(argument, rename);
