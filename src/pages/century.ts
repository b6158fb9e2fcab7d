import type { Language } from '../model/index.ts';
import { SEARCH } from './texts/search-texts.ts';
import { filled } from './texts/table.ts';
import { NO_BREAK_SPACE } from './typography.ts';

/** A century in words: `19` is « 19ᵉ siècle », `-1` “1st century BC”. There is no century 0. */
export function centuryText(century: number, language: Language): string {
  const ordinal = ordinalText(Math.abs(century), language);
  return filled(century < 0 ? SEARCH.centuryBefore : SEARCH.century, language, { ordinal }).replaceAll(
    ' ',
    NO_BREAK_SPACE,
  );
}

/** The century that a span of astronomical years is, if it is one: 1501 to 1600 is the 16th, -99 to 0 the first before Christ. */
export function centuryOfSpan([begin, end]: readonly [number, number]): number | undefined {
  if (end - begin !== 99 || end % 100 !== 0) return undefined;
  return end > 0 ? end / 100 : end / 100 - 1;
}

function ordinalText(number: number, language: Language): string {
  if (language === 'fr') return number === 1 ? '1ᵉʳ' : `${number}ᵉ`;
  const isTeen = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${isTeen ? 'th' : (ENDINGS[number % 10] ?? 'th')}`;
}

const ENDINGS: Readonly<Record<number, string>> = { 1: 'st', 2: 'nd', 3: 'rd' };
