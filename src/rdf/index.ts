export { compactIri } from './compact-iri.ts';
export { COORDINATES, coordinateOf, MOST_DEGREES } from './coordinates.ts';
export { detached } from './detached.ts';
export { framedJsonLd } from './frame-json-ld.ts';
export * from './hypermedia-vocabulary.ts';
export { IRI_UNRESERVED, isBaseIri, isIri } from './iri.ts';
export { jsonLdToQuads } from './json-ld.ts';
export { LABEL_PROPERTIES } from './labels.ts';
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
  type LiteralParts,
  lineSubjectIri,
  literalParts,
  parseLines,
  quadLine,
  quadLineParts,
  termText,
  utf8Text,
  withoutGraph,
} from './n-quads.ts';
export { isNumberText } from './number-text.ts';
export { type ParsedTurtle, parseTurtle } from './parse.ts';
export { type ParsedRdf, parseRdf, type RdfDocument, READABLE_MEDIA_TYPES } from './parse-rdf.ts';
export { type PlacedQuad, type PlacedTurtle, parsePlacedTurtle } from './positioned-turtle.ts';
export { PrefixNames } from './prefix-names.ts';
export { reportPrefixes } from './prefixes.ts';
export { readQuadLines } from './quad-lines.ts';
export { inReadableOrder } from './readable-order.ts';
export { inDefaultGraph, serialise } from './serialise.ts';
export { sharedName } from './shared-names.ts';
export { jsonLdBlocks } from './streamed/json-ld-blocks.ts';
export { rdfXmlBlocks } from './streamed/rdf-xml-blocks.ts';
export { NotInSyntax, type StreamedSyntax, type SubjectStatement } from './streamed/streamed-syntax.ts';
export { turtleBlocks } from './streamed/turtle-blocks.ts';
export * from './terms.ts';
export type { TokenPlace } from './token-places.ts';
export { unescapeLiteral } from './unescape.ts';
export * from './vocabulary.ts';
export * from './wikidata-vocabulary.ts';
export { edtfSpan, literalSpan, spanBetween, type YearSpan, yearOf } from './years.ts';
