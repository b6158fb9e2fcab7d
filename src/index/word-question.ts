/** More text, or more words, than any label holds finds nothing: the work of one question is bounded. */
const MOST_CHARACTERS = 4000;
const MOST_WORDS = 200;

/** What the tokenizer of the full text takes for a word: all else only separates. */
const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** Letters that people type as two; the tokenizer keeps them as they are. */
export const LIGATURES = [
  ['œ', 'oe'],
  ['Œ', 'oe'],
  ['æ', 'ae'],
  ['Æ', 'ae'],
] as const;

/**
 * The words of a text as an expression of FTS5: every one is held, the last may be a beginning, and counts more where
 * it is a whole word. Only letters and digits reach the expression, within quotes: no syntax does.
 * @returns undefined where the text has no word, or too many
 */
export function wordQuestion(text: string): string | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const folded = LIGATURES.reduce((so, [letter, two]) => so.replaceAll(letter, two), text);
  const words = (folded.match(WORD) ?? []).map((word) => `"${word}"`);
  const last = words.pop();
  if (last === undefined || words.length >= MOST_WORDS) return undefined;
  return [...new Set(words), `(${last} OR ${last} *)`].join(' AND ');
}
