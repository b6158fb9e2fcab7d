import { type Stretch, span } from './stretch.ts';

const CENTURY = /(\d{1,2}) ?(?:er|e|eme|ere)? (siecle|millenaire)( av jc)?(?: ap jc)?/;
const WHOLE_CENTURY = new RegExp(`^${CENTURY.source}$`);
const PART_OF_CENTURY = new RegExp(`^(?:(.+?) (?:du )?)?(${CENTURY.source})(?: \\(?([^()]+)\\)?)?$`);
/** `début XXe`, without the word: a part and a numeral in full are needed. */
const WORDLESS = /^(?:debut|milieu|fin|.* (?:quart|moitie|tiers))(?: du)? \d{1,2}(?:er|e|eme)$/;

/** `19e siècle`, `fin du XVIe`, `4e quart 19e siècle`, `limite 19e siècle 20e siècle`. */
export function century(text: string): Stretch | undefined {
  const limit = /^limite (.+ siecle) (?:et )?(.+ siecle)$/.exec(text);
  if (limit) {
    const boundary = wholeCentury(limit[1] ?? '')?.end;
    return boundary === undefined ? undefined : span(boundary - 9, boundary + 10);
  }
  const match = PART_OF_CENTURY.exec(WORDLESS.test(text) ? `${text} siecle` : text);
  const whole = match && wholeCentury(match[2] ?? '');
  if (!whole || (match[1] !== undefined && match[6] !== undefined)) return undefined;
  const words = match[1] ?? match[6];
  return words === undefined ? span(whole.begin, whole.end) : part(words, whole);
}

const FROM_TO =
  /^(?:(?:du|de|entre) (?:le )?)?(.+?)( siecle)?( a[vp] jc)? ?(?:-|\/| au? | et (?:le )?) ?((?:(?:debut|milieu|fin)(?: du)? )?\d{1,2}(?:er|e|eme) siecle(?: (av) jc| ap jc)?)$/;
const NUMERAL = /\d(?:er|e|eme)$/;

/** `XVIe-XVIIe siècle`, `fin IIe - début Ier siècle av. J.-C.`: the first has the word and the era of the last. */
export function betweenCenturies(text: string): Stretch | undefined {
  const [, first = '', , era, last = '', before] = FROM_TO.exec(text) ?? [];
  if (!NUMERAL.test(first)) return undefined;
  const from = century(`${first} siecle${era ?? (before ? ' av jc' : '')}`)?.begin;
  const to = century(last)?.end;
  return from === undefined || to === undefined ? undefined : span(from, to);
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
