import { normalised } from './normalised.ts';

/**
 * Lower case, no accents, numerals of centuries in digits (`Ve s.` is `5e siecle`), one spelling of eras (`av jc`),
 * no question marks.
 */
export const plainDate = (value: string): string =>
  normalised(value)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<![\p{L}\p{N}])[IVX]+(?=(?:er|re|ere|e|eme)(?![\p{L}\p{N}]))/gu, arabic)
    .toLowerCase()
    .replace(/['’]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\b[ivx]+(?=(?:er|e|eme)? (?:siecle|millenaire))/g, arabic)
    .replace(/(\d(?:er|e|eme)) s\.?(?=[ -]|$)/g, '$1 siecle')
    .replace(ERAS, (_, side: string) => `${side} jc`)
    .replace(/\(\s*\?\s*\)|\?/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?: ?;)+ ?$/, '')
    .trim();

/** `av. J.-C.`, `avant Jésus-Christ`, `avant notre ère`, `ap JC`. */
const ERAS =
  /\b(av|ap)(?:\.|ant|res)? ?(?:j(?:\.|esus)?[ -]{0,3}c(?:\.|hrist)?(?![\p{L}])|notre ere|n\. ?e\.)/gu;

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** A Roman numeral up to some tens in digits. */
export function arabic(numeral: string): string {
  const values = Array.from(numeral.toLowerCase(), (letter) => ROMAN[letter] ?? 0);
  return String(
    values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0),
  );
}
