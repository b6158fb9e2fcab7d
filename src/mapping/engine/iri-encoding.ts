import { IRI_UNRESERVED } from '../../rdf/index.ts';

/** RFC 3987 `iunreserved` stays, everything else is percent-encoded: accents remain readable. */
const NOT_IRI_SAFE = new RegExp(`[^${IRI_UNRESERVED}]`, 'gu');
/** RFC 3986 `unreserved`. */
const NOT_URI_SAFE = /[^A-Za-z0-9\-._~]/gu;
const PLAIN = /^[A-Za-z0-9\-._~]*$/;

const percentEncoded = (c: string): string =>
  Array.from(
    new TextEncoder().encode(c),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');

/** IRI-safe version of a value (RML-Core, template-valued term maps). */
export const iriSafe = (value: string): string =>
  PLAIN.test(value) ? value : value.replace(NOT_IRI_SAFE, percentEncoded);

/** URI-safe version of a value. */
export const uriSafe = (value: string): string =>
  PLAIN.test(value) ? value : value.replace(NOT_URI_SAFE, percentEncoded);

// biome-ignore lint/suspicious/noControlCharactersInRegex: what an IRIREF of N-Quads cannot hold as it is
const NOT_IN_IRIREF = /[\u0000-\u0020<>"{}|^`\\]/g;

/** Text for between angle brackets, whatever the value: what cannot stand there is written as an escape. */
export const iriRefText = (value: string): string =>
  value.replace(NOT_IN_IRIREF, (c) => `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);

/** A label that N-Quads can read, different for different values: letters and digits stay, the rest is told by code. */
export function blankLabel(value: string): string {
  return `b${value.replace(/[^A-Za-z0-9]/gu, (c) => `-${(c.codePointAt(0) ?? 0).toString(16)}-`)}`;
}
