/** Letters that people type as two; full text keeps words as they are folded here. */
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };
const SPECIAL = /[œæß]/g;
const BEYOND_ASCII = /[^\0-\x7f]/;
/** Letters of Western languages and their punctuation: all their marks are in one block. */
const WESTERN = /^[\0-\u024f\u2000-\u206f]*$/;
const WESTERN_MARKS = /[\u0300-\u036f]+/g;
const MARKS = /\p{M}+/gu;
const SEPARATORS = /[^\p{L}\p{N}\0-\x7f]+/gu;

/** A word of a folded text, as the tokenizer of the full text takes it: all beyond ASCII are letters. */
const FOLDED_WORD = /[a-z0-9\u0080-\uffff]+/g;

/** A word as people see it. */
export const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** A text without case, accents and ligatures, in which only ASCII separates words. */
export function folded(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  const lower = text.normalize('NFKD').toLowerCase();
  const bare = lower
    .replace(WESTERN.test(text) ? WESTERN_MARKS : MARKS, '')
    .replace(SPECIAL, (letter) => LIGATURES[letter] ?? letter);
  return BEYOND_ASCII.test(bare) ? bare.replace(SEPARATORS, ' ') : bare;
}

/** The folded words of a text, in order. */
export const foldedWords = (text: string): readonly string[] => folded(text).match(FOLDED_WORD) ?? [];

/** A folded text with a mark before each word. */
export const markedWords = (foldedText: string, mark: string): string =>
  foldedText.replace(FOLDED_WORD, `${mark}$&`);
