import type { DumpFile, DumpFormat } from '../model/index.ts';
import { euAuthority, ianaMediaType } from '../rdf/index.ts';

/** How a syntax of dumps is named by catalogues. */
export interface DumpSyntax {
  readonly name: string;
  /** Part of the distribution's IRI. */
  readonly fragment: string;
  /** IRI of the media type, as IANA has it. */
  readonly mediaType: string;
  /** IRI in the EU authority table `file-type`. */
  readonly fileType: string;
}

export const DUMP_SYNTAXES: Readonly<Record<DumpFormat, DumpSyntax>> = {
  nq: syntax('N-Quads', 'nquads', 'application/n-quads', 'RDF_N_QUADS'),
  nt: syntax('N-Triples', 'ntriples', 'application/n-triples', 'RDF_N_TRIPLES'),
  ttl: syntax('Turtle', 'turtle', 'text/turtle', 'RDF_TURTLE'),
  jsonld: syntax('JSON-LD', 'jsonld', 'application/ld+json', 'JSON_LD'),
  rdf: syntax('RDF/XML', 'rdfxml', 'application/rdf+xml', 'RDF_XML'),
  csv: syntax('CSV', 'csv', 'text/csv', 'CSV'),
  geojson: syntax('GeoJSON', 'geojson', 'application/geo+json', 'GEOJSON'),
};

type FileType = 'RDF_N_QUADS' | 'RDF_N_TRIPLES' | 'RDF_TURTLE' | 'JSON_LD' | 'RDF_XML' | 'CSV' | 'GEOJSON';

function syntax(
  name: string,
  fragment: string,
  mediaType: Exclude<keyof typeof ianaMediaType, 'namespace'>,
  fileType: FileType,
): DumpSyntax {
  return {
    name,
    fragment,
    mediaType: ianaMediaType[mediaType],
    fileType: euAuthority[`file-type/${fileType}`],
  };
}

/** Packing → its name, and the IRI of its media type. */
export const PACKINGS: Readonly<
  Record<DumpFile['packing'], { readonly name: string; readonly mediaType: string }>
> = {
  gz: { name: 'gzip', mediaType: ianaMediaType['application/gzip'] },
  zst: { name: 'Zstandard', mediaType: ianaMediaType['application/zstd'] },
};
