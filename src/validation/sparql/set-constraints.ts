import { type RDF, sh } from '../../rdf/index.ts';
import { askedShapes, SHAPE_PARAMETERS } from '../references.ts';
import { isActive, type ShapeGraph } from '../shape-graph.ts';
import { targetedShapes } from '../targets.ts';
import { termKey } from '../term-keys.ts';
import { createSparqlCompiler } from './compile.ts';
import { applications, declaredComponents } from './components.ts';
import type { SparqlConstraint } from './constraint.ts';

/** A constraint in SPARQL that judges the target nodes of a shape. */
export interface SetConstraint {
  /** The shape with the target. */
  readonly target: RDF.Term;
  readonly constraint: SparqlConstraint;
}

/**
 * Constraints in SPARQL that stand on a shape with a target, or on one of its properties where it is a node shape: their
 * `$this` is the target node, so that each can be asked of all of them at once.
 */
export function setConstraints(graph: ShapeGraph): readonly SetConstraint[] {
  const constraintsOf = createSparqlCompiler(graph);
  return targetedShapes(graph).flatMap((target) =>
    judgedWith(graph, target)
      .flatMap(constraintsOf)
      .map((constraint) => ({ target, constraint })),
  );
}

/** A shape with a target and those of its properties that judge the target nodes. */
const judgedWith = (graph: ShapeGraph, target: RDF.Term): readonly RDF.Term[] =>
  [target, ...ownProperties(graph, target)].filter((shape) => isActive(graph, shape));

const ownProperties = (graph: ShapeGraph, shape: RDF.Term): readonly RDF.Term[] =>
  graph.objects(shape, sh.path).length > 0 ? [] : graph.objects(shape, sh.property);

/** What a shapes graph asks of a store. */
export interface StoreNeeds {
  /** There are constraints for `judgeSets`. */
  readonly sets: boolean;
  /** There are constraints in SPARQL on shapes that other shapes ask: those are judged thing by thing. */
  readonly nested: boolean;
}

/** Whether shapes need a store at all. They need not be checked: nothing is compiled. */
export function storeNeeds(graph: ShapeGraph): StoreNeeds {
  const asksStore = createDetector(graph);
  const sets = targetedShapes(graph).some((target) => judgedWith(graph, target).some(asksStore));
  const targets = new Set(targetedShapes(graph).map(termKey));
  const nested = graph.statements.some(({ quad: { subject, predicate, object } }) => {
    if (!SHAPE_PARAMETERS.includes(predicate.value)) return false;
    const isSet =
      predicate.value === sh.property &&
      targets.has(termKey(subject)) &&
      !isAsked(graph, subject) &&
      graph.objects(subject, sh.path).length === 0;
    const asked = askedShapes(predicate.value, object, graph).filter((shape) => isActive(graph, shape));
    return !isSet && asked.some(asksStore);
  });
  return { sets, nested };
}

/** Whether a shape itself has constraints in SPARQL that are asked. */
function createDetector(graph: ShapeGraph): (shape: RDF.Term) => boolean {
  const components = declaredComponents(graph);
  return (shape) =>
    graph.objects(shape, sh.sparql).some((source) => isActive(graph, source)) ||
    components.some((one) => applications(one, shape, graph).length > 0);
}

const isAsked = (graph: ShapeGraph, shape: RDF.Term): boolean =>
  graph.statements.some(({ quad: { predicate, object } }) =>
    askedShapes(predicate.value, object, graph).some((one) => termKey(one) === termKey(shape)),
  );
