/** RFC 3987 `iunreserved` stays, everything else is percent-encoded: accents remain readable. */
const NOT_UNRESERVED =
  /[^A-Za-z0-9\-._~\u{A0}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFEF}\u{10000}-\u{EFFFD}]/gu;

/** Percent-encodes what a template puts into an IRI. */
export function encodeForIri(value: string): string {
  return value.replace(NOT_UNRESERVED, (c) =>
    Array.from(
      new TextEncoder().encode(c),
      (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    ).join(''),
  );
}
