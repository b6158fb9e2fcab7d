import { type RDF, sh } from '../../rdf/index.ts';
import { parsePath } from '../paths.ts';
import type { MessageFinder } from '../present.ts';
import { severityOf } from '../reports/report.ts';
import { isActive, type ShapeGraph } from '../shape-graph.ts';
import { termKey } from '../term-keys.ts';
import type { Finding } from '../visit.ts';
import type { ConstraintReader, TriedConstraint } from './constraints-of.ts';
import type { ConstraintVerdict, Fault, ShapeVerdict, Some } from './explanation.ts';
import { namesOf, severityOfShape } from './shape-names.ts';
import type { TracedVisit, VisitTrace } from './trace.ts';

/** Values, and things at fault, told of each constraint. */
const MOST_TOLD = 5;
const DEEPEST = 12;
/** Shapes that reach each other by many ways would have no end. */
const MOST_VERDICTS = 2000;

/** What verdicts are put together from. */
export interface Told {
  readonly graph: ShapeGraph;
  readonly trace: VisitTrace;
  readonly constraints: ConstraintReader;
  readonly messageFor: MessageFinder;
}

/** Puts together what shapes made of nodes, from what the engine did. */
export class ShapeTeller {
  readonly #graph: ShapeGraph;
  readonly #trace: VisitTrace;
  readonly #constraints: ConstraintReader;
  readonly #messageFor: MessageFinder;
  #told = 0;

  constructor({ graph, trace, constraints, messageFor }: Told) {
    this.#graph = graph;
    this.#trace = trace;
    this.#constraints = constraints;
    this.#messageFor = messageFor;
  }

  /** A verdict as deep as it goes: at most twelve levels, and two thousand verdicts in all. */
  verdict(shape: RDF.Term, focusNode: RDF.Term, depth = 0): ShapeVerdict {
    const graph = this.#graph;
    // A shape without constraints is not visited.
    const seen = this.#trace.of(shape, focusNode);
    const visit = seen ?? NOT_VISITED;
    const isDeactivated = !isActive(graph, shape);
    this.#told++;
    const cut = !isDeactivated && (depth > DEEPEST || this.#told > MOST_VERDICTS);
    const node = graph.object(shape, sh.path);
    const path = node && parsePath(node, graph);
    return {
      ...namesOf(graph, shape),
      focusNode,
      state: isDeactivated ? 'deactivated' : visit.conforms ? 'kept' : 'violated',
      severity: severityOfShape(graph, shape),
      ...(path && { path, ...(seen && { values: some(seen.values) }) }),
      ...(isDeactivated || cut ? NOTHING : this.#inside(shape, visit, depth)),
      cut,
    };
  }

  #inside(
    shape: RDF.Term,
    visit: TracedVisit,
    depth: number,
  ): Pick<ShapeVerdict, 'constraints' | 'properties'> {
    const tried = this.#constraints(shape, visit.own);
    const properties = this.#graph.objects(shape, sh.property);
    const faulty = visit.values.filter((value) => !this.#conformsToAll(properties, value));
    return {
      properties: this.#members(properties, ordered(visit.values, faulty), depth),
      constraints: tried.map((one) => this.#constraint(one, { shape, visit, depth })),
    };
  }

  #constraint(
    { parameter, asks, outcome, found, asked }: TriedConstraint,
    { shape, visit, depth }: { shape: RDF.Term; visit: TracedVisit; depth: number },
  ): ConstraintVerdict {
    const [first] = found;
    const faulty = found.flatMap(({ value }) => value ?? []);
    return {
      parameter,
      asks,
      outcome,
      severity: first ? severityOf(first) : severityOfShape(this.#graph, shape),
      ...(first && { message: this.#messageFor(first) }),
      faults: some(found.map((one) => faultOf(one, this.#graph))),
      members: this.#members(asked, ordered(visit.values, faulty), depth),
    };
  }

  /** What each shape makes of each value: of the first values, all shapes. */
  #members(shapes: readonly RDF.Term[], values: readonly RDF.Term[], depth: number): Some<ShapeVerdict> {
    const told = values
      .slice(0, MOST_TOLD)
      .flatMap((value) => shapes.map((shape) => this.verdict(shape, value, depth + 1)));
    return { told, count: shapes.length * values.length };
  }

  #conformsToAll(shapes: readonly RDF.Term[], value: RDF.Term): boolean {
    return shapes.every((shape) => this.#trace.of(shape, value)?.conforms ?? true);
  }
}

/** A path that the shape has itself is not told again. */
function faultOf({ shape, value, path }: Finding, graph: ShapeGraph): Fault {
  const isOther = path !== undefined && graph.object(shape, sh.path) === undefined;
  return { ...(value && { value }), ...(isOther && { path }) };
}

const NOT_VISITED: TracedVisit = { values: [], own: [], conforms: true };
const NOTHING = { constraints: [], properties: { told: [], count: 0 } };

const some = <T>(all: readonly T[]): Some<T> => ({ told: all.slice(0, MOST_TOLD), count: all.length });

/** Values at fault first. */
function ordered(values: readonly RDF.Term[], faulty: readonly RDF.Term[]): readonly RDF.Term[] {
  const keys = new Set(faulty.map(termKey));
  const isFaulty = (value: RDF.Term) => keys.has(termKey(value));
  return [...values.filter(isFaulty), ...values.filter((value) => !isFaulty(value))];
}
