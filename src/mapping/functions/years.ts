import { EVENT, edtfYear, NEARNESS, nearly, type Stretch, span } from './stretch.ts';

const ERA = '(?: (?:av|ap)\\.?(?: jc)?)';
/** A year of three or four digits, or of fewer with its era. */
export const YEAR = String.raw`-?\d{3,4}${ERA}?|\d{1,2}${ERA}`;
const ONE = `(${YEAR})`;
const DAY = String.raw`(?:/(?:0[1-9]|1[0-2])(?:/\d{2})?)?`;

const isBefore = (text = ''): boolean => / av/.test(text);

/** `15 av JC` is the year −14: there is a year 0, which is 1 BC. */
export const yearNumber = (text = '', before = isBefore(text)): number =>
  before ? 1 - Number.parseInt(text, 10) : Number.parseInt(text, 10);

const RANGES: readonly RegExp[] = [
  String.raw`(\d{1,4}${ERA}?) entre ?[;,] ?(\d{1,4}${ERA}?) et`,
  `entre ${ONE} et ${ONE}`,
  `(?:de )?${ONE} a ${ONE}`,
  `${ONE} ?[-/] ?${ONE}`,
  `${ONE} apres ; ${ONE} avant`,
].map((pattern) => new RegExp(`^${pattern}$`));

/** Two years; `520-510 av JC` says of both that they are before our era. */
export function betweenYears(text: string): Stretch | undefined {
  const match = RANGES.map((pattern) => pattern.exec(text)).find((one) => one !== null);
  if (!match) return undefined;
  const [, first = '', last = ''] = match;
  const before = isBefore(first) || (isBefore(last) && /^\d+$/.test(first));
  return span(yearNumber(first, before), yearNumber(last));
}

/** `1914-18`: two digits that follow those of the first year. Up to 12 they may be a month, and are none of these. */
export function shortRange(text: string): Stretch | undefined {
  const [, century, from, to] = /^(\d{2})(\d{2}) ?[-/] ?(\d{2})$/.exec(text) ?? [];
  if (to === undefined || Number(to) <= Math.max(12, Number(from))) return undefined;
  return span(Number(`${century}${from}`), Number(`${century}${to}`));
}

const ONE_YEAR = new RegExp(
  String.raw`^(?:(${NEARNESS}) )?${ONE}${DAY}(?: \(?${EVENT}\)?)?(?: \(?(${NEARNESS})\)?)?$`,
);

/** `1880`, `1890 vers`, `1863 (avant)`, `1882 tirage`. */
export function year(text: string): Stretch | undefined {
  const match = ONE_YEAR.exec(text);
  if (!match) return undefined;
  const at = yearNumber(match[2]);
  return nearly(edtfYear(at), at, match[1] ?? match[3]);
}

/** `194.`, `194. en`, `annees 1940`. */
export function decade(text: string): Stretch | undefined {
  const match = /^(\d{3})\.(?: ?(?:en|vers))?$/.exec(text) ?? /^(?:les )?annees (\d{3})0$/.exec(text);
  if (!match) return undefined;
  const begin = Number(match[1]) * 10;
  return { edtf: `${match[1]}X`, begin, end: begin + 9 };
}
