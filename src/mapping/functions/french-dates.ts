import { normalised } from './text.ts';

/** A stretch of time: an EDTF text (ISO 8601-2) and years counted astronomically (0 is 1 BC); an open end is absent. */
export interface Stretch {
  readonly edtf: string;
  readonly begin?: number;
  readonly end?: number;
}

const ORDINALS: Readonly<Record<string, number>> = {
  premier: 1,
  premiere: 1,
  deuxieme: 2,
  second: 2,
  seconde: 2,
  troisieme: 3,
  quatrieme: 4,
};

/** Parts of a century: number of parts, or a fixed share of it. */
const HUNDRED = 100;

const plain = (value: string): string =>
  normalised(value).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/g, "'");

/**
 * Reads a French date as museums write it: `1880`, `1890 vers`, `1950 entre ; 1960 et`, `1863 avant`, `194.`,
 * `4e quart 19e siècle`, `limite 19e siècle 20e siècle`, `1er siècle av JC`, several joined by `;`. Undefined where it
 * is not understood.
 */
export function parseFrenchDate(value: string): Stretch | undefined {
  const text = plain(value)
    .replace(/\(\?\)|\?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const doubtful = /\?/.test(value);
  const whole = between(text) ?? single(text);
  const found =
    whole ??
    union(
      text
        .split(/\s*;\s*/)
        .filter((part) => part !== '')
        .map((part) => single(part)),
    );
  return found && doubtful && /^-?\d{4}$/.test(found.edtf) ? { ...found, edtf: `${found.edtf}?` } : found;
}

function single(text: string): Stretch | undefined {
  for (const read of [century, year, decade]) {
    const found = read(text);
    if (found) return found;
  }
  return undefined;
}

const YEAR = String.raw`(-?\d{3,4})`;

function between(text: string): Stretch | undefined {
  const match =
    new RegExp(`^${YEAR} entre ; ${YEAR} et$`).exec(text) ??
    new RegExp(`^entre ${YEAR} et ${YEAR}$`).exec(text) ??
    new RegExp(`^${YEAR} ?[-–/] ?${YEAR}$`).exec(text) ??
    new RegExp(`^${YEAR} apres ; ${YEAR} avant$`).exec(text);
  return match ? span(Number(match[1]), Number(match[2])) : undefined;
}

function year(text: string): Stretch | undefined {
  const match = new RegExp(
    `^(?:(vers|avant|apres|en|circa) )?${YEAR}(?:/\\d{2}/\\d{2})?(?: \\(?(vers|avant|apres|en|circa|ca|tirage|fonte|date|edite|imprime|commence|commence en|acheve|signe)\\)?)?$`,
  ).exec(text);
  if (!match) return undefined;
  const at = Number(match[2]);
  const word = match[1] ?? match[3];
  if (word === 'avant') return { edtf: `../${edtfYear(at)}`, end: at };
  if (word === 'apres') return { edtf: `${edtfYear(at)}/..`, begin: at };
  const about = ['vers', 'circa', 'ca'].includes(word ?? '') ? '~' : '';
  return { edtf: edtfYear(at) + about, begin: at, end: at };
}

/** `194.`, `194. en`, `annees 1940`. */
function decade(text: string): Stretch | undefined {
  const match = /^(\d{3})\.(?: ?(?:en|vers))?$/.exec(text) ?? /^annees (\d{3})0$/.exec(text);
  if (!match) return undefined;
  const begin = Number(match[1]) * 10;
  return { edtf: `${match[1]}X`, begin, end: begin + 9 };
}

const CENTURY = /(\d{1,2}) ?(?:er|e|eme|ere)? (siecle|millenaire)( av\.? ?j\.?-?c\.?)?/;

function century(text: string): Stretch | undefined {
  const limit = /^limite (.+ siecle) (?:et )?(.+ siecle)$/.exec(text);
  if (limit) {
    const boundary = wholeCentury(limit[1] ?? '')?.end;
    return boundary === undefined ? undefined : span(boundary - 9, boundary + 10);
  }
  const match = new RegExp(`^(?:(.+?) (?:du )?)?${CENTURY.source}$`).exec(text);
  const whole = match && wholeCentury(text.slice(text.indexOf(match[2] ?? '', (match[1] ?? '').length)));
  if (!match || !whole) return undefined;
  return match[1] === undefined ? span(whole.begin, whole.end) : part(match[1], whole);
}

function wholeCentury(text: string): { begin: number; end: number } | undefined {
  const match = new RegExp(`${CENTURY.source}$`).exec(text);
  if (!match) return undefined;
  const size = match[2] === 'millenaire' ? 1000 : HUNDRED;
  const number = Number(match[1]);
  if (number < 1) return undefined;
  return match[3] === undefined
    ? { begin: (number - 1) * size + 1, end: number * size }
    : { begin: 1 - number * size, end: (1 - number) * size };
}

/** `1er quart`, `2e moitie`, `debut`, `fin`, `milieu`, `3e tiers`. */
function part(words: string, whole: { begin: number; end: number }): Stretch | undefined {
  const length = whole.end - whole.begin + 1;
  const fraction =
    /^(?:(\d)(?:er|ere|e|eme|nd|nde)?|(premier|premiere|deuxieme|second|seconde|troisieme|quatrieme)) (quart|moitie|tiers)$/.exec(
      words,
    );
  if (fraction) {
    const parts = { quart: 4, moitie: 2, tiers: 3 }[fraction[3] as 'quart' | 'moitie' | 'tiers'];
    const index = Number(fraction[1] ?? ORDINALS[fraction[2] ?? '']);
    if (index < 1 || index > parts) return undefined;
    return span(
      whole.begin + Math.round(((index - 1) * length) / parts),
      whole.begin + Math.round((index * length) / parts) - 1,
    );
  }
  if (words === 'debut') return span(whole.begin, whole.begin + Math.round(length / 5) - 1);
  if (words === 'fin') return span(whole.end - Math.round(length / 5) + 1, whole.end);
  if (words === 'milieu')
    return span(whole.begin + Math.round((length * 2) / 5), whole.begin + Math.round((length * 3) / 5) - 1);
  return undefined;
}

function union(parts: readonly (Stretch | undefined)[]): Stretch | undefined {
  const known = parts.filter((one) => one !== undefined);
  if (known.length === 0 || known.length < parts.length) return undefined;
  if (known.length === 1) return known[0];
  const begins = known.map((one) => one.begin);
  const ends = known.map((one) => one.end);
  if (begins.includes(undefined) || ends.includes(undefined)) return undefined;
  return span(Math.min(...(begins as number[])), Math.max(...(ends as number[])));
}

function span(begin: number, end: number): Stretch | undefined {
  if (end < begin) return undefined;
  return { edtf: begin === end ? edtfYear(begin) : `${edtfYear(begin)}/${edtfYear(end)}`, begin, end };
}

/** Four digits at least, a sign before years before 0: the lexical form of `xsd:gYear` and of EDTF years. */
export function edtfYear(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}
