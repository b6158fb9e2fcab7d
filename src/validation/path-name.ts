import { iriText } from '../rdf/index.ts';
import { type Path, pathText } from './paths.ts';

/** The predicate's IRI, or the path as SPARQL writes it. */
export const pathName = (path: Path): string =>
  path.kind === 'predicate' ? path.iri : pathText(path, iriText);
