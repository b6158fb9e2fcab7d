import type { Complaint } from '../model/index.ts';
import { compactIri, type RDF, sh, termText } from '../rdf/index.ts';
import type { ShapeGraph, ShapeStatement } from './shape-graph.ts';
import { lineOf } from './term-line.ts';

/** A complaint about a statement of a shapes file, at the line where its term stands. */
export function complainOf(
  { source, quad, line: objectLine }: ShapeStatement,
  term: string,
  { found, remedy }: Pick<Complaint, 'found' | 'remedy'>,
): Complaint {
  const line = lineOf(source.text, local(term), { quad, objectLine });
  return { place: line === undefined ? { file: source.file } : { file: source.file, line }, found, remedy };
}

/** The name of a term of SHACL without its namespace. */
export const local = (iri: string): string => iri.slice(sh.namespace.length);

/** A value as a complaint shows it: nothing for blank nodes. */
export function shown(value: RDF.Term): string {
  if (value.termType === 'NamedNode') return compactIri(value.value);
  return value.termType === 'Literal' ? termText(value).slice(0, 100) : '';
}

/** The shape's IRI, or that of the shape that holds an anonymous one. */
export function shapeName(graph: ShapeGraph, shape: RDF.Term): string {
  if (shape.termType === 'NamedNode') return shape.value;
  const known = names.get(graph) ?? new Map<string, string>();
  names.set(graph, known);
  const below = new Set<string>();
  let node: RDF.Term = shape as RDF.Term;
  for (; node.termType !== 'NamedNode' && !known.has(node.value); ) {
    const [holder] = graph.quads.match(null, null, node);
    if (!holder || below.has(node.value)) break;
    below.add(node.value);
    node = holder.subject;
  }
  const name = known.get(node.value) ?? node.value;
  for (const one of below) known.set(one, name);
  return name;
}

/** Names of blank nodes: the members of a long list would all go the same way up. */
const names = new WeakMap<ShapeGraph, Map<string, string>>();

export function distinctComplaints(complaints: readonly Complaint[]): Complaint[] {
  return [...new Map(complaints.map((one) => [JSON.stringify(one), one])).values()];
}
