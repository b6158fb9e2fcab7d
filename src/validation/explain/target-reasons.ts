import { iri, owl, type RDF, rdf, rdfs, sh } from '../../rdf/index.ts';
import { isActive, type ShapeGraph } from '../shape-graph.ts';
import { isShape } from '../targets.ts';
import { sameTerm, termKey } from '../term-keys.ts';
import type { World } from '../visit.ts';
import type { TargetReason } from './explanation.ts';

/** A shape with all its targets; those of deactivated shapes too. */
export interface TargetingShape {
  readonly shape: RDF.Term;
  readonly isActive: boolean;
  readonly targets: readonly Target[];
}

export interface Target {
  /** `sh:targetClass` and its like; `rdf:type` where the shape is a class. */
  readonly parameter: string;
  readonly value: RDF.Term;
}

/** Every shape that declares a target, in the order of the files. */
export function targetingShapes(graph: ShapeGraph): readonly TargetingShape[] {
  const found = new Map<string, { shape: RDF.Term; targets: Target[] }>();
  for (const { subject, predicate, object } of graph.quads) {
    const target = targetOf(subject, predicate, object);
    if (!target || (target.parameter === rdf.type && !isShape(graph, subject))) continue;
    const known = found.get(termKey(subject)) ?? { shape: subject, targets: [] };
    known.targets.push(target);
    found.set(termKey(subject), known);
  }
  return [...found.values()].map(({ shape, targets }) => ({
    shape,
    targets,
    isActive: isActive(graph, shape),
  }));
}

const PARAMETERS: readonly string[] = [
  sh.targetClass,
  sh.targetNode,
  sh.targetSubjectsOf,
  sh.targetObjectsOf,
];
const CLASSES: readonly string[] = [rdfs.Class, owl.Class];

function targetOf(subject: RDF.Term, { value: name }: RDF.Term, object: RDF.Term): Target | undefined {
  if (PARAMETERS.includes(name)) return { parameter: name, value: object };
  const isClass = name === rdf.type && CLASSES.includes(object.value);
  return isClass ? { parameter: rdf.type, value: subject } : undefined;
}

/** In what a target is looked for. */
export interface TargetWorld extends World {
  readonly ways: ClassWays;
}

type Finder = (node: RDF.Term, value: RDF.Term, world: TargetWorld) => readonly TargetReason[];

const byClass =
  (implicit: boolean): Finder =>
  (node, { value: name }, { data, superclasses, ways }) => {
    const type = data.objects(node, rdf.type).find((one) => superclasses(one.value).has(name));
    return type ? [{ kind: 'class', classes: ways(type.value, name, data), implicit }] : [];
  };

/** One row a way to be a target. */
const FINDERS: Readonly<Record<string, Finder>> = {
  [sh.targetClass]: byClass(false),
  [rdf.type]: byClass(true),
  [sh.targetNode]: (node, value) => (sameTerm(node, value) ? [{ kind: 'node' }] : []),
  [sh.targetSubjectsOf]: (node, { value: property }, { data }) =>
    data.objects(node, property).length > 0 ? [{ kind: 'subjects-of', property }] : [],
  [sh.targetObjectsOf]: (node, { value: property }, { data }) =>
    data
      .subjects(property, node)
      .slice(0, 1)
      .map((subject) => ({ kind: 'objects-of', property, subject })),
};

/** Why targets have a node; nothing where they do not. */
export const reasonsFor = (
  node: RDF.Term,
  targets: readonly Target[],
  world: TargetWorld,
): readonly TargetReason[] =>
  targets.flatMap(({ parameter, value }) => FINDERS[parameter]?.(node, value, world) ?? []);

/** The shortest way from a class up to another, both included. */
export type ClassWays = (from: string, to: string, data: World['data']) => readonly string[];

/** @param statements whose `rdfs:subClassOf` count beside the data's */
export function createClassWays(statements: readonly RDF.Quad[]): ClassWays {
  const direct = Map.groupBy(
    statements.filter(({ predicate }) => predicate.value === rdfs.subClassOf),
    ({ subject }) => subject.value,
  );
  return (from, to, data) => {
    const below = new Map<string, string | undefined>([[from, undefined]]);
    for (const one of below.keys()) {
      if (one === to) break;
      const above = [
        ...(direct.get(one) ?? []).map(({ object }) => object),
        ...data.objects(iri(one), rdfs.subClassOf),
      ];
      for (const { value } of above) if (!below.has(value)) below.set(value, one);
    }
    const way: string[] = [];
    for (let at: string | undefined = to; at !== undefined; at = below.get(at)) way.unshift(at);
    return way;
  };
}
