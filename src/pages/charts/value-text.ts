import type { Language } from '../../model/index.ts';
import { NARROW_SPACE, NO_BREAK_SPACE, numberText } from '../typography.ts';

/** A number of a chart: whole as it is, else with at most three decimals or, very near to nought, three digits. */
export function valueText(value: number, language: Language): string {
  if (Number.isInteger(value)) return numberText(value, language);
  if (Math.abs(value) < 1e-6) return value.toExponential(2).replace('.', language === 'fr' ? ',' : '.');
  const decimals = Math.abs(value) >= 1000 ? 1 : Math.abs(value) >= 1 ? 3 : 9;
  const digits = Math.abs(value) < 1 ? Number(value.toPrecision(3)) : value;
  return numberText(digits.toFixed(decimals).replace(/\.?0+$/, ''), language);
}

/** What a pointer is told of a mark: its names, then its number. */
export function saidValue(names: readonly (string | undefined)[], value: number, language: Language): string {
  const colon = { fr: `${NO_BREAK_SPACE}: `, en: ': ' }[language];
  return `${names.filter(Boolean).join(', ')}${colon}${valueText(value, language)}`;
}

const SHORT: Readonly<Record<Language, readonly string[]>> = {
  fr: ['', 'k', 'M', 'Md', 'Bn'],
  en: ['', 'k', 'M', 'bn', 'tn'],
};

/** A number beside an axis, where there is little room: `12 k`, `1,5 M`. */
export function shortValueText(value: number, language: Language): string {
  if (Math.abs(value) < 10_000) return valueText(value, language);
  const power = Math.min(4, Math.floor(Math.log10(Math.abs(value)) / 3));
  const scaled = Number((value / 1000 ** power).toPrecision(3));
  return `${valueText(scaled, language)}${NARROW_SPACE}${SHORT[language][power]}`;
}
