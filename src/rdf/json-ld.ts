import type * as RDF from '@rdfjs/types';
import type * as JsonLd from 'jsonld';
import { Parser } from 'n3';

/** Loaded when it is needed: it is large, and most runs need none of it. */
const library = async () => (await import('jsonld')).default;

/** Contexts are local or nothing: no document is ever fetched. */
async function refuseRemoteContext(url: string): Promise<never> {
  throw new Error(`The context ${url} would have to be fetched; contexts are given inline here.`);
}

export const inlineOnly = { documentLoader: refuseRemoteContext };

/** JSON-LD (or YAML-LD once parsed) with an inline context → quads (https://www.w3.org/TR/json-ld11-api/). */
export async function jsonLdToQuads(document: object, base: string): Promise<RDF.Quad[]> {
  const jsonld = await library();
  const nquads = await jsonld.toRDF(document as JsonLd.JsonLdDocument, {
    base,
    format: 'application/n-quads',
    ...inlineOnly,
  });
  return new Parser({ format: 'N-Quads' }).parse(String(nquads));
}
