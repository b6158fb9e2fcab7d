import type { RDF } from '../rdf/index.ts';
import { createSuperclasses } from './class-hierarchy.ts';
import { createEngine, type Engine } from './engine.ts';
import { GraphIndex } from './graph-view.ts';
import type { ShapeGraph } from './shape-graph.ts';
import { createTargetFinder, targetedShapes, together } from './targets.ts';
import { MOST_OF_GRAPH, tooManyResults } from './too-costly.ts';
import type { Finding } from './visit.ts';

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
export function judgeGraph(
  { graph, data, ontologies = [] }: GraphToJudge,
  makeEngine: EngineMaker = createEngine,
): readonly JudgedBy[] {
  const superclasses = createSuperclasses([...graph.quads, ...ontologies, ...data]);
  const world = { data: new GraphIndex(data), superclasses };
  const engine = makeEngine(graph);
  const { among, named } = createTargetFinder(graph);
  const without = targetedShapes(graph).map((shape) => ({ shape, focusNodes: [] }));
  let count = 0;
  const findingsOf = (shape: RDF.Term, node: RDF.Term): readonly Finding[] => {
    const findings = engine(shape, node, world);
    count += findings.length;
    if (count > MOST_OF_GRAPH) throw tooManyResults(MOST_OF_GRAPH);
    return findings;
  };
  return together([...among(data, superclasses), ...named, ...without]).map(({ shape, focusNodes }) => ({
    shape,
    focusNodes,
    findings: focusNodes.flatMap((node) => findingsOf(shape, node)),
  }));
}
