import type { Bilingual } from '../model/index.ts';

/** How long and how deep a query text may be. */
export interface QueryBounds {
  /** UTF-16 code units. */
  readonly characters: number;
  /** Braces, brackets and parentheses open at once. */
  readonly depth: number;
}

export const QUERY_BOUNDS: QueryBounds = { characters: 100_000, depth: 100 };

/**
 * What is not structure in SPARQL: IRIs, comments, escapes in names, strings of the four kinds. A `<` that begins no
 * IRI is a comparison.
 */
const OPAQUE = new RegExp(
  [
    String.raw`<[^<>"{}|^\`\\\u0000-\u0020]*>`,
    String.raw`#[^\r\n]*`,
    String.raw`\\[\s\S]`,
    String.raw`"""(?:[^\\]|\\[\s\S])*?"""`,
    String.raw`'''(?:[^\\]|\\[\s\S])*?'''`,
    String.raw`"(?:[^"\\\r\n]|\\.)*"`,
    String.raw`'(?:[^'\\\r\n]|\\.)*'`,
  ].join('|'),
  'g',
);

/** The text with IRIs, comments and strings blanked out; every other character stays at its offset. */
export const structureOf = (text: string): string =>
  text.replace(OPAQUE, (found) => ' '.repeat(found.length));

/** The text without comments and with single spaces: what stays the same where a query is only laid out otherwise. */
export const withoutLayout = (text: string): string =>
  text
    .replace(OPAQUE, (found) => (found.startsWith('#') ? ' ' : found))
    .replace(/\s+/g, ' ')
    .trim();

/** Why a query text is too long or too deep to be parsed; undefined when it is neither. */
export function excessOf(text: string, bounds: QueryBounds): Bilingual | undefined {
  if (text.length > bounds.characters)
    return {
      fr: `La requête compte ${text.length.toLocaleString('fr')} caractères ; ${bounds.characters.toLocaleString('fr')} au plus sont acceptés.`,
      en: `The query has ${text.length} characters; at most ${bounds.characters} are accepted.`,
    };
  if (depthOf(text) <= bounds.depth) return undefined;
  return {
    fr: `La requête imbrique plus de ${bounds.depth} accolades, crochets ou parenthèses.`,
    en: `The query nests braces, brackets or parentheses more than ${bounds.depth} deep.`,
  };
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of structureOf(text).matchAll(/[{}()[\]]/g)) {
    depth += '{(['.includes(bracket) ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
