import type { Bilingual } from './language.ts';

type Forms = readonly [one: string, several: string];

/** A number with its noun: French has the plural from two on, English for all but one. */
export const counted = (count: number, french: Forms, english: Forms): Bilingual => ({
  fr: `${count.toLocaleString('fr')} ${french[count < 2 ? 0 : 1]}`,
  en: `${count.toLocaleString('en')} ${english[count === 1 ? 0 : 1]}`,
});

/** `1 enregistrement`, `1 216 enregistrements`. */
export const recordCount = (count: number): Bilingual =>
  counted(count, ['enregistrement', 'enregistrements'], ['record', 'records']);

/** Units of waiting: what they hold in seconds, from which number of them on they are used, their letters. */
const UNITS: readonly (readonly [seconds: number, unit: string, french: string])[] = [
  [86_400, 'd', 'j'],
  [3600, 'h', 'h'],
  [60, 'min', 'min'],
];

/** A time that people wait, in the largest unit of which it holds two, rounded up: `90 s`, `15 min`, `24 h`. */
export function waitingTime(milliseconds: number): Bilingual {
  const seconds = milliseconds / 1000;
  const [size, english, french] = UNITS.find(([unit]) => seconds >= 2 * unit) ?? [1, 's', 's'];
  const number = size === 1 ? Math.ceil(seconds * 10) / 10 : Math.ceil(seconds / size);
  const write = (language: 'fr' | 'en', unit: string): string =>
    `${number.toLocaleString(language, { maximumFractionDigits: 1 })}\u00a0${unit}`;
  return { fr: write('fr', french), en: write('en', english) };
}
