import type { Language, StoredQuery } from '../model/index.ts';

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

/**
 * A stored query as it is put before a reader: one comment, the question in her language, instead of the lines that
 * declare it. What it asks is the same.
 */
export const queryInWords = (
  { text, question }: Pick<StoredQuery, 'text' | 'question'>,
  language: Language,
): string => `# ${question[language]}\n${text.replace(OPENING, (opening) => opening.replace(DECLARING, ''))}`;

/** Comments and empty lines at the beginning. */
const OPENING = /^(?:[ \t]*(?:#.*)?\r?\n)*/;
const DECLARING = /^[ \t]*#\s*@.*\r?\n/gm;
