import type { Bilingual, Language } from '../../model/index.ts';

/** Texts of a page by name. `bilingual(fr, en)` takes both: a missing translation does not compile. */
export type TextTable = Readonly<Record<string, Bilingual>>;

/** Puts values where a text says `{name}`. */
export function filled(
  text: Bilingual,
  language: Language,
  values: Readonly<Record<string, string>>,
): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
