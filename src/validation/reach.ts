import { type RDF, sh } from '../rdf/index.ts';
import { isInverse, parsePath, pathLength } from './paths.ts';
import { askedShapes, SHAPE_PARAMETERS } from './references.ts';
import type { ShapeGraph, ShapeStatement } from './shape-graph.ts';
import { declaredComponents } from './sparql/components.ts';
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

/**
 * How far from a node one has to read. `reads`: -1 the node itself is enough, 0 its own statements, 1 those of the nodes
 * that it refers to, and so on; `Infinity` where a path has no end.
 */
export interface Distance {
  readonly reads: number;
  readonly inverse: boolean;
}

const AT_NODE: Distance = { reads: -1, inverse: false };
const OWN: Distance = { reads: 0, inverse: false };
const ENDLESS: Distance = { reads: Number.POSITIVE_INFINITY, inverse: false };

/** Constraints that read more than the value nodes: from where, and how far. */
const READS: Readonly<Record<string, { readonly from: 'value' | 'focus'; readonly distance: Distance }>> = {
  [sh.class]: { from: 'value', distance: OWN },
  [sh.closed]: { from: 'value', distance: OWN },
  [sh.equals]: { from: 'focus', distance: OWN },
  [sh.disjoint]: { from: 'focus', distance: OWN },
  [sh.lessThan]: { from: 'focus', distance: OWN },
  [sh.lessThanOrEquals]: { from: 'focus', distance: OWN },
};

const SETS = sh.sparql;

/** Parameters that make a constraint; what merely accompanies one (`sh:flags`) is not among them. */
export const PARAMETERS: ReadonlySet<string> = new Set([
  ...Object.keys(READS),
  ...SHAPE_PARAMETERS,
  ...[sh.minCount, sh.maxCount, sh.datatype, sh.nodeKind, sh.pattern, sh.minLength, sh.maxLength],
  ...[sh.minInclusive, sh.maxInclusive, sh.minExclusive, sh.maxExclusive],
  ...[sh.in, sh.languageIn, sh.uniqueLang, sh.hasValue],
]);

/** Classifies every constraint of a shapes graph by what has to be read to judge it on a focus node of its shape. */
export function classifyConstraints(graph: ShapeGraph): ClassifiedConstraint[] {
  const { ofConstraint } = createDistances(graph);
  const declarations = new Set(parameterNodes(graph).map(termKey));
  const isQuery = queryTest(graph);
  return graph.statements
    .filter(
      ({ quad: { subject, predicate } }) =>
        (PARAMETERS.has(predicate.value) || isQuery(predicate.value)) && !declarations.has(termKey(subject)),
    )
    .map((statement) => {
      if (isQuery(statement.quad.predicate.value)) return { statement, reach: 'set', inverse: false };
      const distance = ofConstraint(statement.quad);
      return { statement, reach: isBeyond(distance) ? 'cross' : 'local', inverse: distance.inverse };
    });
}

/** What declares a parameter of a component looks like a property shape, and judges nothing. */
const parameterNodes = (graph: ShapeGraph): readonly RDF.Term[] =>
  graph.statements.filter(({ quad }) => quad.predicate.value === sh.parameter).map(({ quad }) => quad.object);

/** The properties by which shapes apply a component: its first required parameter stands for all of them. */
const appliedBy = (graph: ShapeGraph): readonly string[] =>
  declaredComponents(graph).flatMap(
    ({ parameters }) => parameters.find(({ optional }) => !optional)?.property ?? [],
  );

/** Tells the parameters of constraints in SPARQL, which may read everything. */
export function queryTest(graph: ShapeGraph): (predicate: string) => boolean {
  const applied = new Set(appliedBy(graph));
  return (predicate) => predicate === SETS || applied.has(predicate);
}

/** How far shapes and constraints read from the node that they judge; each shape is measured once. */
export interface Distances {
  ofShape(shape: RDF.Term): Distance;
  ofConstraint(statement: RDF.Quad): Distance;
}

export function createDistances(graph: ShapeGraph): Distances {
  const known = new Map<string, Distance>();
  const isQuery = queryTest(graph);
  const ofShape = (shape: RDF.Term): Distance => {
    const key = termKey(shape);
    const found = known.get(key);
    if (found) return found;
    // A shape that asks itself is met here while it is measured.
    known.set(key, ENDLESS);
    const constraints = graph.quads
      .match(shape)
      .filter(({ predicate }) => PARAMETERS.has(predicate.value) || isQuery(predicate.value));
    const distance = constraints.map(ofConstraint).reduce(further, AT_NODE);
    known.set(key, distance);
    return distance;
  };
  const ofConstraint = ({ subject, predicate, object }: RDF.Quad): Distance => {
    if (isQuery(predicate.value)) return ENDLESS;
    const { length, inverse } = pathReach(subject, graph);
    const along: Distance = { reads: length - 1, inverse };
    const read = READS[predicate.value];
    if (read?.from === 'focus') return further(along, read.distance);
    const inner = askedShapes(predicate.value, object, graph).map(ofShape);
    const fromValues = [read?.distance ?? AT_NODE, ...inner].reduce(further, AT_NODE);
    const { reads } = fromValues;
    return further(along, { ...fromValues, reads: reads < 0 ? reads : length + reads });
  };
  return { ofShape, ofConstraint };
}

/** Whether statements of other nodes have to be read. */
export const isBeyond = ({ reads, inverse }: Distance): boolean => reads > 0 || inverse;

/** How many steps away the value nodes of a shape are. */
function pathReach(shape: RDF.Term, graph: ShapeGraph) {
  const node = graph.object(shape, sh.path);
  const path = node && parsePath(node, graph);
  return path ? { length: pathLength(path), inverse: isInverse(path) } : { length: 0, inverse: false };
}

export const further = (a: Distance, b: Distance): Distance => ({
  reads: Math.max(a.reads, b.reads),
  inverse: a.inverse || b.inverse,
});
