import type { Language } from '../../model/index.ts';

/** No more of a text is looked at. */
const MOST_READ = 4000;

/** A text in the quotation marks of a language. */
export const quoted = (text: string, language: Language): string =>
  language === 'fr' ? `« ${text} »` : `“${text}”`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters would command the terminal
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g;

/** A text on one line, cut where it is long, and without what could command a terminal. */
export function shortened(text: string, longest = 80): string {
  const line = text.slice(0, MOST_READ).replace(/\s+/g, ' ').replace(CONTROLS, '\ufffd').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** The last part of a thing's address: what tells it from others of its dataset. */
export const shortName = (thing: string): string => thing.split('/').at(-1) || thing;
