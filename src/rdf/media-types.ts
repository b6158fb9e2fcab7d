import { formats } from './vocabulary.ts';

/** A way to write RDF. */
export interface RdfFormat {
  /** Name people use: `Turtle`. */
  readonly name: string;
  readonly mediaType: string;
  /** Extension without dot. */
  readonly extension: string;
  readonly text: boolean;
}

/** Every RDF syntax that can be written, the preferred one first. */
export const RDF_FORMATS: readonly RdfFormat[] = [
  { name: 'Turtle', mediaType: 'text/turtle', extension: 'ttl', text: true },
  { name: 'JSON-LD', mediaType: 'application/ld+json', extension: 'jsonld', text: false },
  { name: 'RDF/XML', mediaType: 'application/rdf+xml', extension: 'rdf', text: false },
  { name: 'N-Triples', mediaType: 'application/n-triples', extension: 'nt', text: false },
  { name: 'N-Quads', mediaType: 'application/n-quads', extension: 'nq', text: false },
  { name: 'TriG', mediaType: 'application/trig', extension: 'trig', text: false },
];

export const rdfFormatOf = (mediaType: string): RdfFormat | undefined =>
  RDF_FORMATS.find((format) => format.mediaType === mediaType);

export const rdfFormatByExtension = (extension: string): RdfFormat | undefined =>
  RDF_FORMATS.find((format) => format.extension === extension);

/**
 * Media types by the W3C's IRIs for formats (https://www.w3.org/ns/formats/), as RML's targets name them. N3 and
 * RDF/JSON can be written but are not offered to readers.
 */
export const RDF_FORMAT_IRIS: Readonly<Record<string, string>> = {
  [formats['N-Quads']]: 'application/n-quads',
  [formats['N-Triples']]: 'application/n-triples',
  [formats.Turtle]: 'text/turtle',
  [formats.N3]: 'text/n3',
  [formats.TriG]: 'application/trig',
  [formats['JSON-LD']]: 'application/ld+json',
  [formats.RDF_XML]: 'application/rdf+xml',
  [formats.RDF_JSON]: 'application/rdf+json',
};
