import type { DataVocabulary } from '../model/index.ts';

/** Language tags of the data. Case does not matter (RFC 5646 section 2.1.1). */
export interface KnownLanguages {
  readonly isEmpty: boolean;
  /** The most used first. */
  readonly tags: readonly string[];
  has(tag: string): boolean;
  /** Whether a tag of the data is in the range (RFC 4647 section 3.3.1). */
  matches(range: string): boolean;
  /** The tag that was probably meant: of the same language, however its code is written. */
  meant(tag: string): string | undefined;
}

export function knownLanguages(languages: DataVocabulary['languages']): KnownLanguages {
  const tags = languages.toSorted((a, b) => b.count - a.count).map(({ tag }) => tag);
  const lower = new Set(tags.map((tag) => tag.toLowerCase()));
  return {
    isEmpty: tags.length === 0,
    tags,
    has: (tag) => lower.has(tag.toLowerCase()),
    matches: (range) =>
      [...lower].some((tag) => tag === range.toLowerCase() || tag.startsWith(`${range.toLowerCase()}-`)),
    meant: (tag) => tags.find((known) => languageOf(known) === languageOf(tag)),
  };
}

/** `fre`, `fra`, `fr-FR` are French: canonical codes are those that this platform's own table of locales gives. */
function languageOf(tag: string): string {
  const primary = tag.toLowerCase().split(/[-_]/)[0] ?? '';
  try {
    return BIBLIOGRAPHIC[primary] ?? new Intl.Locale(primary).language;
  } catch {
    return primary; // no language tag at all
  }
}

/** Codes of ISO 639-2/B, which libraries write and BCP 47 does not have. */
const BIBLIOGRAPHIC: Readonly<Record<string, string>> = {
  fre: 'fr',
  ger: 'de',
  dut: 'nl',
  baq: 'eu',
  chi: 'zh',
  cze: 'cs',
  gre: 'el',
  wel: 'cy',
  rum: 'ro',
};
