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
