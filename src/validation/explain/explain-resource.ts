import type { Complaint, Severity } from '../../model/index.ts';
import type { RDF } from '../../rdf/index.ts';
import { checkShapes, type Reading } from '../check-shapes.ts';
import { createSuperclasses } from '../class-hierarchy.ts';
import { createEngine, type Engine } from '../engine.ts';
import { GraphIndex, type GraphReader, type GraphView, Overlay, ReaderView } from '../graph-view.ts';
import { createMessageFinder } from '../present.ts';
import { createDescriber } from '../reports/describe.ts';
import { severityOf } from '../reports/report.ts';
import { ShapeGraph, type ShapesFile } from '../shape-graph.ts';
import { requireSoundness } from '../soundness.ts';
import { createTargetFinder } from '../targets.ts';
import { termKey } from '../term-keys.ts';
import type { Finding } from '../visit.ts';
import type { Explanation, IdleShape, Some, TargetVerdict } from './explanation.ts';
import { nodesOf } from './resource-nodes.ts';
import { namesOf } from './shape-names.ts';
import { ShapeTeller } from './shape-teller.ts';
import { createClassWays, reasonsFor, type TargetingShape, targetingShapes } from './target-reasons.ts';
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

export type ExplainedResource =
  | { readonly kind: 'explained'; readonly explanation: Explanation }
  /** The shapes cannot be applied as they are written. */
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] };

/**
 * Judges one resource (with the hash IRIs of its document and its blank nodes) by all the shapes that have it as a
 * target, and tells every constraint tried. The engine is the one of `validateGraph`: what it finds is what that finds.
 */
export function explainResource(given: ResourceToExplain): ExplainedResource {
  requireSoundness();
  const graph = new ShapeGraph(given.shapes);
  const complaints = checkShapes(graph, given.reading);
  if (complaints.length > 0) return { kind: 'refused', complaints };
  const trial = createTrial(graph, given);
  const nodes = nodesOf(given.resource, given.data);
  const candidates = createCandidates(given, graph, nodes);
  const targeting = targetingShapes(graph);
  const judged = targeting.filter(({ isActive }) => isActive).map((one) => trial(one, candidates(one.shape)));
  const found = judged.flatMap((one) => one.found);
  const verdicts = judged.flatMap((one) => one.verdicts);
  const isIdle = (one: TargetingShape) =>
    !judged.some(({ by, verdicts }) => by === one && verdicts.length > 0);
  const explanation: Explanation = {
    resource: given.resource,
    described: describesAny(nodes, given.data),
    conforms: found.length === 0,
    counts: countsOf(found),
    judged: { told: verdicts.slice(0, MOST_JUDGED).map((tell) => tell()), count: verdicts.length },
    others: idleShapes(targeting.filter(isIdle), graph),
    describe: createDescriber(given.data),
  };
  return { kind: 'explained', explanation };
}

const MOST_JUDGED = 200;

/** The nodes that a shape may have as its target, and which reasons count. */
type Candidates = (shape: RDF.Term) => readonly Candidate[];

interface Candidate {
  readonly node: RDF.Term;
  /** A node of another resource is judged with this one only because it is referred to. */
  readonly isOwn: boolean;
}

function createCandidates(
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

function describesAny(nodes: readonly RDF.Term[], data: readonly RDF.Quad[]): boolean {
  const keys = new Set(nodes.map(termKey));
  return data.some(({ subject }) => keys.has(termKey(subject)));
}

/** What came of one shape's judging the nodes that are its targets. */
interface Tried {
  readonly by: TargetingShape;
  readonly verdicts: readonly (() => TargetVerdict)[];
  readonly found: readonly Finding[];
}

type Trial = (shape: TargetingShape, candidates: readonly Candidate[]) => Tried;

function createTrial(graph: ShapeGraph, { data, ontologies = [], rest }: ResourceToExplain): Trial {
  const own = new GraphIndex(data);
  const view: GraphView = rest ? new Overlay(own, new ReaderView(rest.statementsOf, rest.referrersOf)) : own;
  const statements = [...graph.quads, ...ontologies];
  const superclasses = createSuperclasses(statements, view);
  const ways = createClassWays(statements);
  const engine: Engine = createEngine(graph);
  const trace = new VisitTrace();
  const teller = new ShapeTeller(graph, trace, createMessageFinder(graph));
  const world = { data: view, superclasses, trace: trace.note };
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

function countsOf(found: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { violation: 0, warning: 0, info: 0 };
  for (const one of found) counts[severityOf(one)]++;
  return counts;
}

const MOST_IDLE = 20;
const MOST_TARGETS = 3;

function idleShapes(idle: readonly TargetingShape[], graph: ShapeGraph): Some<IdleShape> {
  const told = idle.slice(0, MOST_IDLE).map(
    ({ shape, targets, isActive }): IdleShape => ({
      ...namesOf(graph, shape),
      why: isActive ? 'no-target-matches' : 'deactivated',
      targets: { told: targets.slice(0, MOST_TARGETS), count: targets.length },
    }),
  );
  return { told, count: idle.length };
}
