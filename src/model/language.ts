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

/**
 * French typography for a text typed with ordinary spaces: no line breaks before high punctuation or inside guillemets.
 * Idempotent; other languages come back as they are.
 */
export function spaced(text: string, language: Language): string {
  if (language !== 'fr') return text;
  return text
    .replaceAll('« ', '«\u00a0')
    .replaceAll(' »', '\u00a0»')
    .replace(/ (?=[;!?](?:\s|$))/g, '\u202f')
    .replace(/ (?=:(?:\s|$))/g, '\u00a0');
}
