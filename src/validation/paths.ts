import { compactIri, type RDF, rdf, sh } from '../rdf/index.ts';
import type { ShapeGraph } from './shape-graph.ts';

type Repetition = 'zeroOrMore' | 'oneOrMore' | 'zeroOrOne';

/** A SHACL property path (SHACL 2.3.1). */
export type Path =
  | { readonly kind: 'predicate'; readonly iri: string }
  | { readonly kind: 'sequence' | 'alternative'; readonly paths: readonly Path[] }
  | { readonly kind: 'inverse'; readonly path: Path }
  | { readonly kind: Repetition; readonly path: Path };

/** The nodes that a path stands in, and how many steps it may still have in all: parts can be shared without end. */
interface Within {
  readonly above: readonly string[];
  readonly budget: { left: number };
}

const MOST_STEPS = 1000;
const DEEPEST = 100;

type Form = (node: RDF.Term, graph: ShapeGraph, within: Within) => Path | undefined;

/** One row a term that makes a blank node a path. */
const FORMS: Readonly<Record<string, Form>> = {
  [rdf.first]: (node, graph, place) => several('sequence', node, { graph, place }),
  [sh.alternativePath]: (node, graph, place) =>
    several('alternative', object(node, sh.alternativePath, graph), { graph, place }),
  [sh.inversePath]: within('inverse', sh.inversePath),
  [sh.zeroOrMorePath]: within('zeroOrMore', sh.zeroOrMorePath),
  [sh.oneOrMorePath]: within('oneOrMore', sh.oneOrMorePath),
  [sh.zeroOrOnePath]: within('zeroOrOne', sh.zeroOrOnePath),
};

/** The terms that make a blank node a path. */
const PATH_TERMS: readonly string[] = Object.keys(FORMS);

/**
 * The path that a node of the shapes graph is; undefined where it is none, leads into itself, or has more than a thousand
 * steps or a hundred levels.
 */
export function parsePath(
  node: RDF.Term,
  graph: ShapeGraph,
  { above, budget }: Within = { above: [], budget: { left: MOST_STEPS } },
): Path | undefined {
  budget.left -= 1;
  if (budget.left < 0 || above.length > DEEPEST) return undefined;
  if (node.termType === 'NamedNode')
    return node.value === rdf.nil ? undefined : { kind: 'predicate', iri: node.value };
  if (node.termType !== 'BlankNode' || above.includes(node.value)) return undefined;
  const [form] = formsOf(node, graph);
  return form === undefined
    ? undefined
    : FORMS[form]?.(node, graph, { above: [...above, node.value], budget });
}

/** The terms by which a node is a path: one, where it is well written. */
export const formsOf = (node: RDF.Term, graph: ShapeGraph): string[] =>
  PATH_TERMS.filter((term) => graph.objects(node, term).length > 0);

/** The path as SPARQL writes it: `^ex:p/(ex:q|ex:r)*`. */
export function pathText(path: Path, name: (iri: string) => string = compactIri): string {
  if (path.kind === 'predicate') return name(path.iri);
  if ('paths' in path)
    return `(${path.paths.map((one) => pathText(one, name)).join(path.kind === 'sequence' ? '/' : '|')})`;
  return path.kind === 'inverse'
    ? `^${pathText(path.path, name)}`
    : `${pathText(path.path, name)}${MARKS[path.kind]}`;
}

const MARKS: Readonly<Record<Repetition, string>> = { zeroOrMore: '*', oneOrMore: '+', zeroOrOne: '?' };

/** Whether a path asks who refers to a node. */
export function isInverse(path: Path): boolean {
  if (path.kind === 'predicate') return false;
  return 'paths' in path ? path.paths.some(isInverse) : path.kind === 'inverse' || isInverse(path.path);
}

/** How many statements lie between the ends of a path, at most; `Infinity` where it repeats without end. */
export function pathLength(path: Path): number {
  if (path.kind === 'predicate') return 1;
  if ('paths' in path) {
    const lengths = path.paths.map(pathLength);
    return path.kind === 'sequence' ? lengths.reduce((sum, one) => sum + one, 0) : Math.max(...lengths);
  }
  const isEndless = path.kind === 'zeroOrMore' || path.kind === 'oneOrMore';
  return isEndless ? Number.POSITIVE_INFINITY : pathLength(path.path);
}

/** Whether a path is read from the statements of the node where it begins. */
export const isOneStep = (path: Path): boolean => pathLength(path) === 1 && !isInverse(path);

function several(
  kind: 'sequence' | 'alternative',
  list: RDF.Term | undefined,
  { graph, place }: { readonly graph: ShapeGraph; readonly place: Within },
): Path | undefined {
  const members = (list && graph.list(list)) ?? [];
  if (members.length < 2 || members.length > place.budget.left) return undefined;
  const paths = members.map((member) => parsePath(member, graph, place)).filter((path) => path !== undefined);
  return paths.length === members.length ? { kind, paths } : undefined;
}

function within(kind: 'inverse' | Repetition, term: string): Form {
  return (node, graph, place) => {
    const inner = object(node, term, graph);
    const path = inner && parsePath(inner, graph, place);
    return path && { kind, path };
  };
}

/** The only object of a term: a path of two is none. */
function object(node: RDF.Term, term: string, graph: ShapeGraph): RDF.Term | undefined {
  const objects = graph.objects(node, term);
  return objects.length === 1 ? objects[0] : undefined;
}
