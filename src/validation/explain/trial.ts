import type { RDF } from '../../rdf/index.ts';
import { createSuperclasses } from '../class-hierarchy.ts';
import type { Engine } from '../engine.ts';
import { GraphIndex, type GraphReader, type GraphView, Overlay, ReaderView } from '../graph-view.ts';
import { createMessageFinder } from '../present.ts';
import type { Reading } from '../reading.ts';
import type { ShapeGraph, ShapesFile } from '../shape-graph.ts';
import type { SparqlOracle } from '../sparql/constraint.ts';
import { createTargetFinder } from '../targets.ts';
import { termKey } from '../term-keys.ts';
import type { Finding } from '../visit.ts';
import { createConstraintReader } from './constraints-of.ts';
import type { TargetVerdict } from './explanation.ts';
import { ShapeTeller } from './shape-teller.ts';
import { createClassWays, reasonsFor, type TargetingShape } from './target-reasons.ts';
import { VisitTrace } from './trace.ts';

export interface ResourceToExplain {
  /** IRI. */
  readonly resource: string;
  readonly shapes: readonly ShapesFile[];
  /** All the data; or, where `rest` is given, everything that is said of the resource and its parts. */
  readonly data: readonly RDF.Quad[];
  /** Statements whose `rdfs:subClassOf` count beside those of shapes and data. */
  readonly ontologies?: readonly RDF.Quad[];
  /**
   * What is said of other resources; asked when a constraint or a target looks there. With it, results are those of a
   * release: what the resource refers to is judged with it (`sh:targetObjectsOf`).
   */
  readonly rest?: GraphReader;
  /** `house` unless given: see `Reading`. */
  readonly reading?: Reading;
}

/** The nodes that a shape may have as its target, and which reasons count. */
export type Candidates = (shape: RDF.Term) => readonly Candidate[];

export interface Candidate {
  readonly node: RDF.Term;
  /** A node of another resource is judged with this one only because it is referred to. */
  readonly isOwn: boolean;
}

export function createCandidates(
  { data, rest }: ResourceToExplain,
  graph: ShapeGraph,
  nodes: readonly RDF.Term[],
): Candidates {
  const own = nodes.map((node) => ({ node, isOwn: true }));
  const keys = new Set(nodes.map(termKey));
  const referred = rest ? createTargetFinder(graph).objectsAmong(data) : [];
  return (shape) => [
    ...own,
    ...referred
      .filter((one) => termKey(one.shape) === termKey(shape))
      .flatMap(({ focusNodes }) => focusNodes)
      .filter((node) => !keys.has(termKey(node)))
      .map((node) => ({ node, isOwn: false })),
  ];
}

/** What came of one shape's judging the nodes that are its targets. */
export interface Tried {
  readonly by: TargetingShape;
  readonly verdicts: readonly (() => TargetVerdict)[];
  readonly found: readonly Finding[];
}

export type Trial = (shape: TargetingShape, candidates: readonly Candidate[]) => Tried;

export interface Walk {
  readonly graph: ShapeGraph;
  readonly engine: Engine;
  readonly oracle: SparqlOracle;
  /** Whether the oracle knows, or only listens. */
  readonly isAnswered: boolean;
}

/** Judges the nodes that a shape has as its targets; two walks by one engine ask the same questions. */
export function createTrial({ data, ontologies = [], rest }: ResourceToExplain, walk: Walk): Trial {
  const { graph, engine, oracle, isAnswered } = walk;
  const own = new GraphIndex(data);
  const view: GraphView = rest ? new Overlay(own, new ReaderView(rest.statementsOf, rest.referrersOf)) : own;
  const statements = [...graph.quads, ...ontologies];
  const superclasses = createSuperclasses(statements, view);
  const ways = createClassWays(statements);
  const trace = new VisitTrace();
  const constraints = createConstraintReader(graph, isAnswered);
  const teller = new ShapeTeller({ graph, trace, constraints, messageFor: createMessageFinder(graph) });
  const world = { data: view, superclasses, trace: trace.note, sparql: { oracle } };
  return (by, candidates) => {
    const { shape, targets } = by;
    const tried = candidates.flatMap(({ node, isOwn }) => {
      const reasons = reasonsFor(node, targets, { ...world, ways }).filter(
        ({ kind }) => isOwn || kind === 'objects-of',
      );
      if (reasons.length === 0) return [];
      const found = engine(shape, node, world);
      return [{ found, verdict: () => ({ reasons, verdict: teller.verdict(shape, node) }) }];
    });
    return {
      by,
      found: tried.flatMap((one) => one.found),
      verdicts: tried.map(({ verdict }) => verdict),
    };
  };
}
