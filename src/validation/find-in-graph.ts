import type { RDF } from '../rdf/index.ts';
import { createSuperclasses } from './class-hierarchy.ts';
import { createEngine, type Engine } from './engine.ts';
import { GraphIndex } from './graph-view.ts';
import type { ShapeGraph } from './shape-graph.ts';
import { createTargetFinder, together } from './targets.ts';
import type { Finding } from './visit.ts';

export interface GraphToJudge {
  readonly graph: ShapeGraph;
  readonly data: readonly RDF.Quad[];
  readonly ontologies?: readonly RDF.Quad[];
}

/** Judges a whole graph by checked shapes: every focus node once by every shape that targets it. */
export function findInGraph(
  { graph, data, ontologies = [] }: GraphToJudge,
  makeEngine: (graph: ShapeGraph) => Engine = createEngine,
): readonly Finding[] {
  const superclasses = createSuperclasses([...graph.quads, ...ontologies, ...data]);
  const world = { data: new GraphIndex(data), superclasses };
  const engine = makeEngine(graph);
  const { among, named } = createTargetFinder(graph);
  return together([...among(data, superclasses), ...named]).flatMap(({ shape, focusNodes }) =>
    focusNodes.flatMap((node) => engine(shape, node, world)),
  );
}
