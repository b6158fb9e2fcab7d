import { type RDF, sh } from '../rdf/index.ts';
import { isInverse, isOneStep, parsePath } from './paths.ts';
import { askedShapes, SHAPE_PARAMETERS } from './references.ts';
import type { ShapeGraph, ShapeStatement } from './shape-graph.ts';
import { termKey } from './term-keys.ts';

/**
 * What a constraint needs to be judged on a focus node: the node's own statements (`local`); those of other nodes
 * (`cross`), which may be blank nodes or hash IRIs of the same thing, but shapes cannot know; the whole graph (`set`).
 */
export type Reach = 'local' | 'cross' | 'set';

/** One value of one constraint parameter on one shape. */
export interface ClassifiedConstraint {
  readonly statement: ShapeStatement;
  readonly reach: Reach;
  /** Whether it asks who refers to a node: a reader of single subjects cannot tell. */
  readonly inverse: boolean;
}

/** How far from a node one has to read: 0 the node itself, 1 its own statements, 2 those of others. */
export interface Distance {
  readonly steps: number;
  readonly inverse: boolean;
}

const AT_NODE: Distance = { steps: 0, inverse: false };
const OWN: Distance = { steps: 1, inverse: false };
const BEYOND: Distance = { steps: 2, inverse: false };

/** Constraints that read more than the value nodes: from where, and how far. */
const READS: Readonly<Record<string, { readonly from: 'value' | 'focus'; readonly distance: Distance }>> = {
  [sh.class]: { from: 'value', distance: OWN },
  [sh.closed]: { from: 'value', distance: OWN },
  [sh.equals]: { from: 'focus', distance: OWN },
  [sh.disjoint]: { from: 'focus', distance: OWN },
  [sh.lessThan]: { from: 'focus', distance: OWN },
  [sh.lessThanOrEquals]: { from: 'focus', distance: OWN },
};

const SETS = `${sh.namespace}sparql`;

/** Parameters that make a constraint; what merely accompanies one (`sh:flags`) is not among them. */
export const PARAMETERS: ReadonlySet<string> = new Set([
  ...Object.keys(READS),
  ...SHAPE_PARAMETERS,
  ...[sh.minCount, sh.maxCount, sh.datatype, sh.nodeKind, sh.pattern, sh.minLength, sh.maxLength],
  ...[sh.minInclusive, sh.maxInclusive, sh.minExclusive, sh.maxExclusive],
  ...[sh.in, sh.languageIn, sh.uniqueLang, sh.hasValue, SETS],
]);

/** Classifies every constraint of a shapes graph by what has to be read to judge it on a focus node of its shape. */
export function classifyConstraints(graph: ShapeGraph): ClassifiedConstraint[] {
  const { ofConstraint } = createDistances(graph);
  return graph.statements
    .filter(({ quad }) => PARAMETERS.has(quad.predicate.value))
    .map((statement) => {
      if (statement.quad.predicate.value === SETS) return { statement, reach: 'set', inverse: false };
      const { steps, inverse } = ofConstraint(statement.quad);
      return { statement, reach: steps === 2 ? 'cross' : 'local', inverse };
    });
}

/** How far shapes and constraints read from the node that they judge; each shape is measured once. */
export interface Distances {
  ofShape(shape: RDF.Term): Distance;
  ofConstraint(statement: RDF.Quad): Distance;
}

export function createDistances(graph: ShapeGraph): Distances {
  const known = new Map<string, Distance>();
  const ofShape = (shape: RDF.Term): Distance => {
    const key = termKey(shape);
    const found = known.get(key);
    if (found) return found;
    // A shape that asks itself is met here while it is measured.
    known.set(key, BEYOND);
    const constraints = graph.quads.match(shape).filter(({ predicate }) => PARAMETERS.has(predicate.value));
    const distance = constraints.map(ofConstraint).reduce(further, AT_NODE);
    known.set(key, distance);
    return distance;
  };
  const ofConstraint = ({ subject, predicate, object }: RDF.Quad): Distance => {
    const toValues = pathDistance(subject, graph);
    const read = READS[predicate.value];
    if (read?.from === 'focus') return further(toValues, read.distance);
    const inner = askedShapes(predicate.value, object, graph).map(ofShape);
    return beyondValues(toValues, [read?.distance ?? AT_NODE, ...inner].reduce(further, AT_NODE));
  };
  return { ofShape, ofConstraint };
}

/** What value nodes say of themselves is said elsewhere than at the focus node, unless they are the focus node. */
function beyondValues(toValues: Distance, fromValues: Distance): Distance {
  if (fromValues.steps === 0) return toValues;
  return toValues.steps === 0 ? fromValues : further(BEYOND, further(toValues, fromValues));
}

function pathDistance(shape: RDF.Term, graph: ShapeGraph): Distance {
  const node = graph.object(shape, sh.path);
  const path = node && parsePath(node, graph);
  if (!path) return AT_NODE;
  return { steps: isOneStep(path) ? 1 : 2, inverse: isInverse(path) };
}

const further = (a: Distance, b: Distance): Distance => ({
  steps: Math.max(a.steps, b.steps),
  inverse: a.inverse || b.inverse,
});
