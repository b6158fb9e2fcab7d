import type * as RDF from '@rdfjs/types';
import type * as JsonLd from 'jsonld';
import { Parser } from 'n3';

/** Loaded when it is needed: it is large, and most runs need none of it. */
const library = async () => (await import('jsonld')).default;

/** Contexts are local or nothing: no document is ever fetched. */
async function refuseRemoteContext(url: string): Promise<never> {
  throw new Error(`The context ${url} would have to be fetched; contexts are given inline here.`);
}

/** JSON-LD (or YAML-LD once parsed) with an inline context → quads (https://www.w3.org/TR/json-ld11-api/). */
export async function jsonLdToQuads(document: object, base: string): Promise<RDF.Quad[]> {
  const jsonld = await library();
  const nquads = await jsonld.toRDF(document as JsonLd.JsonLdDocument, {
    base,
    format: 'application/n-quads',
    documentLoader: refuseRemoteContext,
  });
  return new Parser({ format: 'N-Quads' }).parse(String(nquads));
}

/** N-Quads text → JSON-LD compacted with a context of prefixes; nodes ordered as they first occur. */
export async function nquadsToJsonLd(
  nquads: string,
  prefixes: Readonly<Record<string, string>>,
): Promise<object> {
  // Quads, not text: given text, jsonld takes a time that grows with the square of the statements.
  const quads = new Parser({ format: 'N-Quads' }).parse(nquads);
  const jsonld = await library();
  const expanded = await jsonld.fromRDF(quads as unknown as object, { useNativeTypes: false });
  return jsonld.compact(expanded, { ...prefixes } as JsonLd.ContextDefinition, {
    documentLoader: refuseRemoteContext,
    graph: true,
  });
}
