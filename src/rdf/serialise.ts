import type * as RDF from '@rdfjs/types';
import { Writer } from 'n3';
import { nquadsToJsonLd } from './json-ld.ts';
import { quadLine } from './n-quads.ts';
import { rdfJson } from './rdf-json.ts';
import { rdfXml } from './rdf-xml.ts';
import { quad } from './terms.ts';
import { PREFIXES } from './vocabulary.ts';

type Prefixes = Readonly<Record<string, string>>;
type Serialiser = (quads: readonly RDF.Quad[], prefixes: Prefixes) => Promise<string>;

const nquads = (quads: readonly RDF.Quad[]) => quads.map((one) => `${quadLine(one)}\n`).join('');

/** One row a syntax: media type → how quads become text. */
const SERIALISERS: Readonly<Record<string, Serialiser>> = {
  'text/turtle': (quads, prefixes) => written(quads, prefixes, 'Turtle'),
  'application/trig': (quads, prefixes) => written(quads, prefixes, 'TriG'),
  'application/n-triples': async (quads) => nquads(inDefaultGraph(quads)),
  'application/n-quads': async (quads) => nquads(quads),
  'application/ld+json': async (quads, prefixes) =>
    `${JSON.stringify(await nquadsToJsonLd(nquads(quads), usedPrefixes(quads, prefixes)), null, 2)}\n`,
  'application/rdf+xml': async (quads, prefixes) => rdfXml(quads, prefixes),
  // Turtle is N3 without formulas and rules, which statements do not need.
  'text/n3': (quads, prefixes) => written(quads, prefixes, 'Turtle'),
  'application/rdf+json': async (quads) => rdfJson(quads),
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

function written(quads: readonly RDF.Quad[], prefixes: Prefixes, format: 'Turtle' | 'TriG'): Promise<string> {
  const writer = new Writer({ format, prefixes: usedPrefixes(quads, prefixes) });
  writer.addQuads(format === 'Turtle' ? inDefaultGraph(quads) : [...quads]);
  return new Promise((resolve, reject) => {
    writer.end((error, result) => (error ? reject(error) : resolve(result as string)));
  });
}

/** The same triples in the default graph. */
export function inDefaultGraph(quads: readonly RDF.Quad[]): RDF.Quad[] {
  return quads.map((one) => quad(one.subject, one.predicate, one.object));
}

/** Only the prefixes that the quads use: nobody wants twenty lines of preamble. */
function usedPrefixes(quads: readonly RDF.Quad[], prefixes: Prefixes): Prefixes {
  const iris = new Set(quads.flatMap(irisOf));
  const used = Object.entries(prefixes).filter(([, namespace]) =>
    [...iris].some((one) => one.startsWith(namespace)),
  );
  return Object.fromEntries(used);
}

function irisOf({ subject, predicate, object }: RDF.Quad): string[] {
  const last = object.termType === 'Literal' ? object.datatype.value : object.value;
  return [subject.value, predicate.value, last];
}
