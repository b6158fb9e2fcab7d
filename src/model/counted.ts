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
