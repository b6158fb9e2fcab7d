/** The two languages in which everything that people read exists. French comes first. */
export type Language = 'fr' | 'en';

export const LANGUAGES: readonly Language[] = ['fr', 'en'];

/** A text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;

/** The same text in both languages: names, identifiers, figures. */
export const same = (text: string): Bilingual => ({ fr: text, en: text });

/** Joins bilingual parts, language by language. */
export const joined = (parts: readonly Bilingual[], separator: string): Bilingual => ({
  fr: parts.map((part) => part.fr).join(separator),
  en: parts.map((part) => part.en).join(separator),
});

/** What is quoted, which is nobody's to change, or a space before high punctuation. */
const TO_SPACE =
  /«[ \u00a0](?<quoted>.*?)[ \u00a0]»|"[^"\n]*"|“[^”\n]*”|(?<thin> (?=[;!?](?:\s|$)))|(?<wide> (?=:(?:\s|$)))/gs;

/**
 * French typography for a text typed with ordinary spaces: no line breaks before high punctuation or inside guillemets.
 * What stands between quotes stays as it is. Idempotent; other languages come back as they are.
 */
export function spaced(text: string, language: Language): string {
  if (language !== 'fr') return text;
  return text.replace(TO_SPACE, (found, ...rest) => {
    const { quoted, thin, wide } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    if (quoted !== undefined) return `«\u00a0${quoted}\u00a0»`;
    if (thin !== undefined) return '\u202f';
    return wide === undefined ? found : '\u00a0';
  });
}

/** Controls of terminals and of the direction of writing: what could show a text otherwise than it is. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is to be shown
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/g;

/**
 * A text of others with its control characters written out (`\u001B`): none reaches a terminal or turns a line round.
 * Line feeds and tabs stay.
 */
export const visible = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNSEEN, (found) => `\\u${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);

/** A text of others, cut where it is longer, and saying so. Never cut within a character. */
export function shortened(text: string, most: number, language: Language): string {
  if (text.length <= most) return text;
  const count = text.length.toLocaleString(language);
  const all = { fr: `${count} caractères`, en: `${count} characters` }[language];
  return `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}… (${all})`;
}
