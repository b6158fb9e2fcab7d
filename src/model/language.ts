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
