import { isIPv6 } from 'node:net';

const PLANES = Array.from({ length: 13 }, (_, index) => (index + 1).toString(16));

/** `iunreserved` of RFC 3987 as the inside of a character class: what needs no encoding anywhere in an IRI. */
export const IRI_UNRESERVED: string = [
  String.raw`A-Za-z0-9\-._~\u{A0}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFEF}`,
  ...PLANES.map((plane) => `\\u{${plane}0000}-\\u{${plane}FFFD}`),
  String.raw`\u{E1000}-\u{EFFFD}`,
].join('');

const PERCENT = '%[0-9A-Fa-f]{2}';
const SUB = "!$&'()*+,;=";
const of = (more: string): string => `(?:[${IRI_UNRESERVED}${SUB}${more}]|${PERCENT})*`;

const SCHEME = '[A-Za-z][A-Za-z0-9+.\\-]*';
const AUTHORITY = String.raw`(?:${of(':')}@)?(?:\[[0-9A-Fa-f:.]+\]|${of('')})(?::[0-9]*)?`;
const PATH = of(':@/');
const QUERY = of(String.raw`:@/?\u{E000}-\u{F8FF}`);
const FRAGMENT = of(':@/?');

const ABSOLUTE = new RegExp(
  String.raw`^${SCHEME}:(?://${AUTHORITY}(?=[/?#]|$)|(?!//))${PATH}(?:\?${QUERY})?(?:#${FRAGMENT})?$`,
  'u',
);

/**
 * Whether a text is an absolute IRI (RFC 3987, with its scheme): exactly what strict parsers such as the store's take.
 * One that they refuse would make a whole dump unreadable.
 */
export const isIri = (value: string): boolean =>
  ABSOLUTE.test(value) && (!value.includes('[') || isIPv6(/\[(.*)\]/.exec(value)?.[1] ?? ''));

/** Whether a text may be the base of published IRIs: an http or https address that ends in `/`. */
export const isBaseIri = (text: string): boolean =>
  /^https?:\/\/[^/?#]+\/([^?#]*\/)?$/.test(text) && isIri(text) && URL.canParse(text);
