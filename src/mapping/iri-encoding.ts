import { IRI_UNRESERVED } from '../rdf/index.ts';

/** RFC 3987 `iunreserved` stays, everything else is percent-encoded: accents remain readable. */
const NOT_UNRESERVED = new RegExp(`[^${IRI_UNRESERVED}]`, 'gu');

/** Percent-encodes what a template puts into an IRI. */
export function encodeForIri(value: string): string {
  return value.replace(NOT_UNRESERVED, (c) =>
    Array.from(
      new TextEncoder().encode(c),
      (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    ).join(''),
  );
}
