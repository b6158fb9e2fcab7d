import type { Bilingual, Language } from '../model/index.ts';

/** U+00A0, before `:` and inside « ». */
export const NO_BREAK_SPACE = '\u00a0';
/** U+202F, between thousands and before `;`, `!`, `?` in French. */
export const NARROW_SPACE = '\u202f';
/** U+2212. */
const MINUS = '\u2212';

/** A text in both languages, French first; its spaces and apostrophes are made those of French printing. */
export const bilingual = (fr: string, en: string): Bilingual => ({ fr: french(fr), en: english(en) });

/** French spacing and apostrophes in a text typed with plain ones. */
export function french(text: string): string {
  return english(text)
    .replaceAll('« ', `«${NO_BREAK_SPACE}`)
    .replaceAll(' »', `${NO_BREAK_SPACE}»`)
    .replace(/ (?=[;!?])/g, NARROW_SPACE)
    .replace(/ (?=:)/g, NO_BREAK_SPACE)
    .replace(/(?<=\d) (?=\d{3}|%|[kMG]?o\b)/g, NARROW_SPACE);
}

/** A published text as it is, but for the spaces before high punctuation: no line begins with a semicolon. */
export const boundPunctuation = (text: string): string => text.replace(/ (?=[;:!?»])/g, NO_BREAK_SPACE);

const english = (text: string): string => text.replaceAll("'", '’');

/**
 * A number as the language writes it: `44 480` and `17,5`, `44,480` and `17.5`. Takes a decimal text too, whose digits
 * it all keeps; a text that is no decimal number comes back as it was.
 */
export function numberText(value: number | string, language: Language): string {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(String(value).trim());
  if (!match) return String(value);
  const [, sign, whole = '', fraction] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? NARROW_SPACE : ',');
  const decimals = fraction === undefined ? '' : `${language === 'fr' ? ',' : '.'}${fraction}`;
  return `${sign === '-' ? MINUS : ''}${grouped}${decimals}`;
}

const UNITS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['octets', 'ko', 'Mo', 'Go'],
  en: ['bytes', 'kB', 'MB', 'GB'],
};

/** Bytes in decimal units: `1,2 Mo`, `1.2 MB`. */
export function bytesText(bytes: number, language: Language): string {
  const power = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const scaled = bytes / 1000 ** power;
  const digits = power === 0 || scaled >= 100 ? scaled.toFixed(0) : scaled.toFixed(1);
  return `${numberText(digits, language)}${NO_BREAK_SPACE}${UNITS[language][power] ?? ''}`;
}

/** A count with its noun: `1 musée`, `0 musée`, `2 musées`; in English only 1 is singular. */
export function counted(count: number, one: Bilingual, many: Bilingual, language: Language): string {
  return `${numberText(count, language)}${NO_BREAK_SPACE}${agreed(count, one, many, language)}`;
}

/** The form of a noun or a sentence that a count asks for. */
export function agreed(count: number, one: Bilingual, many: Bilingual, language: Language): string {
  const isSingular = language === 'fr' ? count < 2 : count === 1;
  return (isSingular ? one : many)[language];
}

/** Quoted as the language quotes. */
export const quoted = (text: string, language: Language): string =>
  language === 'fr' ? `«${NO_BREAK_SPACE}${text}${NO_BREAK_SPACE}»` : `“${text}”`;

/** WGS84 degrees for people: `43,611° N, 3,876° E`. */
export function coordinatesText(latitude: number, longitude: number, language: Language): string {
  const degrees = (value: number) =>
    `${numberText(Number(Math.abs(value).toFixed(5)), language)}°${NO_BREAK_SPACE}`;
  const [west, east] = language === 'fr' ? ['O', 'E'] : ['W', 'E'];
  return `${degrees(latitude)}${latitude < 0 ? 'S' : 'N'}, ${degrees(longitude)}${longitude < 0 ? west : east}`;
}

/** With a capital at the start. */
export const capitalised = (text: string, language: Language): string =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

/** Without the controls that turn or embed direction: they hide what a text says, and nothing ends them in attributes. */
export const withoutDirectionControls = (text: string): string =>
  text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

/** At most `limit` UTF-16 units, cut between words where there is one near, with an ellipsis. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text
    .slice(0, limit)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > limit * 0.8 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
