import { iri, owl, type RDF, rdf, rdfs, sh } from '../rdf/index.ts';
import type { Superclasses } from './class-hierarchy.ts';
import { isActive, type ShapeGraph } from './shape-graph.ts';
import { termKey } from './term-keys.ts';

/** What says which nodes a shape has to be judged on. */
export const TARGETS: readonly string[] = [
  sh.targetClass,
  sh.targetNode,
  sh.targetSubjectsOf,
  sh.targetObjectsOf,
];

/** A shape and the nodes it has to be judged on. */
export interface Assignment {
  readonly shape: RDF.Term;
  readonly focusNodes: readonly RDF.Term[];
}

/** Finds the focus nodes of every shape among statements. */
export interface TargetFinder {
  /** Nodes that the statements describe. */
  among(quads: readonly RDF.Quad[], superclasses: Superclasses): readonly Assignment[];
  /** Nodes that the statements refer to (`sh:targetObjectsOf`). */
  objectsAmong(quads: readonly RDF.Quad[]): readonly Assignment[];
  /** Whether statements with this predicate may make nodes targets. */
  concerns(predicate: string): boolean;
  /** Nodes that shapes name by `sh:targetNode`, described or not. */
  readonly named: readonly Assignment[];
}

/** Parameter → which node of which statement it targets. */
interface TargetTables {
  readonly byClass: Map<string, RDF.Term[]>;
  readonly bySubject: Map<string, RDF.Term[]>;
  readonly byPredicateOfSubject: Map<string, RDF.Term[]>;
  readonly byPredicateOfObject: Map<string, RDF.Term[]>;
}

/** Every shape that declares a target and is not deactivated. */
export function targetedShapes(graph: ShapeGraph): RDF.Term[] {
  const shapes = Object.values(targetTables(graph)).flatMap((byValue) => [...byValue.values()].flat());
  return [...new Map(shapes.map((shape) => [termKey(shape), shape])).values()];
}

/** Classes whose instances are targets. */
export const targetedClasses = (graph: ShapeGraph): readonly string[] => [
  ...targetTables(graph).byClass.keys(),
];

/** Compiles the targets of a shapes graph (SHACL 2.1.3). */
export function createTargetFinder(graph: ShapeGraph): TargetFinder {
  const tables = targetTables(graph);
  return {
    among: (quads, superclasses) => subjectAssignments(quads, tables, superclasses),
    objectsAmong: (quads) => objectAssignments(quads, tables),
    concerns: (predicate) =>
      predicate === rdf.type ||
      tables.bySubject.size > 0 ||
      tables.byPredicateOfSubject.has(predicate) ||
      tables.byPredicateOfObject.has(predicate),
    named: targetsBy(graph, sh.targetNode).map(({ node, shape }) => ({ shape, focusNodes: [node] })),
  };
}

function subjectAssignments(
  quads: readonly RDF.Quad[],
  tables: TargetTables,
  superclasses: Superclasses,
): readonly Assignment[] {
  const found = new Assignments();
  for (const { subject, predicate, object } of quads) {
    if (predicate.value === rdf.type)
      for (const name of superclasses(object.value)) found.add(tables.byClass.get(name), subject);
    if (tables.bySubject.size > 0) found.add(tables.bySubject.get(termKey(subject)), subject);
    found.add(tables.byPredicateOfSubject.get(predicate.value), subject);
  }
  return found.all();
}

function objectAssignments(
  quads: readonly RDF.Quad[],
  { byPredicateOfObject }: TargetTables,
): readonly Assignment[] {
  const found = new Assignments();
  if (byPredicateOfObject.size > 0)
    for (const { predicate, object } of quads) found.add(byPredicateOfObject.get(predicate.value), object);
  return found.all();
}

/** Assignments with those of the same shape put together, each node once. */
export function together(assigned: readonly Assignment[]): readonly Assignment[] {
  const found = new Assignments();
  for (const { shape, focusNodes } of assigned) found.addAll(shape, focusNodes);
  return found.all();
}

/** Shapes with their nodes, each node once. */
class Assignments {
  readonly #found = new Map<RDF.Term, Map<string, RDF.Term>>();

  addAll(shape: RDF.Term, nodes: readonly RDF.Term[]): void {
    const known = this.#found.get(shape) ?? new Map<string, RDF.Term>();
    this.#found.set(shape, known);
    for (const node of nodes) known.set(termKey(node), node);
  }

  add(shapes: readonly RDF.Term[] | undefined, node: RDF.Term): void {
    for (const shape of shapes ?? []) this.addAll(shape, [node]);
  }

  all(): readonly Assignment[] {
    return [...this.#found].map(([shape, nodes]) => ({ shape, focusNodes: [...nodes.values()] }));
  }
}

function targetTables(graph: ShapeGraph): TargetTables {
  return {
    byClass: table([...targetsBy(graph, sh.targetClass), ...implicitClasses(graph)]),
    bySubject: table(targetsBy(graph, sh.targetNode)),
    byPredicateOfSubject: table(targetsBy(graph, sh.targetSubjectsOf)),
    byPredicateOfObject: table(targetsBy(graph, sh.targetObjectsOf)),
  };
}

interface Target {
  readonly node: RDF.Term;
  readonly shape: RDF.Term;
}

function targetsBy(graph: ShapeGraph, parameter: string): Target[] {
  return graph.quads
    .match(null, iri(parameter))
    .filter(({ subject }) => isActive(graph, subject))
    .map(({ subject, object }) => ({ node: object, shape: interned(graph, subject) }));
}

/** A shape that is also a class targets its own instances. */
function implicitClasses(graph: ShapeGraph): Target[] {
  return graph.quads
    .match(null, iri(rdf.type))
    .filter(
      ({ subject, object }) =>
        CLASSES.includes(object.value) && isShape(graph, subject) && isActive(graph, subject),
    )
    .map(({ subject }) => ({ node: subject, shape: interned(graph, subject) }));
}

const CLASSES: readonly string[] = [rdfs.Class, owl.Class];

/** Whether a shape is also a class. */
export const implicitClass = (graph: ShapeGraph, shape: RDF.Term): boolean =>
  graph.objects(shape, rdf.type).some(({ value }) => CLASSES.includes(value)) && isShape(graph, shape);

export function isShape(graph: ShapeGraph, node: RDF.Term): boolean {
  const types = graph.objects(node, rdf.type).map((type) => type.value);
  return (
    types.includes(sh.NodeShape) ||
    types.includes(sh.PropertyShape) ||
    graph.objects(node, sh.property).length > 0
  );
}

/** One object a shape, so that maps can be keyed by it. */
const interned = (graph: ShapeGraph, shape: RDF.Term): RDF.Term =>
  graph.quads.match(shape)[0]?.subject ?? shape;

function table(targets: readonly Target[]): Map<string, RDF.Term[]> {
  const entries = new Map<string, Set<RDF.Term>>();
  for (const { node, shape } of targets) {
    const key = termKey(node);
    entries.set(key, (entries.get(key) ?? new Set()).add(shape));
  }
  return new Map([...entries].map(([key, shapes]) => [key, [...shapes]]));
}
