/** Tokens in which nothing is a keyword: IRIs, comments, strings of the four kinds. The first group is an IRI. */
const OPAQUE = new RegExp(
  [
    String.raw`<([^<>"{}|^\`\\\u0000-\u0020]*)>`,
    String.raw`#[^\r\n]*`,
    String.raw`"""(?:[^\\]|\\[\s\S])*?"""`,
    String.raw`'''(?:[^\\]|\\[\s\S])*?'''`,
    String.raw`"(?:[^"\\\r\n]|\\.)*"`,
    String.raw`'(?:[^'\\\r\n]|\\.)*'`,
  ].join('|'),
  'g',
);

/**
 * A query that means the same wherever it is copied to: one that has relative IRIs and no BASE (SPARQL 1.1 section
 * 4.1.1) begins with the base of this site; any other comes back as it is.
 */
export function portableQuery(text: string, base: string): string {
  const isRelative = [...text.matchAll(OPAQUE)].some(([, iri]) => iri !== undefined && !ABSOLUTE.test(iri));
  const hasBase = /(?<![?$:\w-])BASE(?![:\w-])/i.test(text.replace(OPAQUE, ' '));
  return isRelative && !hasBase ? `BASE <${base}>\n${text}` : text;
}

const ABSOLUTE = /^[a-z][a-z0-9+.-]*:/i;
