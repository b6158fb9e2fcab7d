import type { RDF } from '../rdf/index.ts';
import type { GraphView } from './graph-view.ts';
import type { Path } from './paths.ts';
import { distinctTerms, termKey } from './term-keys.ts';
import { tooFar } from './too-costly.ts';

/** The nodes that a path leads to from a node, each once. */
export type Walk = (node: RDF.Term, data: GraphView) => readonly RDF.Term[];

/**
 * Compiles a property path (SHACL 2.3.1, by the meaning of SPARQL 1.1 paths). The engine's own walk knows one level:
 * an inverse of a sequence, or a repetition of an inverse, would lead nowhere there.
 */
export const compilePath = (path: Path): Walk => {
  const walk = compile(path, false);
  // These give each node once as it is.
  if (path.kind === 'sequence' || path.kind === 'zeroOrMore' || path.kind === 'oneOrMore') return walk;
  return (node, data) => distinctTerms(walk(node, data));
};

function compile(path: Path, inverted: boolean): Walk {
  switch (path.kind) {
    case 'predicate':
      return step(path.iri, inverted);
    case 'inverse':
      return compile(path.path, !inverted);
    case 'sequence':
      return sequence((inverted ? path.paths.toReversed() : path.paths).map((one) => compile(one, inverted)));
    case 'alternative':
      return alternative(path.paths.map((one) => compile(one, inverted)));
    case 'zeroOrOne':
      return alternative([(node) => [node], compile(path.path, inverted)]);
    case 'zeroOrMore':
      return zeroOrMore(compile(path.path, inverted));
    case 'oneOrMore':
      return oneOrMore(compile(path.path, inverted));
  }
}

const step = (iri: string, inverted: boolean): Walk =>
  inverted
    ? (node, data) => counted(data.subjects(iri, node), data)
    : (node, data) => data.objects(node, iri);

const sequence =
  (walks: readonly Walk[]): Walk =>
  (node, data) =>
    walks.reduce<readonly RDF.Term[]>(
      (nodes, walk) => distinctTerms(nodes.flatMap((one) => walk(one, data))),
      [node],
    );

const alternative =
  (walks: readonly Walk[]): Walk =>
  (node, data) =>
    walks.flatMap((walk) => walk(node, data));

const zeroOrMore =
  (walk: Walk): Walk =>
  (node, data) =>
    reached([node], walk, data);

const oneOrMore =
  (walk: Walk): Walk =>
  (node, data) =>
    reached(walk(node, data), walk, data);

/** Breadth first; a node once met is not left again, so circles in the data end. */
function reached(start: readonly RDF.Term[], walk: Walk, data: GraphView): readonly RDF.Term[] {
  const found = new Map(start.map((node) => [termKey(node), node]));
  for (const node of found.values())
    for (const next of walk(node, data)) if (!found.has(termKey(next))) found.set(termKey(next), next);
  return counted([...found.values()], data);
}

/** Walks that are not worth counting. */
const FEW = 64;
/** Nodes that long walks over the same data may lead to in all: some seconds. */
const MOST = 5_000_000;

const walked = new WeakMap<GraphView, number>();

/** Long walks from many nodes take a time that grows with the square of the data. */
function counted(nodes: readonly RDF.Term[], data: GraphView): readonly RDF.Term[] {
  if (nodes.length < FEW) return nodes;
  const sum = (walked.get(data) ?? 0) + nodes.length;
  if (sum > MOST) throw tooFar();
  walked.set(data, sum);
  return nodes;
}
