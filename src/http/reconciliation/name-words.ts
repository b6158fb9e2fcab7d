import { foldedWords } from '../../index/index.ts';

/** A name in words that can be compared: no case, accents, ligatures, abbreviations, and no words that say nothing. */
export interface NameWords {
  /** Of the name without what stands in brackets, in its order. */
  readonly words: readonly string[];
  /** Of what stands in brackets: a town, years. */
  readonly qualifier: readonly string[];
}

/** What is looked at of a name; nothing is called longer. */
export const LONGEST_NAME = 300;
const MOST_WORDS = 30;

const BRACKETS = /[([]([^()[\]]*)[)\]]/g;

const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  st: ['saint'],
  ste: ['sainte'],
  sts: ['saints'],
  stes: ['saintes'],
  mus: ['musee'],
  nd: ['notre', 'dame'],
  dr: ['docteur'],
  bibl: ['bibliotheque'],
  dept: ['departement'],
};

/** Articles and small words between the others, in French and English. */
const SAYING_NOTHING: ReadonlySet<string> = new Set(
  'le la les l un une de du des d et en au aux a the of and for to in'.split(' '),
);

/** The words of a name; where nothing else is left, the small ones count. */
export function nameWords(text: string): NameWords {
  const name = text.slice(0, LONGEST_NAME);
  const inBrackets = [...name.matchAll(BRACKETS)].map(([, inside = '']) => inside).join(' ');
  const outside = telling(name.replace(BRACKETS, ' '));
  return outside.length > 0
    ? { words: outside, qualifier: telling(inBrackets) }
    : { words: telling(name), qualifier: [] };
}

/** The words of any text, as those of names are. */
export function telling(text: string): readonly string[] {
  const all = foldedWords(text.slice(0, LONGEST_NAME).replace(NOTRE_DAME, 'nd '))
    .slice(0, MOST_WORDS)
    .flatMap((word) => (Object.hasOwn(ABBREVIATIONS, word) ? (ABBREVIATIONS[word] ?? []) : [word]));
  const kept = all.filter((word) => !SAYING_NOTHING.has(word));
  return kept.length > 0 ? kept : all;
}

const NOTRE_DAME = /\bN\.?\s?-?D\.\s?/g;

/** Words in an order of their own: names that differ in order only come to the same. */
export const sortedText = (words: readonly string[]): string => [...words].sort().join(' ');
