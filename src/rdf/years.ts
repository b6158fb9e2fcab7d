import { edtf, xsd } from './vocabulary.ts';

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

/** The years that a literal tells by its datatype, EDTF or xsd:gYear; undefined where it tells none. */
export function literalSpan(lexical: string, datatype: string): YearSpan | undefined {
  if (datatype === edtf.EDTF) return edtfSpan(lexical);
  const year = datatype === xsd.gYear ? yearOf(lexical) : undefined;
  return year === undefined ? undefined : { begin: year, end: year, approximate: false };
}

/** From the earliest begin to the latest end of some texts of years; open where there is none of a kind. */
export function spanBetween(begins: readonly string[], ends: readonly string[]): YearSpan | undefined {
  const [first, last] = [begins, ends].map((texts) => texts.map(yearOf).filter((year) => year !== undefined));
  if (!first || !last || first.length + last.length === 0) return undefined;
  const begin = first.length > 0 ? Math.min(...first) : -Infinity;
  const end = last.length > 0 ? Math.max(...last) : Infinity;
  return begin <= end ? { begin, end, approximate: false } : undefined;
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
