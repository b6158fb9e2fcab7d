import { nodesOf, type SyntaxNode } from './syntax-tree.ts';

/** What keeps a well-formed query from being asked with pre-bound variables; `subject` is the word or the variable. */
export interface QueryFault {
  readonly kind:
    | 'other-form'
    | 'forbidden-clause'
    | 'graphs'
    | 'rebound'
    | 'hidden-in-subquery'
    | 'this-not-projected'
    | 'path-without-property'
    | 'path-misplaced'
    | 'shapes-graph'
    | 'ask-with-modifiers'
    | 'relative-iri';
  readonly subject: string;
}

interface Rules {
  readonly form: 'select' | 'ask';
  readonly prebound: readonly string[];
  readonly path?: string;
}

type Rule = (tree: SyntaxNode, rules: Rules, nodes: readonly SyntaxNode[]) => readonly QueryFault[];

/** Everything that SHACL forbids in a query (SHACL 5.2.1 and appendix A), or that cannot be answered here. */
export function faultsOfTree(tree: SyntaxNode, rules: Rules): readonly QueryFault[] {
  if (tree['type'] !== 'query' || tree['subType'] !== rules.form)
    return [{ kind: 'other-form', subject: rules.form.toUpperCase() }];
  const nodes = [...nodesOf(tree)];
  return RULES.flatMap((rule) => rule(tree, rules, nodes));
}

export const isVariable = (node: SyntaxNode): boolean =>
  node['type'] === 'term' && node['subType'] === 'variable';

const isPattern = (node: SyntaxNode, kind: string): boolean =>
  node['type'] === 'pattern' && node['subType'] === kind;

const FORBIDDEN: readonly string[] = ['minus', 'values', 'service'];

const clauses: Rule = (_tree, _rules, nodes) =>
  FORBIDDEN.filter((kind) => nodes.some((node) => isPattern(node, kind))).map((kind) => ({
    kind: 'forbidden-clause',
    subject: kind.toUpperCase(),
  }));

/** SHACL judges one graph. */
const graphs: Rule = (_tree, _rules, nodes) => [
  ...(nodes.some((node) => isPattern(node, 'graph')) ? [{ kind: 'graphs', subject: 'GRAPH' } as const] : []),
  ...(nodes.some(({ clauseType }) => clauseType !== undefined)
    ? [{ kind: 'graphs', subject: 'FROM' } as const]
    : []),
];

const rebound: Rule = (_tree, { prebound }, nodes) =>
  prebound
    .filter((name) => nodes.some(({ variable }) => isNamed(variable, name)))
    .map((name) => ({ kind: 'rebound', subject: name }));

const isNamed = (node: unknown, name: string): boolean =>
  typeof node === 'object' &&
  node !== null &&
  isVariable(node as SyntaxNode) &&
  (node as SyntaxNode)['value'] === name;

/** Variables of other scopes are other variables: a subquery has to project what is pre-bound. */
const hidden: Rule = (tree, { prebound }, nodes) => {
  const subqueries = nodes.filter((node) => node['type'] === 'query' && node !== tree);
  return prebound
    .filter((name) => subqueries.some((one) => !projects(one, name)))
    .map((name) => ({ kind: 'hidden-in-subquery', subject: name }));
};

const projects = (query: SyntaxNode, name: string): boolean =>
  ((query['variables'] ?? []) as readonly SyntaxNode[]).some((node) => isNamed(node, name));

const withoutThis: Rule = (tree, { form }) => {
  const all = (tree['variables'] ?? []) as readonly SyntaxNode[];
  return form === 'ask' || projects(tree, 'this') || all.some(({ type }) => type === 'wildcard')
    ? []
    : [{ kind: 'this-not-projected', subject: 'this' }];
};

const paths: Rule = (_tree, { path }, nodes) => {
  const all = nodes.filter((node) => isNamed(node, 'PATH')).length;
  if (all === 0) return [];
  if (path === undefined) return [{ kind: 'path-without-property', subject: 'PATH' }];
  const asPredicate = nodes.filter(
    (node) => node['type'] === 'triple' && isNamed(node['predicate'], 'PATH'),
  ).length;
  return asPredicate === all ? [] : [{ kind: 'path-misplaced', subject: 'PATH' }];
};

const shapesGraph: Rule = (_tree, _rules, nodes) =>
  nodes.some((node) => isNamed(node, 'shapesGraph'))
    ? [{ kind: 'shapes-graph', subject: 'shapesGraph' }]
    : [];

const modifiers: Rule = (tree, { form }) =>
  form === 'ask' &&
  Object.values((tree['solutionModifiers'] ?? {}) as object).some((one) => one !== undefined)
    ? [{ kind: 'ask-with-modifiers', subject: 'ASK' }]
    : [];

/** Queries in shapes have no base but their own: what is relative without it would be an IRI that no data have. */
const relative: Rule = (_tree, _rules, nodes) =>
  nodes.some(({ type, subType }) => type === 'contextDef' && subType === 'base')
    ? []
    : nodes.filter(isRelative).map(({ value }) => ({ kind: 'relative-iri', subject: `<${value}>` }));

const isRelative = ({ subType, value, prefix }: SyntaxNode): boolean =>
  subType === 'namedNode' &&
  prefix === undefined &&
  typeof value === 'string' &&
  !/^[a-z][a-z0-9+.-]*:/i.test(value);

const RULES: readonly Rule[] = [
  clauses,
  graphs,
  rebound,
  hidden,
  withoutThis,
  paths,
  shapesGraph,
  modifiers,
  relative,
];
