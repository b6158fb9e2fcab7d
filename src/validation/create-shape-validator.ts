import type { Complaint, GraphStore, ShapeValidator } from '../model/index.ts';
import type { RDF } from '../rdf/index.ts';
import { type Answerable, checkReach } from './check-reach.ts';
import { checkShapes } from './check-shapes.ts';
import { ShapeGraph, type ShapesFile } from './shape-graph.ts';
import { requireSoundness } from './soundness.ts';
import { createStarJudge, validatorOf } from './star-judge.ts';
import { createTargetFinder } from './targets.ts';
import { alone, besideRest, type RestOfData } from './worlds.ts';

/** A validator, or everything that keeps the shapes from being applied as they are written. */
export type CreatedShapeValidator =
  | {
      readonly kind: 'ready';
      readonly validator: ShapeValidator;
      /**
       * IRIs that shapes name by `sh:targetNode`. One that is described nowhere is judged when it is given as a star
       * without lines.
       */
      readonly named: readonly string[];
    }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] };

export interface ShapesToCompile {
  readonly shapes: readonly ShapesFile[];
  /** Statements whose `rdfs:subClassOf` widen class targets and `sh:class`. */
  readonly ontologies?: readonly RDF.Quad[];
  /** What constraints that look beyond a thing read. Without it, such constraints are complaints. */
  readonly rest?: RestOfData;
  /**
   * Holds all the data: constraints in SPARQL of shapes that other shapes ask are asked of it, thing by thing. Those of
   * target nodes are left to `judgeSets`. Without it, SPARQL is a complaint, unless all of it is judged elsewhere.
   */
  readonly store?: GraphStore | 'elsewhere';
}

/**
 * Compiles shapes files to one validator of things (SHACL 1.0 core; the terms of `shape-terms.ts`). A term that would
 * not be applied, or a constraint that cannot be answered with what may be read, is a complaint, never silence.
 */
export function createShapeValidator({
  shapes,
  ontologies = [],
  rest,
  store,
}: ShapesToCompile): CreatedShapeValidator {
  requireSoundness();
  const graph = new ShapeGraph(shapes);
  const complaints = [
    ...checkShapes(graph, { sparql: store !== undefined }),
    ...checkReach(graph, answerableBy(rest)),
  ];
  if (complaints.length > 0) return { kind: 'refused', complaints };
  const worlds = rest ? besideRest(graph, ontologies, rest) : alone(graph, ontologies);
  const judgeStars = createStarJudge({ graph, worlds });
  return {
    kind: 'ready',
    validator: validatorOf(judgeStars, graph, typeof store === 'object' ? store : undefined),
    named: namedThings(graph),
  };
}

/** IRIs that shapes name by `sh:targetNode`. */
export const namedThings = (graph: ShapeGraph): readonly string[] => [
  ...new Set(
    createTargetFinder(graph).named.flatMap(({ focusNodes }) => focusNodes.map(({ value }) => value)),
  ),
];

const answerableBy = (rest: RestOfData | undefined): Answerable =>
  rest === undefined ? 'thing' : typeof rest === 'function' ? 'subjects' : 'all';
