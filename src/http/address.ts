import { Buffer } from 'node:buffer';

/** What a request's target asks for. */
export type Address =
  | {
      readonly kind: 'address';
      /** Canonical root-relative path as IRIs write it: `/id/musees/musée`, NFC. */
      readonly iriPath: string;
      /** The same as it goes over the wire. */
      readonly uriPath: string;
      /** From the question mark on, or empty. */
      readonly search: string;
      /** Whether the target was already written so. */
      readonly isCanonical: boolean;
    }
  /** Percent-encodings or bytes that are not UTF-8. */
  | { readonly kind: 'undecodable' };

/**
 * Reads a request target (RFC 9112) as an address below this server's root. Every way of writing one IRI comes to one
 * canonical address: needless percent-encodings, decomposed accents, doubled and trailing slashes and dot segments
 * are put right (RFC 3986 section 6, RFC 3987 section 5.3). The path always begins with exactly one slash.
 */
export function readAddress(target: string): Address {
  if (target !== latest.target) latest = { target, address: read(target) };
  return latest.address;
}

/** One request asks several times. */
let latest: { readonly target: string | undefined; readonly address: Address } = {
  target: undefined,
  address: { kind: 'undecodable' },
};

function read(target: string): Address {
  if (PLAIN.test(target))
    return { kind: 'address', iriPath: target, uriPath: target, search: '', isCanonical: true };
  const local = target.replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]*/, '');
  const mark = local.indexOf('?');
  const raw = mark < 0 ? local : local.slice(0, mark);
  const search = mark < 0 ? '' : encodeOctets(local.slice(mark));
  const decoded = decodePath(raw);
  if (decoded === undefined) return { kind: 'undecodable' };
  const iriPath = `/${segmentsOf(decoded).join('/')}`;
  const uriPath = encodeIri(iriPath);
  return { kind: 'address', iriPath, uriPath, search, isCanonical: uriPath === raw };
}

/** Targets of which nothing has another way of being written: most. */
const PLAIN = /^(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._~-]+)+$/;

/** An IRI, or a part of one, as a URI: only ASCII, for headers and links (RFC 3987 section 3.1). */
export const encodeIri = (iri: string): string =>
  TO_ENCODE.test(iri) ? iri.toWellFormed().replace(TO_ENCODE_ALL, encodeURIComponent) : iri;
const TO_ENCODE = /[^\u0021-\u007e]/;
const TO_ENCODE_ALL = /[^\u0021-\u007e]+/gu;

/** Characters that an IRI writes as themselves: RFC 3986 unreserved and RFC 3987 ucschar. */
const WRITTEN_PLAIN = /[A-Za-z0-9._~\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\u{10000}-\u{efffd}-]/u;

/** ASCII that may not stand in a path as it is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among them
const NOT_IN_PATH = /[\u0000-\u0020"#<>\\^`{|}\u007f]/g;

function decodePath(raw: string): string | undefined {
  // Node hands over the octets of the request line as Latin-1.
  const text = Buffer.from(raw, 'latin1').toString('utf8');
  if (text.includes('\ufffd')) return undefined;
  try {
    const decoded = text.replace(/(?:%[0-9A-Fa-f]{2})+/g, plainWherePossible);
    if (/%(?![0-9A-F]{2})/.test(decoded)) return undefined;
    return decoded.replace(NOT_IN_PATH, encodeOctet).normalize('NFC');
  } catch {
    // decodeURIComponent: not UTF-8
    return undefined;
  }
}

/** A run of percent-encodings: characters that need none are written plainly, the others in capitals. */
const plainWherePossible = (run: string): string =>
  [...decodeURIComponent(run)].map((one) => (WRITTEN_PLAIN.test(one) ? one : encoded(one))).join('');

const encoded = (character: string): string =>
  [...Buffer.from(character, 'utf8')].map((octet) => encodeOctet(String.fromCharCode(octet))).join('');

const encodeOctet = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** A query string keeps its form; only octets that no header may hold are encoded. */
const encodeOctets = (text: string): string => text.replace(/[^\u0021-\u007e]/g, encodeOctet);

function segmentsOf(path: string): string[] {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  return kept;
}
