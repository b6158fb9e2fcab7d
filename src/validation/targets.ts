import { owl, type RDF, rdf, rdfs, sh, termText } from '../rdf/index.ts';
import type { ShapeGraph } from './shape-graph.ts';

/** A shape and the nodes it has to be judged on. */
export interface Assignment {
  readonly shape: RDF.Term;
  readonly focusNodes: readonly RDF.Term[];
}

/** Finds, among the statements of one thing, the focus nodes of every shape. */
export type TargetFinder = (quads: readonly RDF.Quad[]) => readonly Assignment[];

/** Parameter → which node of which statement it targets. */
interface TargetTables {
  readonly byClass: Map<string, RDF.Term[]>;
  readonly bySubject: Map<string, RDF.Term[]>;
  readonly byPredicateOfSubject: Map<string, RDF.Term[]>;
  readonly byPredicateOfObject: Map<string, RDF.Term[]>;
}

/** Every shape that declares a target and is not deactivated. */
export function targetedShapes(graph: ShapeGraph): RDF.Term[] {
  const { byClass, bySubject, byPredicateOfSubject, byPredicateOfObject } = targetTables(graph, []);
  const tables = [byClass, bySubject, byPredicateOfSubject, byPredicateOfObject];
  const shapes = tables.flatMap((table) => [...table.values()].flat());
  return [...new Map(shapes.map((shape) => [termText(shape), shape])).values()];
}

/**
 * Compiles the targets of a shapes graph (SHACL 2.1.3). Subclasses are read from the shapes graph and from the
 * ontologies, not from the data: a thing is judged by itself.
 */
export function createTargetFinder(graph: ShapeGraph, ontologies: readonly RDF.Quad[]): TargetFinder {
  const tables = targetTables(graph, ontologies);
  return (quads) => {
    const found = new Map<RDF.Term, Map<string, RDF.Term>>();
    const add = (shapes: readonly RDF.Term[] | undefined, node: RDF.Term) => {
      for (const shape of shapes ?? []) nodesOf(found, shape).set(termText(node), node);
    };
    for (const { subject, predicate, object } of quads) {
      if (predicate.value === rdf.type) add(tables.byClass.get(object.value), subject);
      add(tables.bySubject.get(subject.value), subject);
      add(tables.byPredicateOfSubject.get(predicate.value), subject);
      add(tables.byPredicateOfObject.get(predicate.value), object);
    }
    return [...found].map(([shape, nodes]) => ({ shape, focusNodes: [...nodes.values()] }));
  };
}

function nodesOf(found: Map<RDF.Term, Map<string, RDF.Term>>, shape: RDF.Term): Map<string, RDF.Term> {
  const nodes = found.get(shape) ?? new Map<string, RDF.Term>();
  found.set(shape, nodes);
  return nodes;
}

function targetTables(graph: ShapeGraph, ontologies: readonly RDF.Quad[]): TargetTables {
  const classTargets = [...targetsBy(graph, sh.targetClass), ...implicitClasses(graph)];
  return {
    byClass: withSubclasses(table(classTargets), [...graph.quads, ...ontologies]),
    bySubject: table(targetsBy(graph, sh.targetNode)),
    byPredicateOfSubject: table(targetsBy(graph, sh.targetSubjectsOf)),
    byPredicateOfObject: table(targetsBy(graph, sh.targetObjectsOf)),
  };
}

type Target = readonly [value: string, shape: RDF.Term];

function targetsBy(graph: ShapeGraph, parameter: string): Target[] {
  return [...graph.quads]
    .filter(({ predicate, subject }) => predicate.value === parameter && isActive(graph, subject))
    .map(({ subject, object }): Target => [object.value, interned(graph, subject)]);
}

/** A shape that is also a class targets its own instances. */
function implicitClasses(graph: ShapeGraph): Target[] {
  return [...graph.quads]
    .filter(
      ({ subject, predicate, object }) =>
        predicate.value === rdf.type &&
        (object.value === rdfs.Class || object.value === owl.Class) &&
        isShape(graph, subject) &&
        isActive(graph, subject),
    )
    .map(({ subject }): Target => [subject.value, interned(graph, subject)]);
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
  graph.object(shape, sh.deactivated)?.value !== 'true';

/** One object a shape, so that maps can be keyed by it. */
const interned = (graph: ShapeGraph, shape: RDF.Term): RDF.Term =>
  graph.quads.match(shape)[0]?.subject ?? shape;

function table(targets: readonly Target[]): Map<string, RDF.Term[]> {
  const entries = new Map<string, Set<RDF.Term>>();
  for (const [value, shape] of targets) entries.set(value, (entries.get(value) ?? new Set()).add(shape));
  return new Map([...entries].map(([value, shapes]) => [value, [...shapes]]));
}

/** Instances of a subclass are targets of what targets the class. */
function withSubclasses(
  byClass: Map<string, RDF.Term[]>,
  statements: readonly RDF.Quad[],
): Map<string, RDF.Term[]> {
  const subclasses = new Map<string, string[]>();
  for (const { subject, predicate, object } of statements) {
    if (predicate.value !== rdfs.subClassOf) continue;
    subclasses.set(object.value, [...(subclasses.get(object.value) ?? []), subject.value]);
  }
  const targets = [...byClass].flatMap(([top, shapes]) =>
    [...descendants(top, subclasses)].flatMap((name) => shapes.map((shape): Target => [name, shape])),
  );
  return table(targets);
}

function descendants(top: string, subclasses: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set([top]);
  for (const name of reached) for (const below of subclasses.get(name) ?? []) reached.add(below);
  return reached;
}
