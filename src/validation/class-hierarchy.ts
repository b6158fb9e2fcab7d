import { iri, type RDF, rdf, rdfs } from '../rdf/index.ts';
import type { GraphView } from './graph-view.ts';
import { tooManySuperclasses } from './too-costly.ts';

/** Superclasses of all classes together. */
const MOST = 5_000_000;

/** A class with all its superclasses, itself first. */
export type Superclasses = (name: string) => ReadonlySet<string>;

/**
 * What is a subclass of what, by the `rdfs:subClassOf` of shapes and ontologies, and of the data where they are given.
 * (SHACL 1.0 reads the data alone; vocabularies are published apart from it.)
 */
export function createSuperclasses(statements: readonly RDF.Quad[], data?: GraphView): Superclasses {
  const direct = new Map<string, string[]>();
  for (const { subject, predicate, object } of statements) {
    if (predicate.value !== rdfs.subClassOf) continue;
    const known = direct.get(subject.value);
    if (known) known.push(object.value);
    else direct.set(subject.value, [object.value]);
  }
  const known = new Map<string, ReadonlySet<string>>();
  let kept = 0;
  return (name) => {
    const found = known.get(name);
    if (found) return found;
    const made = climb(name, direct, data);
    kept += made.size;
    if (kept > MOST) throw tooManySuperclasses();
    known.set(name, made);
    return made;
  };
}

function climb(
  name: string,
  direct: ReadonlyMap<string, readonly string[]>,
  data: GraphView | undefined,
): Set<string> {
  const reached = new Set([name]);
  for (const one of reached) {
    for (const above of direct.get(one) ?? []) reached.add(above);
    if (!data) continue;
    for (const above of data.objects(iri(one), rdfs.subClassOf)) reached.add(above.value);
  }
  return reached;
}

/** Whether a node has a type that is the class or below it (SHACL 2.1.3.2). */
export function isInstance(
  node: RDF.Term,
  name: string,
  data: GraphView,
  superclasses: Superclasses,
): boolean {
  return data
    .objects(node, rdf.type)
    .some((type) => type.value === name || superclasses(type.value).has(name));
}
