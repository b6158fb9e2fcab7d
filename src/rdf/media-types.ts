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
