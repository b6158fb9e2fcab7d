import { isoStretch } from './iso-date.ts';
import { normalised } from './normalised.ts';

/** A stretch of time: an EDTF text (ISO 8601-2) and years counted astronomically (0 is 1 BC); an open end is absent. */
export interface Stretch {
  readonly edtf: string;
  readonly begin?: number;
  readonly end?: number;
}

/** Lower case, no accents, numerals of centuries in digits, no question marks. */
const plain = (value: string): string =>
  normalised(value)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, "'")
    .replace(/\b[ivx]+(?=(?:er|e|eme)? (?:siecle|millenaire))/g, arabic)
    .replace(/\(\s*\?\s*\)|\?/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?: ?;)+ ?$/, '')
    .trim();

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

function arabic(numeral: string): string {
  const values = Array.from(numeral, (letter) => ROMAN[letter] ?? 0);
  return String(
    values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0),
  );
}

/**
 * Reads a French date as museums write it: `1880`, `1890 vers`, `1950 entre ; 1960 et`, `1863 avant`, `194.`, `15 av JC`,
 * `4e quart 19e siècle`, `limite 19e siècle 20e siècle`, `IIe siècle av JC`, several joined by `;`. Days and months
 * (`1905/06/12`) are read as their year, save in ISO 8601. Undefined where it is not understood.
 */
export function parseFrenchDate(value: string): Stretch | undefined {
  const text = plain(value);
  const found = single(text) ?? union(pieces(text).map(single));
  if (!found || !value.includes('?') || !/^-?\d{4}~?$/.test(found.edtf)) return found;
  return { ...found, edtf: found.edtf.endsWith('~') ? `${found.edtf.slice(0, -1)}%` : `${found.edtf}?` };
}

/** Cut at semicolons, but `1950 entre ; 1960 et` stays together. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const part of text.split(/\s*;\s*/).filter((one) => one !== '')) {
    const before = found.at(-1);
    if (before?.endsWith(' entre') && part.endsWith(' et')) found.splice(-1, 1, `${before} ; ${part}`);
    else found.push(part);
  }
  return found;
}

const READERS: readonly ((text: string) => Stretch | undefined)[] = [
  between,
  year,
  decade,
  century,
  isoStretch,
];

function single(text: string): Stretch | undefined {
  for (const read of READERS) {
    const found = read(text);
    if (found) return found;
  }
  return undefined;
}

const ERA = String.raw`(?: (?:av|ap)\.?(?: ?j\.?-?c\.?)?)`;
const YEAR = String.raw`(-?\d{3,4}${ERA}?|\d{1,2}${ERA})`;
const DAY = String.raw`(?:/(?:0[1-9]|1[0-2])(?:/\d{2})?)?`;

/** `15 av JC` is the year −14: there is a year 0, which is 1 BC. */
const yearNumber = (text = ''): number =>
  / av/.test(text) ? 1 - Number.parseInt(text, 10) : Number.parseInt(text, 10);

const RANGES: readonly RegExp[] = [
  String.raw`(\d{1,4}${ERA}?) entre ?[;,] ?(\d{1,4}${ERA}?) et`,
  `entre ${YEAR} et ${YEAR}`,
  `(?:de )?${YEAR} a ${YEAR}`,
  `${YEAR} ?[-–/] ?${YEAR}`,
  `${YEAR} apres ; ${YEAR} avant`,
].map((pattern) => new RegExp(`^${pattern}$`));

function between(text: string): Stretch | undefined {
  const match = RANGES.map((pattern) => pattern.exec(text)).find((one) => one !== null);
  return match ? span(yearNumber(match[1]), yearNumber(match[2])) : undefined;
}

/** What the year is the year of: it does not change the date. */
const EVENT =
  '(?:tirage|fonte|dates?|datee?|editee?|imprimee?|commencee?|achevee?|signee?|publiee?|emission|depot legal|debut|fin|ou|et)';
const NEARNESS = 'vers|avant|apres|en|circa|ca';
const ONE_YEAR = new RegExp(
  String.raw`^(?:(${NEARNESS}) )?${YEAR}${DAY}(?: \(?${EVENT}\)?)?(?: \(?(${NEARNESS})\)?)?$`,
);

