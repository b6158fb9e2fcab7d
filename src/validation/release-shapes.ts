import type { Complaint, GraphStore, ResourceStar, ShapeResult, ShapeValidator } from '../model/index.ts';
import { type RDF, sh } from '../rdf/index.ts';
import { checkReach } from './check-reach.ts';
import { checkShapes } from './check-shapes.ts';
import { namedThings } from './create-shape-validator.ts';
import type { GraphReader } from './graph-view.ts';
import { isThroughProperty } from './part.ts';
import { createDistances, type Distance, further, isBeyond, queryTest } from './reach.ts';
import { ShapeGraph, type ShapesFile } from './shape-graph.ts';
import { requireSoundness } from './soundness.ts';
import { judgeSets } from './sparql/judge-sets.ts';
import { type StoreNeeds, storeNeeds } from './sparql/set-constraints.ts';
import { createStarJudge, validatorOf } from './star-judge.ts';
import { TargetCounter } from './target-counter.ts';
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
  /**
   * Undefined where no shape looks beyond a thing.
   * @param store holds all the data, where `needsStore`
   */
  readonly beyond?: (rest: GraphReader, store?: GraphStore) => ShapeValidator;
  /** What queries find among all targets at once; undefined where there are none. */
  readonly sets?: (store: GraphStore, rest: GraphReader) => Promise<readonly ShapeResult[]>;
  /** Whether shapes have constraints in SPARQL. */
  readonly needsStore: boolean;
  /** How far from a thing its results may depend on others. */
  readonly dependence: Distance;
  /** IRIs that shapes name by `sh:targetNode`: one that nothing describes is judged as a star without lines. */
  readonly named: readonly string[];
  /** Counts the targets of stars whose results are known, as if they had been judged. */
  readonly note: (stars: readonly ResourceStar[]) => void;
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
  const complaints = [...checkShapes(graph, { sparql: true }), ...checkReach(graph, 'all')];
  if (complaints.length > 0) return { kind: 'refused', complaints };
  const counter = new TargetCounter(graph, ontologies);
  const worlds = alone(graph, ontologies);
  const own = createStarJudge({ graph, worlds, part: 'own', onJudged: counter.add });
  const needs = storeNeeds(graph);
  const dependence = dependenceOf(graph, needs);
  const beyond = (rest: GraphReader, store?: GraphStore): ShapeValidator =>
    validatorOf(
      createStarJudge({ graph, worlds: besideRest(graph, ontologies, rest), part: 'beyond' }),
      graph,
      store,
    );
  const sets = (store: GraphStore, { statementsOf }: GraphReader) =>
    judgeSets({ graph, ontologies, store, read: statementsOf });
  return {
    kind: 'compiled',
    graph,
    own: validatorOf(own, graph),
    ...(isBeyond(dependence) ? { beyond } : {}),
    ...(needs.sets ? { sets } : {}),
    needsStore: needs.sets || needs.nested,
    dependence,
    named: namedThings(graph),
    note: (stars) => counter.note(stars),
    judged: () => counter.counts,
  };
}

/** Queries on target nodes are asked anew of everything, whatever has changed: they do not count here. */
function dependenceOf(graph: ShapeGraph, { nested }: StoreNeeds): Distance {
  if (nested) return { reads: Number.POSITIVE_INFINITY, inverse: true };
  const distances = createDistances(graph);
  const isQuery = queryTest(graph);
  const ofTarget = (shape: RDF.Term): Distance =>
    graph.quads
      .match(shape)
      .filter(({ predicate }) => !isQuery(predicate.value))
      .map((one) => (isThroughProperty(one, graph) ? ofTarget(one.object) : distances.ofConstraint(one)))
      .reduce(further, { reads: 0, inverse: false });
  return targetedShapes(graph)
    .map((shape) => {
      const { reads, inverse } = ofTarget(shape);
      // Who refers to a node by a certain predicate has it judged.
      const away = graph.objects(shape, sh.targetObjectsOf).length > 0 ? 1 : 0;
      return { reads: reads + away, inverse };
    })
    .reduce(further, { reads: 0, inverse: false });
}
