import { withoutFragment } from '../../model/index.ts';
import { iri, type RDF } from '../../rdf/index.ts';
import { GraphIndex } from '../graph-view.ts';
import { termKey } from '../term-keys.ts';

/**
 * The nodes that a resource is made of: itself, the hash IRIs of its document (unless it is one), and the blank nodes
 * that hang from them. The resource comes first, described or not.
 */
export function nodesOf(resource: string, quads: readonly RDF.Quad[]): readonly RDF.Term[] {
  const index = new GraphIndex(quads);
  const named = resource.includes('#') ? [] : quads.map(({ subject }) => subject).filter(isPartOf(resource));
  const found = new Map([iri(resource), ...named].map((node): [string, RDF.Term] => [termKey(node), node]));
  // A map is walked in the order in which it grows.
  for (const node of found.values())
    for (const objects of index.statementsOf(node).values())
      for (const object of objects) if (object.termType === 'BlankNode') found.set(termKey(object), object);
  return [...found.values()];
}

const isPartOf =
  (resource: string) =>
  ({ termType, value }: RDF.Term): boolean =>
    termType === 'NamedNode' && withoutFragment(value) === resource;