function year(text: string): Stretch | undefined {
  const match = ONE_YEAR.exec(text);
  if (!match) return undefined;
  const at = yearNumber(match[2]);
  const word = match[1] ?? match[3];
  if (word === 'avant') return { edtf: `../${edtfYear(at)}`, end: at };
  if (word === 'apres') return { edtf: `${edtfYear(at)}/..`, begin: at };
  const about = ['vers', 'circa', 'ca'].includes(word ?? '') ? '~' : '';
  return { edtf: edtfYear(at) + about, begin: at, end: at };
}

/** `194.`, `194. en`, `annees 1940`. */
function decade(text: string): Stretch | undefined {
  const match = /^(\d{3})\.(?: ?(?:en|vers))?$/.exec(text) ?? /^(?:les )?annees (\d{3})0$/.exec(text);
  if (!match) return undefined;
  const begin = Number(match[1]) * 10;
  return { edtf: `${match[1]}X`, begin, end: begin + 9 };
}

const CENTURY =
  /(\d{1,2}) ?(?:er|e|eme|ere)? (siecle|millenaire)( av\.? ?j\.?-?c\.?)?(?: ap\.? ?j\.?-?c\.?)?/;
const WHOLE_CENTURY = new RegExp(`^${CENTURY.source}$`);
const PART_OF_CENTURY = new RegExp(`^(?:(.+?) (?:du )?)?(${CENTURY.source})(?: \\(?([^()]+)\\)?)?$`);

function century(text: string): Stretch | undefined {
  const limit = /^limite (.+ siecle) (?:et )?(.+ siecle)$/.exec(text);
  if (limit) {
    const boundary = wholeCentury(limit[1] ?? '')?.end;
    return boundary === undefined ? undefined : span(boundary - 9, boundary + 10);
  }
  const match = PART_OF_CENTURY.exec(text);
  const whole = match && wholeCentury(match[2] ?? '');
  if (!whole || (match[1] !== undefined && match[6] !== undefined)) return undefined;
  const words = match[1] ?? match[6];
  return words === undefined ? span(whole.begin, whole.end) : part(words, whole);
}

function wholeCentury(text: string): { begin: number; end: number } | undefined {
  const match = WHOLE_CENTURY.exec(text);
  const number = Number(match?.[1] ?? 0);
  if (!match || number < 1) return undefined;
  const size = match[2] === 'millenaire' ? 1000 : 100;
  return match[3] === undefined
    ? { begin: (number - 1) * size + 1, end: number * size }
    : { begin: 1 - number * size, end: (1 - number) * size };
}

const FRACTION =
  /^(?:(\d)(?:er|ere|e|eme|nd|nde)?|(premier|premiere|deuxieme|second|seconde|troisieme|quatrieme)) (quart|moitie|tiers)$/;
const ORDINALS = { premier: 1, premiere: 1, deuxieme: 2, second: 2, seconde: 2, troisieme: 3, quatrieme: 4 };
const PARTS = { quart: 4, moitie: 2, tiers: 3 };
/** Shares of a century that words stand for. */
const SHARES: ReadonlyMap<string, readonly [from: number, to: number]> = new Map([
  ['debut', [0, 1 / 5]],
  ['milieu', [2 / 5, 3 / 5]],
  ['fin', [4 / 5, 1]],
]);

/** `1er quart`, `2e moitie`, `3e tiers`, `debut`, `fin`, `milieu`. */
function part(words: string, whole: { begin: number; end: number }): Stretch | undefined {
  const fraction = FRACTION.exec(words);
  const index = Number(fraction?.[1] ?? ORDINALS[fraction?.[2] as keyof typeof ORDINALS]);
  const parts = PARTS[fraction?.[3] as keyof typeof PARTS];
  const share = fraction ? [(index - 1) / parts, index / parts] : SHARES.get(words);
  const [from = -1, to = -1] = share ?? [];
  if (from < 0 || to > 1) return undefined;
  const length = whole.end - whole.begin + 1;
  return span(whole.begin + Math.round(from * length), whole.begin + Math.round(to * length) - 1);
}

/** The stretch from the first to the last; a side that is open in one part is open in the whole. */
function union(parts: readonly (Stretch | undefined)[]): Stretch | undefined {
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

function span(begin: number, end: number): Stretch | undefined {
  if (end < begin) return undefined;
  return { edtf: begin === end ? edtfYear(begin) : `${edtfYear(begin)}/${edtfYear(end)}`, begin, end };
}

/** Four digits at least, a sign before years before 0: the lexical form of `xsd:gYear` and of EDTF years. */
export function edtfYear(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}
