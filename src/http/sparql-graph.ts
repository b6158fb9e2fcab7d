import { parseLines, serialise } from '../rdf/index.ts';
import { N_TRIPLES } from './sparql-formats.ts';

/** N-Triples as the store writes them, in another RDF syntax. */
export async function graphText(ntriples: string, mediaType: string): Promise<string> {
  return mediaType === N_TRIPLES ? ntriples : serialise(parseLines(ntriples.split('\n')), mediaType);
}
