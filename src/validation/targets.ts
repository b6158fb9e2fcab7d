import { iri, owl, type RDF, rdf, rdfs, sh } from '../rdf/index.ts';
import type { Superclasses } from './class-hierarchy.ts';
import { isTrue, type ShapeGraph } from './shape-graph.ts';
import { termKey } from './term-keys.ts';

/** A shape and the nodes it has to be judged on. */
export interface Assignment {
  readonly shape: RDF.Term;
  readonly focusNodes: readonly RDF.Term[];
}

/** Finds the focus nodes of every shape among statements. */
export interface TargetFinder {
  /** Nodes that the statements describe, or refer to. */
  among(quads: readonly RDF.Quad[], superclasses: Superclasses): readonly Assignment[];
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
    among: (quads, superclasses) => assignments(quads, tables, superclasses),
    named: targetsBy(graph, sh.targetNode).map(({ node, shape }) => ({ shape, focusNodes: [node] })),
  };
}

function assignments(
  quads: readonly RDF.Quad[],
  tables: TargetTables,
  superclasses: Superclasses,
): readonly Assignment[] {
  const found = new Map<RDF.Term, Map<string, RDF.Term>>();
  const add = (shapes: readonly RDF.Term[] | undefined, node: RDF.Term) => {
    for (const shape of shapes ?? []) nodesOf(found, shape).set(termKey(node), node);
  };
  for (const { subject, predicate, object } of quads) {
    if (predicate.value === rdf.type)
      for (const name of superclasses(object.value)) add(tables.byClass.get(name), subject);
    if (tables.bySubject.size > 0) add(tables.bySubject.get(termKey(subject)), subject);
    add(tables.byPredicateOfSubject.get(predicate.value), subject);
    add(tables.byPredicateOfObject.get(predicate.value), object);
  }
  return [...found].map(([shape, nodes]) => ({ shape, focusNodes: [...nodes.values()] }));
}

/** Assignments with those of the same shape put together, each node once. */
export function together(assigned: readonly Assignment[]): readonly Assignment[] {
  const found = new Map<RDF.Term, Map<string, RDF.Term>>();
  for (const { shape, focusNodes } of assigned) {
    const nodes = nodesOf(found, shape);
    for (const node of focusNodes) nodes.set(termKey(node), node);
  }
  return [...found].map(([shape, nodes]) => ({ shape, focusNodes: [...nodes.values()] }));
}

function nodesOf(found: Map<RDF.Term, Map<string, RDF.Term>>, shape: RDF.Term): Map<string, RDF.Term> {
  const nodes = found.get(shape) ?? new Map<string, RDF.Term>();
  found.set(shape, nodes);
  return nodes;
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
        (object.value === rdfs.Class || object.value === owl.Class) &&
        isShape(graph, subject) &&
        isActive(graph, subject),
    )
    .map(({ subject }) => ({ node: subject, shape: interned(graph, subject) }));
}

function isShape(graph: ShapeGraph, node: RDF.Term): boolean {
  const types = graph.objects(node, rdf.type).map((type) => type.value);
  return (
    types.includes(sh.NodeShape) ||
    types.includes(sh.PropertyShape) ||
    graph.objects(node, sh.property).length > 0
  );
}

const isActive = (graph: ShapeGraph, shape: RDF.Term): boolean =>
  !graph.objects(shape, sh.deactivated).some(isTrue);

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
