import type { SnippetPart } from '../../model/index.ts';
import { folded, foldedWords, WORD } from './folded-words.ts';

/** Characters of a snippet, about. */
const LENGTH = 180;
const BEFORE = 60;

/** Tells which words of a text are looked for. */
export type IsHit = (word: string) => boolean;

/** @param words folded; the last may be a beginning */
export function hitTest(words: readonly string[]): IsHit {
  const whole = new Set(words);
  const last = words.at(-1);
  return (word) =>
    foldedWords(word).some((one) => whole.has(one) || (last !== undefined && one.startsWith(last)));
}

/** A text in parts that are hits and parts that are not. */
export function marked(text: string, isHit: IsHit): readonly SnippetPart[] {
  const parts: SnippetPart[] = [];
  let from = 0;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    if (!isHit(word)) continue;
    if (index > from) parts.push({ text: text.slice(from, index), isHit: false });
    parts.push({ text: word, isHit: true });
    from = index + word.length;
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), isHit: false });
  return parts;
}

/** Where of some texts most of the words are said, cut to a line or two; undefined where none is. */
export function snippetOf(texts: readonly string[], isHit: IsHit): readonly SnippetPart[] | undefined {
  let best: { text: string; hits: number; first: number } | undefined;
  for (const text of texts) {
    const hits = [...text.matchAll(WORD)].filter(([word]) => isHit(word));
    const distinct = new Set(hits.map(([word]) => folded(word))).size;
    if (distinct > (best?.hits ?? 0)) best = { text, hits: distinct, first: hits[0]?.index ?? 0 };
  }
  return best && marked(cut(best.text, best.first), isHit);
}

/** A part of a text around a place, not through a word, with dots where it was cut. */
function cut(text: string, at: number): string {
  if (text.length <= LENGTH) return text;
  const from = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1;
  const start = Math.min(from, at);
  const last = text.lastIndexOf(' ', start + LENGTH);
  const end = start + LENGTH >= text.length ? text.length : last > at ? last : start + LENGTH;
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
}
