import type { RDF } from '../rdf/index.ts';
import { createSuperclasses } from './class-hierarchy.ts';
import { createEngine, type Engine } from './engine.ts';
import { GraphIndex } from './graph-view.ts';
import type { ShapeGraph } from './shape-graph.ts';
import { type Assignment, createTargetFinder, targetedShapes, together } from './targets.ts';
import { MOST_OF_GRAPH, tooManyResults } from './too-costly.ts';
import type { Finding, World } from './visit.ts';

export interface GraphToJudge {
  readonly graph: ShapeGraph;
  readonly data: readonly RDF.Quad[];
  readonly ontologies?: readonly RDF.Quad[];
}

/** A shape with a target, and what it found in the nodes it had to judge. */
export interface JudgedBy {
  readonly shape: RDF.Term;
  readonly focusNodes: readonly RDF.Term[];
  readonly findings: readonly Finding[];
}

/** Judges a whole graph by checked shapes: every focus node once by every shape that targets it. */
export const findInGraph = (graph: GraphToJudge, makeEngine?: EngineMaker): readonly Finding[] =>
  judgeGraph(graph, makeEngine).flatMap(({ findings }) => findings);

type EngineMaker = (graph: ShapeGraph) => Engine;

/** The same, shape by shape; those whose targets are not in the data are there too, and judged nothing. */
export function judgeGraph(graph: GraphToJudge, makeEngine: EngineMaker = createEngine): readonly JudgedBy[] {
  const { world, assigned } = prepareGraph(graph);
  return judgeAssigned(assigned, world, makeEngine(graph.graph));
}

/** A whole graph ready to be walked through: what is judged by what, and in which world. */
export interface PreparedGraph {
  readonly world: World;
  readonly assigned: readonly Assignment[];
}

export function prepareGraph({ graph, data, ontologies = [] }: GraphToJudge): PreparedGraph {
  const superclasses = createSuperclasses([...graph.quads, ...ontologies, ...data]);
  const { among, objectsAmong, named } = createTargetFinder(graph);
  const without = targetedShapes(graph).map((shape) => ({ shape, focusNodes: [] }));
  return {
    world: { data: new GraphIndex(data), superclasses },
    assigned: together([...among(data, superclasses), ...objectsAmong(data), ...named, ...without]),
  };
}

/** @throws RefusedInput for more results than fit into memory */
export function judgeAssigned(
  assigned: readonly Assignment[],
  world: World,
  engine: Engine,
): readonly JudgedBy[] {
  let count = 0;
  const findingsOf = (shape: RDF.Term, node: RDF.Term): readonly Finding[] => {
    const findings = engine(shape, node, world);
    count += findings.length;
    if (count > MOST_OF_GRAPH) throw tooManyResults(MOST_OF_GRAPH);
    return findings;
  };
  return assigned.map(({ shape, focusNodes }) => ({
    shape,
    focusNodes,
    findings: focusNodes.flatMap((node) => findingsOf(shape, node)),
  }));
}
