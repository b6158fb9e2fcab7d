import type { Language } from '../model/index.ts';
import { dateText, yearText } from './dates.ts';
import { bilingual } from './typography.ts';

/** Years, astronomical (0 is 1 BC). An open end is infinite. */
export interface YearSpan {
  readonly begin: number;
  readonly end: number;
  readonly approximate: boolean;
}

/**
 * The years that an EDTF text covers (Library of Congress, levels 0 and 1 and unspecified digits: `1880`, `1880-05`,
 * `188X`, `1880~`, `1880/1890`, `../1880`, `1880/`). Undefined for what is more than that.
 */
export function edtfSpan(text: string): YearSpan | undefined {
  const [first, last, ...rest] = text.trim().split('/');
  if (first === undefined || rest.length > 0) return undefined;
  const begin = edtfDate(first);
  if (last === undefined) return begin && Number.isFinite(begin.begin) ? begin : undefined;
  const end = edtfDate(last);
  if (!begin || !end || begin.begin > end.end) return undefined;
  const span = { begin: begin.begin, end: end.end, approximate: begin.approximate || end.approximate };
  return Number.isFinite(span.begin) || Number.isFinite(span.end) ? span : undefined;
}

/** The year of an xsd:gYear, xsd:date or xsd:dateTime. */
export function yearOf(lexical: string): number | undefined {
  const match = /^(-?\d{4,})(?:-\d\d(?:-\d\d)?)?(?:T\S*)?Z?$/.exec(lexical.trim());
  return match ? Number(match[1]) : undefined;
}

const OPEN: YearSpan = { begin: -Infinity, end: Infinity, approximate: false };
/** Meteorological seasons and the like (21 to 41) are months here: only the year counts. */
const DATE = /^Y?(-?[\dX]{4,9})(?:-[\dX]{2}(?:-[\dX]{2})?)?([?~%])?$/;

function edtfDate(text: string): YearSpan | undefined {
  if (text === '..' || text === '') return OPEN;
  const [, year, mark] = DATE.exec(text) ?? [];
  if (year === undefined || !/^-?\d*X*$/.test(year)) return undefined;
  const bounds = [Number(year.replaceAll('X', '0')), Number(year.replaceAll('X', '9'))];
  return { begin: Math.min(...bounds), end: Math.max(...bounds), approximate: mark !== undefined };
}

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
