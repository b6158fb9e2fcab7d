import type { Language } from '../model/index.ts';
import { bilingual, NO_BREAK_SPACE, numberText } from './typography.ts';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

const BEFORE_OUR_ERA = bilingual('av. J.-C.', 'BC');

/** An xsd:gYear or an astronomical year as people write it: `-0499` is 500 BC (XSD 1.1, ISO 8601 year zero). */
export function yearText(year: number | string, language: Language): string {
  const value = Number(year);
  if (!Number.isInteger(value)) return String(year);
  if (value > 0) return String(value);
  const before = 1 - value;
  const digits = before > 9999 ? numberText(before, language) : String(before);
  return `${digits}${NO_BREAK_SPACE}${BEFORE_OUR_ERA[language].replaceAll(' ', NO_BREAK_SPACE)}`;
}

/**
 * `2026-11-22`, `2026-11`, `2026` and date-times in words: `22 novembre 2026`, `1er mai 1880`, `22 November 2026`.
 * Undefined for what is no date of the calendar.
 */
export function dateText(date: string, language: Language): string | undefined {
  const match = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)\S*)?Z?$/.exec(date);
  if (!match) return undefined;
  const [, year = '', month, day, hours, minutes] = match;
  if (month === undefined) return yearText(year, language);
  const name = MONTHS[language][Number(month) - 1];
  if (name === undefined || Number(day ?? 1) < 1 || Number(day ?? 1) > 31) return undefined;
  const words = [day && dayText(Number(day), language), name, yearText(year, language)].filter(Boolean);
  const time = hours === undefined ? '' : timeText(hours, minutes ?? '00', language);
  return `${words.join(NO_BREAK_SPACE)}${time}`;
}

const dayText = (day: number, language: Language): string =>
  day === 1 && language === 'fr' ? '1ᵉʳ' : String(day);

const timeText = (hours: string, minutes: string, language: Language): string =>
  language === 'fr'
    ? ` à ${Number(hours)}${NO_BREAK_SPACE}h${NO_BREAK_SPACE}${minutes}`
    : `, ${hours}:${minutes}`;
