import { withoutFragment } from '../model/index.ts';
import { inDefaultGraph, quadLine, type RDF } from '../rdf/index.ts';

/** How what a document says of a thing differs from what was published. */
export interface Difference {
  /** Lines of N-Triples that the document lacks. */
  readonly missing: readonly string[];
  /** Lines that it has beside. */
  readonly added: readonly string[];
}

/**
 * Holds the statements about a thing and its hash IRIs against those of the dump, as sets. Language tags are compared
 * without case (RDF 1.1 section 3.3). Statements with blank nodes, which have no name to be compared by, are compared by
 * what is left of them when each blank node is the same.
 * @param elsewhere statements that the document places in other graphs than the dump's
 */
export function compareGraphs(
  thing: string,
  published: readonly RDF.Quad[],
  {
    document,
    elsewhere = new Set(),
  }: { readonly document: readonly RDF.Quad[]; readonly elsewhere?: ReadonlySet<string> },
): Difference {
  const expected = new Set(published.map(comparable));
  const said = new Set(aboutThing(thing, document).map(comparable));
  return {
    missing: [...expected].filter((line) => !said.has(line)),
    added: [...said].filter((line) => !expected.has(line) && !elsewhere.has(line)),
  };
}

/** What a document says of a thing and its hash IRIs. */
export const aboutThing = (thing: string, quads: readonly RDF.Quad[]): readonly RDF.Quad[] =>
  quads.filter(({ subject }) => subject.termType === 'NamedNode' && withoutFragment(subject.value) === thing);

/** A statement without its graph, in a form that equal statements share. */
export function comparable(one: RDF.Quad): string {
  const line = quadLine(inDefaultGraph([one])[0] ?? one);
  const { subject, object } = one;
  if (object.termType === 'Literal' && object.language !== '')
    return `${line.slice(0, -object.language.length - 2)}${object.language.toLowerCase()} .`;
  const hasBlank = subject.termType === 'BlankNode' || object.termType === 'BlankNode';
  return hasBlank ? line.replace(/(^|\s)_:\S+/g, '$1_:b') : line;
}

/** Statements of a dataset of graphs that stand in other graphs than these and the default one. */
export function inOtherGraphs(quads: readonly RDF.Quad[], graphs: ReadonlySet<string>): ReadonlySet<string> {
  const others = quads.filter(({ graph }) => graph.termType === 'NamedNode' && !graphs.has(graph.value));
  return new Set(others.map(comparable));
}
