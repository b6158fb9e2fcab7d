import { type RDF, sh } from '../rdf/index.ts';
import { createDistances, isBeyond } from './reach.ts';
import type { ShapeGraph } from './shape-graph.ts';

/**
 * Which constraints of the shapes that target a thing are judged: `all`; those that the thing's `own` statements answer;
 * or the others, which look `beyond` them. Shapes that ask other shapes are asked whole, in one part or the other.
 */
export type Part = 'all' | 'own' | 'beyond';

/** Whether a statement of a shape is a constraint of the part. */
export type Admits = (statement: RDF.Quad) => boolean;

export function admitsOf(part: Part, graph: ShapeGraph): Admits {
  if (part === 'all') return () => true;
  const distances = createDistances(graph);
  return (statement) =>
    isThroughProperty(statement, graph) ||
    isBeyond(distances.ofConstraint(statement)) === (part === 'beyond');
}

/** `sh:property` of a node shape judges the same node: it is in both parts, and what hangs from it is in one or the other. */
export const isThroughProperty = ({ subject, predicate }: RDF.Quad, graph: ShapeGraph): boolean =>
  predicate.value === sh.property && graph.object(subject, sh.path) === undefined;
