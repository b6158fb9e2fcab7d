import { joined, type MeasuredConstraint } from '../model/index.ts';
import { compactIri, type RDF, sh } from '../rdf/index.ts';
import { constraintPhrase } from './explain/constraint-phrases.ts';
import { createComponentFinder, isConstraint } from './explain/constraints-of.ts';
import { namesOf, severityOfShape } from './explain/shape-names.ts';
import { componentName } from './messages.ts';
import { pathName } from './path-name.ts';
import { parsePath, pathText } from './paths.ts';
import { queryTest } from './reach.ts';
import { shapeName } from './shape-complaint.ts';
import { isActive, type ShapeGraph } from './shape-graph.ts';
import { targetedShapes } from './targets.ts';
import { componentIri } from './visit.ts';

/**
 * The constraints that judge the targets of shapes, their own and those of their property shapes, as results name them:
 * a result of none of them stands for none of the targets being at fault. Constraints on what property shapes lead to
 * further away judge other nodes, and are not measured.
 */
export function measuredConstraints(graph: ShapeGraph): readonly MeasuredConstraint[] {
  const read = createReader(graph);
  const found = targetedShapes(graph).flatMap((target) =>
    ofTarget(target, graph, read).map(
      (one): MeasuredConstraint => ({ ...one, targets: [shapeName(graph, target)] }),
    ),
  );
  const alike = Map.groupBy(found, ({ shape, component, path, severity }) =>
    JSON.stringify([shape, component, path, severity]),
  );
  return [...alike.values()].map((same) => same.reduce(merged));
}

/** Several values of one parameter, or several shapes with a target, are one kind of result. */
const merged = (one: MeasuredConstraint, other: MeasuredConstraint): MeasuredConstraint => ({
  ...one,
  targets: [...new Set([...one.targets, ...other.targets])],
  asks: one.asks.fr.split(SEPARATOR).includes(other.asks.fr)
    ? one.asks
    : joined([one.asks, other.asks], SEPARATOR),
});

const SEPARATOR = ' + ';

type Untargeted = Omit<MeasuredConstraint, 'targets'>;
type ShapeReader = (shape: RDF.Term) => readonly Untargeted[];

/** A property shape may be held by several shapes of the same target: it is met once. */
function ofTarget(target: RDF.Term, graph: ShapeGraph, read: ShapeReader): readonly Untargeted[] {
  const shapes = new Set([target]);
  for (const shape of shapes)
    if (graph.object(shape, sh.path) === undefined)
      for (const property of graph.objects(shape, sh.property)) shapes.add(property);
  return [...shapes].filter((shape) => isActive(graph, shape)).flatMap(read);
}

function createReader(graph: ShapeGraph): ShapeReader {
  const isQuery = queryTest(graph);
  const componentsOf = createComponentFinder(graph);
  return (shape) => {
    const node = graph.object(shape, sh.path);
    const path = node && parsePath(node, graph);
    const own = shapeName(graph, shape);
    const called = path ? pathText(path) : compactIri(own);
    const { name = { fr: called, en: called } } = namesOf(graph, shape);
    const common = {
      shape: own,
      ...(path && { path: pathName(path) }),
      severity: severityOfShape(graph, shape),
      name,
    };
    return graph.quads
      .match(shape)
      .filter((quad) => isConstraint(quad) || isQuery(quad.predicate.value))
      .flatMap((quad) =>
        componentsOf(quad.predicate.value)
          .filter((component) => isAsked(component, shape, graph))
          .map((component) => ({
            ...common,
            component: componentName(component),
            asks: constraintPhrase(graph, quad),
          })),
      );
  };
}

/** Of a qualified shape, the bounds that are given. */
function isAsked(component: string, shape: RDF.Term, graph: ShapeGraph): boolean {
  const bound = BOUNDS[component];
  return bound === undefined || graph.object(shape, bound) !== undefined;
}

const BOUNDS: Readonly<Record<string, string>> = {
  [componentIri('QualifiedMinCount')]: sh.qualifiedMinCount,
  [componentIri('QualifiedMaxCount')]: sh.qualifiedMaxCount,
};
