import type * as RDF from '@rdfjs/types';
import { quadLine } from './n-quads.ts';
import { rdfJson } from './rdf-json.ts';
import { rdfXml } from './rdf-xml.ts';
import { quad } from './terms.ts';
import { trig, turtle } from './turtle.ts';
import { PREFIXES } from './vocabulary.ts';
import { jsonLd } from './write-json-ld.ts';

type Prefixes = Readonly<Record<string, string>>;
type Serialiser = (quads: readonly RDF.Quad[], prefixes: Prefixes) => string;

const nquads = (quads: readonly RDF.Quad[]) => quads.map((one) => `${quadLine(one)}\n`).join('');

/** One row a syntax: media type → how quads become text. */
const SERIALISERS: Readonly<Record<string, Serialiser>> = {
  'text/turtle': turtle,
  'application/trig': trig,
  'application/n-triples': (quads) => nquads(inDefaultGraph(quads)),
  'application/n-quads': nquads,
  'application/ld+json': jsonLd,
  'application/rdf+xml': rdfXml,
  // Turtle is N3 without formulas and rules, which statements do not need.
  'text/n3': turtle,
  'application/rdf+json': rdfJson,
};

/**
 * Writes quads in an RDF syntax, prefixes declared, one block a subject. Syntaxes without named graphs get the
 * triples of all graphs.
 * @throws RangeError for a media type that is neither in `RDF_FORMATS` nor in `RDF_FORMAT_IRIS`
 */
export async function serialise(
  quads: readonly RDF.Quad[],
  mediaType: string,
  prefixes: Prefixes = PREFIXES,
): Promise<string> {
  const serialiser = SERIALISERS[mediaType];
  if (!serialiser) throw new RangeError(`No serialiser for ${mediaType}.`);
  return serialiser(quads, prefixes);
}

/** The same triples in the default graph. */
export function inDefaultGraph(quads: readonly RDF.Quad[]): RDF.Quad[] {
  return quads.map((one) =>
    one.graph.termType === 'DefaultGraph' ? one : quad(one.subject, one.predicate, one.object),
  );
}
