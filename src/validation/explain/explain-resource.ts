import { type Complaint, type GraphStore, RefusedInput, type Severity } from '../../model/index.ts';
import type { RDF } from '../../rdf/index.ts';
import { checkShapes } from '../check-shapes.ts';
import { createEngine } from '../engine.ts';
import { createDescriber } from '../reports/describe.ts';
import { severityOf } from '../reports/report.ts';
import { ShapeGraph } from '../shape-graph.ts';
import { requireSoundness } from '../soundness.ts';
import type { SparqlOracle } from '../sparql/constraint.ts';
import { Questions } from '../sparql/questions.ts';
import { termKey } from '../term-keys.ts';
import type { Finding } from '../visit.ts';
import type { Explanation, IdleShape, Some } from './explanation.ts';
import { nodesOf } from './resource-nodes.ts';
import { namesOf } from './shape-names.ts';
import { type TargetingShape, targetingShapes } from './target-reasons.ts';
import { createCandidates, createTrial, type ResourceToExplain, type Trial } from './trial.ts';

export type ExplainedResource =
  | { readonly kind: 'explained'; readonly explanation: Explanation }
  /** The shapes cannot be applied as they are written. */
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] };

/**
 * Judges one resource (with the hash IRIs of its document and its blank nodes) by all the shapes that have it as a
 * target, and tells every constraint tried. The engine is the one of `validateGraph`: what it finds is what that finds.
 * Constraints in SPARQL are told as not tried.
 */
export function explainResource(given: ResourceToExplain): ExplainedResource {
  const prepared = prepare(given);
  if (prepared.kind === 'refused') return prepared;
  return { kind: 'explained', explanation: prepared.walk(NO_ANSWERS, false) };
}

/**
 * The same, constraints in SPARQL too.
 * @param openStore gives a store that holds all the data; asked only where there is a question, and closed here
 */
export async function explainResourceWithStore(
  given: ResourceToExplain,
  openStore: () => Promise<GraphStore>,
): Promise<ExplainedResource> {
  const prepared = prepare(given);
  if (prepared.kind === 'refused') return prepared;
  const { graph, walk } = prepared;
  const questions = new Questions();
  const first = walk(questions, true);
  if (questions.count === 0) return { kind: 'explained', explanation: first };
  const store = await openStore();
  try {
    return { kind: 'explained', explanation: walk(await questions.answered(graph, store), true) };
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    return { kind: 'refused', complaints: error.complaints };
  } finally {
    await store.close();
  }
}

const NO_ANSWERS: SparqlOracle = { ofNode: () => [], ofValue: () => [] };

type Prepared =
  | {
      readonly kind: 'ready';
      readonly graph: ShapeGraph;
      /** Two walks ask the same questions. */
      readonly walk: (oracle: SparqlOracle, isAnswered: boolean) => Explanation;
    }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] };

function prepare(given: ResourceToExplain): Prepared {
  requireSoundness();
  const { shapes, reading } = given;
  const graph = new ShapeGraph(shapes);
  const complaints = checkShapes(graph, { sparql: true, ...(reading && { reading }) });
  if (complaints.length > 0) return { kind: 'refused', complaints };
  const engine = createEngine(graph);
  return {
    kind: 'ready',
    graph,
    walk: (oracle, isAnswered) =>
      explain(given, createTrial(given, { graph, engine, oracle, isAnswered }), graph),
  };
}

function explain(given: ResourceToExplain, trial: Trial, graph: ShapeGraph): Explanation {
  const nodes = nodesOf(given.resource, given.data);
  const candidates = createCandidates(given, graph, nodes);
  const targeting = targetingShapes(graph);
  const judged = targeting.filter(({ isActive }) => isActive).map((one) => trial(one, candidates(one.shape)));
  const found = judged.flatMap((one) => one.found);
  const verdicts = judged.flatMap((one) => one.verdicts);
  const isIdle = (one: TargetingShape) =>
    !judged.some((tried) => tried.by === one && tried.verdicts.length > 0);
  return {
    resource: given.resource,
    described: describesAny(nodes, given.data),
    conforms: found.length === 0,
    counts: countsOf(found),
    judged: { told: verdicts.slice(0, MOST_JUDGED).map((tell) => tell()), count: verdicts.length },
    others: idleShapes(targeting.filter(isIdle), graph),
    describe: createDescriber(given.data),
  };
}

const MOST_JUDGED = 200;

function describesAny(nodes: readonly RDF.Term[], data: readonly RDF.Quad[]): boolean {
  const keys = new Set(nodes.map(termKey));
  return data.some(({ subject }) => keys.has(termKey(subject)));
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
