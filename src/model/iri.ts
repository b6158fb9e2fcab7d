/** The IRI of the document part: without its fragment. */
export function withoutFragment(iri: string): string {
  const hash = iri.indexOf('#');
  return hash < 0 ? iri : iri.slice(0, hash);
}

/**
 * Root-relative address under which this server answers for an IRI of the base: `<B/x>` is `/x` on whatever host.
 * Undefined for IRIs elsewhere.
 */
export function pathOfIri(iri: string, base: string): string | undefined {
  return iri.startsWith(base) ? `/${iri.slice(base.length)}` : undefined;
}

/** The IRI that a root-relative path stands for. */
export const iriOfPath = (path: string, base: string): string => base + path.replace(/^\//, '');

/**
 * The address of the things that link by a property to what a document is about, those after an IRI (keyset paging).
 * @param document address or IRI of the document, without query
 */
export const linksAddress = (document: string, property: string, after?: string): string =>
  `${document}?incoming=${encodeURIComponent(property)}${after === undefined ? '' : `&after=${encodeURIComponent(after)}`}`;
