export { framedJsonLd } from './frame-json-ld.ts';
export { IRI_UNRESERVED, isIri } from './iri.ts';
export { jsonLdToQuads } from './json-ld.ts';
export {
  RDF_FORMAT_IRIS,
  RDF_FORMATS,
  type RdfFormat,
  rdfFormatByExtension,
  rdfFormatOf,
} from './media-types.ts';
export {
  escapeLiteral,
  iriText,
  lineSubjectIri,
  parseLines,
  quadLine,
  quadLineParts,
  termText,
  utf8Text,
  withoutGraph,
} from './n-quads.ts';
export { type ParsedTurtle, parseTurtle } from './parse.ts';
export { type ParsedRdf, parseRdf, type RdfDocument, READABLE_MEDIA_TYPES } from './parse-rdf.ts';
export { type PlacedQuad, type PlacedTurtle, parsePlacedTurtle } from './positioned-turtle.ts';
export { reportPrefixes } from './prefixes.ts';
export { readQuadLines } from './quad-lines.ts';
export { inReadableOrder } from './readable-order.ts';
export { inDefaultGraph, serialise } from './serialise.ts';
export * from './terms.ts';
export type { TokenPlace } from './token-places.ts';
export * from './vocabulary.ts';
