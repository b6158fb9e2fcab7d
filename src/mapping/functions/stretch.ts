/** A stretch of time: an EDTF text (ISO 8601-2) and years counted astronomically (0 is 1 BC); an open end is absent. */
export interface Stretch {
  readonly edtf: string;
  readonly begin?: number;
  readonly end?: number;
}

/** Years from one to another; undefined where they run backwards. */
export function span(begin: number, end: number): Stretch | undefined {
  if (end < begin) return undefined;
  return { edtf: begin === end ? edtfYear(begin) : `${edtfYear(begin)}/${edtfYear(end)}`, begin, end };
}

/** Four digits at least, a sign before years before 0: the lexical form of `xsd:gYear` and of EDTF years. */
export function edtfYear(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}

/** Words that say how a date bounds or nears another, before or after it. */
export const NEARNESS = 'vers|avant|apres|en|circa|ca';

/** What a date is the date of: it does not change it. */
export const EVENT =
  '(?:tirage|fonte|dates?|datee?|editee?|imprimee?|commencee?|achevee?|signee?|publiee?|emission|depot legal|debut|fin|ou|et)';

/** A date in EDTF, and its year, as a word of nearness has it: open on a side, or approximate. */
export function nearly(edtf: string, year: number, word: string | undefined): Stretch {
  if (word === 'avant') return { edtf: `../${edtf}`, end: year };
  if (word === 'apres') return { edtf: `${edtf}/..`, begin: year };
  const about = ['vers', 'circa', 'ca'].includes(word ?? '') ? '~' : '';
  return { edtf: edtf + about, begin: year, end: year };
}

/** The stretch from the first to the last; a side that is open in one part is open in the whole. */
export function union(parts: readonly (Stretch | undefined)[]): Stretch | undefined {
  const known = parts.filter((one) => one !== undefined);
  if (known.length === 0 || known.length < parts.length) return undefined;
  if (known.length === 1) return known[0];
  const begin = known.some((one) => one.begin === undefined) ? undefined : least(known, 'begin');
  const end = known.some((one) => one.end === undefined) ? undefined : -least(known, 'end', -1);
  if (begin !== undefined && end !== undefined) return span(begin, end);
  if (begin !== undefined) return { edtf: `${edtfYear(begin)}/..`, begin };
  return end === undefined ? undefined : { edtf: `../${edtfYear(end)}`, end };
}

const least = (stretches: readonly Stretch[], side: 'begin' | 'end', sign = 1): number =>
  Math.min(...stretches.map((one) => sign * (one[side] ?? 0)));
