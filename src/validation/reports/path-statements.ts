import { blankNode, iri, quad, type RDF, rdf, sh } from '../../rdf/index.ts';
import type { Path } from '../paths.ts';

type PathNode = RDF.NamedNode | RDF.BlankNode;

const TERMS = {
  inverse: sh.inversePath,
  zeroOrMore: sh.zeroOrMorePath,
  oneOrMore: sh.oneOrMorePath,
  zeroOrOne: sh.zeroOrOnePath,
} as const;

/** Writes a property path as SHACL does (SHACL 2.3.1) into `quads`, and gives its node. */
export function pathStatements(path: Path, quads: RDF.Quad[]): PathNode {
  if (path.kind === 'predicate') return iri(path.iri);
  if (path.kind === 'sequence') return list(path.paths, quads);
  const node = blankNode();
  const [term, object] =
    'paths' in path
      ? [sh.alternativePath, list(path.paths, quads)]
      : [TERMS[path.kind], pathStatements(path.path, quads)];
  quads.push(quad(node, iri(term), object));
  return node;
}

function list([first, ...rest]: readonly Path[], quads: RDF.Quad[]): PathNode {
  if (first === undefined) return iri(rdf.nil);
  const node = blankNode();
  quads.push(quad(node, iri(rdf.first), pathStatements(first, quads)));
  quads.push(quad(node, iri(rdf.rest), list(rest, quads)));
  return node;
}
