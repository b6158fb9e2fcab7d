import type { Language } from '../model/index.ts';
import { edtfSpan, type YearSpan } from '../rdf/index.ts';
import { dateText, yearText } from './dates.ts';
import { bilingual } from './typography.ts';

const ABOUT = bilingual('vers ', 'about ');
const FROM = bilingual('à partir de ', 'from ');
const UNTIL = bilingual('jusqu’à ', 'until ');

/** A span in words: `1880`, `vers 1880`, `1800 à 1899`, `jusqu’à 1880`. */
export function spanText(span: YearSpan, language: Language): string {
  const about = span.approximate ? ABOUT[language] : '';
  if (!Number.isFinite(span.begin)) return `${UNTIL[language]}${about}${yearText(span.end, language)}`;
  if (!Number.isFinite(span.end)) return `${FROM[language]}${about}${yearText(span.begin, language)}`;
  if (span.begin === span.end) return about + yearText(span.begin, language);
  return `${about}${yearText(span.begin, language)}–${yearText(span.end, language)}`;
}

/** An EDTF text in words, whole dates with day and month; undefined when it says more than is understood here. */
export function edtfText(text: string, language: Language): string | undefined {
  const span = edtfSpan(text);
  return dateText(text.trim(), language) ?? (span && spanText(span, language));
}
