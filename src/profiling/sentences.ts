import { type Bilingual, spaced } from '../model/index.ts';

/** A count as each language writes it. */
export const figures = (count: number): Bilingual => ({
  fr: count.toLocaleString('fr'),
  en: count.toLocaleString('en'),
});

/** “451 cells out of 451”, for the middle of a sentence. */
export const cellsOf = (some: number, all: number): Bilingual => ({
  fr: `${figures(some).fr} cellule${some > 1 ? 's' : ''} sur ${figures(all).fr}`,
  en: `${figures(some).en} of ${figures(all).en} cell${all > 1 ? 's' : ''}`,
});

/** A list of names between quotes. */
export const quoted = (names: readonly string[]): Bilingual => ({
  fr: names.map((name) => `« ${name} »`).join(', '),
  en: names.map((name) => `“${name}”`).join(', '),
});

/** A confidence has two decimals: more would be false precision. */
export const confidence = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;

/** A text of the file as a sentence shows it: short, on one line. */
export const glimpse = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
};

const isBilingual = (value: object): value is Bilingual =>
  'fr' in value && 'en' in value && typeof value.fr === 'string' && typeof value.en === 'string';

/** The same with all its French sentences as they are printed: no line breaks before high punctuation. */
export function printed<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (isBilingual(value)) return { ...value, fr: spaced(value.fr, 'fr') };
  if (Array.isArray(value)) return value.map(printed) as T;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, printed(one)])) as T;
}
