import type { Complaint, ShapeValidator } from '../model/index.ts';
import { type RDF, sh } from '../rdf/index.ts';
import { checkReach } from './check-reach.ts';
import { checkShapes } from './check-shapes.ts';
import { namedThings } from './create-shape-validator.ts';
import type { GraphReader } from './graph-view.ts';
import { createDistances, type Distance, further, isBeyond } from './reach.ts';
import { shapeName } from './shape-complaint.ts';
import { ShapeGraph, type ShapesFile } from './shape-graph.ts';
import { requireSoundness } from './soundness.ts';
import { createStarJudge, type StarJudge } from './star-judge.ts';
import { targetedShapes } from './targets.ts';
import { alone, besideRest } from './worlds.ts';

/** Shapes compiled to judge things in two passes, or everything that keeps them from being applied as they are written. */
export type CompiledReleaseShapes =
  | ReleaseShapes
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] };

/**
 * Shapes that judge the things of a release: first what a thing's own statements answer, while it is made; then, when
 * all are there, what others have to be read for. Both passes together say what the whole graph would.
 */
export interface ReleaseShapes {
  readonly kind: 'compiled';
  readonly graph: ShapeGraph;
  readonly own: ShapeValidator;
  /** Undefined where no shape looks beyond a thing. */
  readonly beyond?: (rest: GraphReader) => ShapeValidator;
  /** How far from a thing its results may depend on others. */
  readonly dependence: Distance;
  /** IRIs that shapes name by `sh:targetNode`: one that nothing describes is judged as a star without lines. */
  readonly named: readonly string[];
  /** Focus nodes judged so far by every shape with a target, by the shape's IRI (or that of the shape that holds it). */
  readonly judged: () => ReadonlyMap<string, number>;
}

/** @param ontologies statements whose `rdfs:subClassOf` widen class targets and `sh:class` */
export function compileReleaseShapes(
  shapes: readonly ShapesFile[],
  ontologies: readonly RDF.Quad[] = [],
): CompiledReleaseShapes {
  requireSoundness();
  const graph = new ShapeGraph(shapes);
  const complaints = [...checkShapes(graph), ...checkReach(graph, 'all')];
  if (complaints.length > 0) return { kind: 'refused', complaints };
  const judged = new Map<string, number>();
  const onJudged = (shape: RDF.Term, count: number): void => {
    const name = shapeName(graph, shape);
    judged.set(name, (judged.get(name) ?? 0) + count);
  };
  const own = createStarJudge({ graph, worlds: alone(graph, ontologies), part: 'own', onJudged });
  const dependence = dependenceOf(graph);
  const beyond = (rest: GraphReader): ShapeValidator =>
    validatorOf(createStarJudge({ graph, worlds: besideRest(graph, ontologies, rest), part: 'beyond' }));
  return {
    kind: 'compiled',
    graph,
    own: validatorOf(own),
    ...(isBeyond(dependence) ? { beyond } : {}),
    dependence,
    named: namedThings(graph),
    judged: () => judged,
  };
}

function dependenceOf(graph: ShapeGraph): Distance {
  const distances = createDistances(graph);
  return targetedShapes(graph)
    .map((shape) => {
      const { reads, inverse } = distances.ofShape(shape);
      // Who refers to a node by a certain predicate has it judged.
      const away = graph.objects(shape, sh.targetObjectsOf).length > 0 ? 1 : 0;
      return { reads: reads + away, inverse };
    })
    .reduce(further, { reads: 0, inverse: false });
}

const validatorOf = (judge: StarJudge): ShapeValidator => ({ validate: async (stars) => judge(stars) });
