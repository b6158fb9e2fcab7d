import { type RDF, rdf, rdfs, sh } from '../../rdf/index.ts';
import type { Superclasses } from '../class-hierarchy.ts';
import type { ShapeGraph } from '../shape-graph.ts';
import { implicitClass } from '../targets.ts';
import { termInQuery } from './terms-in-queries.ts';

/** Classes with everything that is known to be below them. */
export type Subclasses = (name: string) => readonly string[];

/** The other direction of superclasses, among the subjects of subclass statements. */
export function createSubclasses(statements: readonly RDF.Quad[], superclasses: Superclasses): Subclasses {
  const named = new Set(
    statements
      .filter(({ predicate }) => predicate.value === rdfs.subClassOf)
      .map(({ subject }) => subject.value),
  );
  return (name) => [...new Set([name, ...[...named].filter((one) => superclasses(one).has(name))])];
}

/**
 * The focus nodes of a shape's targets (SHACL 2.1.3) as a group graph pattern without braces that binds `?this`, each
 * once. Undefined where the shape has no target.
 * @param among where given, only these nodes
 */
export function targetTable(
  shape: RDF.Term,
  { graph, subclasses }: { readonly graph: ShapeGraph; readonly subclasses: Subclasses },
  among?: readonly RDF.Term[],
): string | undefined {
  const patterns = [
    ...classPatterns(shape, graph, subclasses),
    ...namedPatterns(shape, graph),
    ...predicatePatterns(shape, graph),
  ];
  const [only] = patterns;
  if (!only) return undefined;
  const united = patterns.map(({ text }) => `{ ${text} }`).join(' UNION ');
  if (among) return `VALUES ?this { ${among.map(termInQuery).join(' ')} } FILTER EXISTS { ${united} }`;
  return patterns.length === 1 && only.once ? only.text : `{ SELECT DISTINCT ?this WHERE { ${united} } }`;
}

interface Pattern {
  readonly text: string;
  /** Whether it tells every node once. */
  readonly once: boolean;
}

function classPatterns(shape: RDF.Term, graph: ShapeGraph, subclasses: Subclasses): Pattern[] {
  const targets = [...graph.objects(shape, sh.targetClass), ...(implicitClass(graph, shape) ? [shape] : [])];
  const [first, ...others] = [...new Set(targets.flatMap(({ value }) => subclasses(value)))];
  if (first === undefined) return [];
  if (others.length === 0) return [{ text: `?this <${rdf.type}> <${first}> .`, once: true }];
  const classes = [first, ...others].map((name) => `<${name}>`).join(', ');
  // Not VALUES: crossed with another table it is taken row by row.
  return [{ text: `?this <${rdf.type}> ?cimaiseClass . FILTER(?cimaiseClass IN (${classes}))`, once: false }];
}

function namedPatterns(shape: RDF.Term, graph: ShapeGraph): Pattern[] {
  const nodes = graph.objects(shape, sh.targetNode);
  if (nodes.length === 0) return [];
  return [{ text: `VALUES ?this { ${nodes.map(termInQuery).join(' ')} }`, once: true }];
}

const predicatePatterns = (shape: RDF.Term, graph: ShapeGraph): Pattern[] => [
  ...graph
    .objects(shape, sh.targetSubjectsOf)
    .map(({ value }) => ({ text: `?this <${value}> ?cimaiseObject .`, once: false })),
  ...graph
    .objects(shape, sh.targetObjectsOf)
    .map(({ value }) => ({ text: `?cimaiseSubject <${value}> ?this .`, once: false })),
];
