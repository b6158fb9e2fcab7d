import { joined, type MeasuredConstraint } from '../model/index.ts';
import { compactIri, type RDF, sh } from '../rdf/index.ts';
import { constraintPhrase } from './explain/constraint-phrases.ts';
import { isConstraint } from './explain/constraints-of.ts';
import { namesOf, severityOfShape } from './explain/shape-names.ts';
import { parsePath, pathText } from './paths.ts';
import { pathName } from './present.ts';
import { shapeName } from './shape-complaint.ts';
import { isTrue, type ShapeGraph } from './shape-graph.ts';
import { targetedShapes } from './targets.ts';

/**
 * The constraints that judge the targets of shapes, their own and those of their property shapes, as results name them:
 * a result of none of them stands for none of the targets being at fault. Constraints on what property shapes lead to
 * further away judge other nodes, and are not measured.
 */
export function measuredConstraints(graph: ShapeGraph): readonly MeasuredConstraint[] {
  const found = targetedShapes(graph).flatMap((target) =>
    ofTarget(target, graph).map(
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

/** A property shape may be held by several shapes of the same target: it is met once. */
function ofTarget(target: RDF.Term, graph: ShapeGraph): readonly Untargeted[] {
  const shapes = new Set([target]);
  for (const shape of shapes)
    if (graph.object(shape, sh.path) === undefined)
      for (const property of graph.objects(shape, sh.property)) shapes.add(property);
  return [...shapes]
    .filter((shape) => !graph.objects(shape, sh.deactivated).some(isTrue))
    .flatMap((shape) => ofShape(shape, graph));
}

function ofShape(shape: RDF.Term, graph: ShapeGraph): readonly Untargeted[] {
  const node = graph.object(shape, sh.path);
  const path = node && parsePath(node, graph);
  const own = shapeName(graph, shape);
  const called = path ? pathText(path) : compactIri(own);
  const { name = { fr: called, en: called } } = namesOf(graph, shape);
  return graph.quads
    .match(shape)
    .filter(isConstraint)
    .flatMap((quad) =>
      componentsOf(quad, graph).map((component) => ({
        shape: own,
        component,
        ...(path && { path: pathName(path) }),
        severity: severityOfShape(graph, shape),
        name,
        asks: constraintPhrase(graph, quad),
      })),
    );
}

function componentsOf({ subject, predicate }: RDF.Quad, graph: ShapeGraph): readonly string[] {
  if (predicate.value !== sh.qualifiedValueShape)
    return [componentName(predicate.value.slice(sh.namespace.length))];
  const bounds = [sh.qualifiedMinCount, sh.qualifiedMaxCount];
  return bounds
    .filter((bound) => graph.object(subject, bound) !== undefined)
    .map((bound) => componentName(bound.slice(sh.namespace.length)));
}

/** `minCount` → `MinCountConstraintComponent`; SPARQL writes its own in capitals. */
const componentName = (parameter: string): string =>
  parameter === 'sparql'
    ? 'SPARQLConstraintComponent'
    : `${parameter.slice(0, 1).toUpperCase()}${parameter.slice(1)}ConstraintComponent`;
