import { analyse } from 'chardet';
import { type Guess, isEncodingLabel } from '../model/index.ts';
import type { Peek } from './peek.ts';
import { figures } from './sentences.ts';

const UTF8_MARK = [0xef, 0xbb, 0xbf];

/** How a file's text is encoded, and how many byte order marks it begins with. */
export interface FoundEncoding {
  readonly guess: Guess<string>;
  readonly marks: number;
}

/** A mark or two tell; UTF-8 is proven; what is neither is the encoding in which its letters are French. */
export function findEncoding(seen: Peek): FoundEncoding {
  const { head } = seen;
  const marks = marksIn(head);
  if (marks > 0) return { guess: sure('utf-8', marked('UTF-8', marks)), marks };
  if (head[0] === 0xff && head[1] === 0xfe) return { guess: sure('utf-16le', marked('UTF-16', 1)), marks: 1 };
  if (head[0] === 0xfe && head[1] === 0xff) return { guess: sure('utf-16be', marked('UTF-16', 1)), marks: 1 };
  return { guess: unmarked(seen), marks: 0 };
}

function marksIn(head: Uint8Array): number {
  let marks = 0;
  while (UTF8_MARK.every((byte, index) => head[marks * 3 + index] === byte)) marks++;
  return marks;
}

const marked = (name: string, count: number) => ({
  fr: `${name} : le fichier commence par ${count === 1 ? 'une marque' : `${count} marques`} d’ordre des octets.`,
  en: `${name}: the file begins with ${count === 1 ? 'a byte order mark' : `${count} byte order marks`}.`,
});

const sure = (value: string, evidence: Guess<string>['evidence']): Guess<string> => ({
  value,
  confidence: 1,
  evidence,
});

function unmarked(seen: Peek): Guess<string> {
  const wide = wideEncoding(seen.head);
  if (wide !== undefined) return wide;
  if (seen.isAscii)
    return sure('utf-8', {
      fr: 'UTF-8 : le fichier n’a que des caractères ASCII.',
      en: 'UTF-8: the file has nothing but ASCII characters.',
    });
  if (seen.isUtf8)
    return sure('utf-8', {
      fr: 'UTF-8 : tout le fichier se décode ainsi.',
      en: 'UTF-8: the whole file is decoded as such.',
    });
  return nearlyUtf8(seen.contexts) ?? ofOneByte(seen.contexts);
}

/** UTF-16 without a mark: every other byte of a text in Latin letters is zero. */
function wideEncoding(head: Uint8Array): Guess<string> | undefined {
  const length = Math.min(head.length, 4096) & ~1;
  if (length < 8) return undefined;
  const zeros = [0, 0];
  for (let at = 0; at < length; at++) if (head[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / (length / 2));
  if (Math.max(even, odd) < 0.5 || Math.min(even, odd) > 0.1) return undefined;
  return {
    value: odd > even ? 'utf-16le' : 'utf-16be',
    confidence: 0.95,
    evidence: {
      fr: 'UTF-16 : un octet sur deux est nul.',
      en: 'UTF-16: every other byte is zero.',
    },
  };
}

/** Letters of several bytes where a few bytes are broken: reading tells the line. */
function nearlyUtf8(contexts: Buffer): Guess<string> | undefined {
  const text = new TextDecoder('utf-8').decode(contexts);
  const letters = text.match(/[\u0080-\ufffc]/gu)?.length ?? 0;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  if (letters < 20 * broken || letters === 0) return undefined;
  return {
    value: 'utf-8',
    confidence: 0.6,
    evidence: {
      fr: `UTF-8 : ${figures(letters).fr} caractères se décodent ainsi, et ${figures(broken).fr} non.`,
      en: `UTF-8: ${figures(letters).en} characters are decoded as such, and ${figures(broken).en} are not.`,
    },
  };
}

/** In the order in which files of French museums have them. */
const USUAL = ['windows-1252', 'macintosh', 'iso-8859-15'];

/** What a letter beyond ASCII is worth as French, with the letters around it. */
const WORTH: readonly (readonly [RegExp, number])[] = [
  [/(?<=[A-Za-z])[éèêëàâçîïôûùüœæÿ]|[éèêëàâçîïôûùüœæÿ](?=[a-z])/gu, 2],
  [/(?<![a-zà-ÿ])[ÉÈÊËÀÂÇÎÏÔÛÙÜŒÆ](?=[A-Za-zÉÈéèê])/gu, 2],
  [/[«»’‘“”…–—€°\u00a0²½×§®©•·]/gu, 1],
  [/[áíóúñãõäöåøßìòÁÍÓÚÑÄÖÅØ]/gu, 0.3],
  [/(?<=[a-zà-ÿ])[ÉÈÊËÀÂÇÎÏÔÛÙÜŒÆŽŠŸÐÞÓÍ]/gu, -3],
  [/[¤¦¨¬¯±´µ¶¸¼¾¹³†‡‰ˆ˜ƒ¢¥¡ıˇ˘˙˚˝˛ÞÐþð∂∑∏π∫ΩºªƒΔ◊ﬁﬂ≤≥√∞≠≈]/gu, -1],
  [/[\u0080-\u009f\u0400-\u04ff\u0590-\u06ff]/gu, -4],
];

function ofOneByte(contexts: Buffer): Guess<string> {
  const others = analyse(contexts)
    .map(({ name }) => name.toLowerCase())
    .filter((name) => isEncodingLabel(name) && !name.startsWith('utf') && !name.startsWith('iso-8859-1'));
  const letters = Math.max(1, contexts.filter((byte) => byte >= 0x80).length);
  // Others must be better by far.
  const unusual = letters;
  const scored = [...new Set([...USUAL, ...others.slice(0, 3)])]
    .map((name) => ({ name, score: frenchness(contexts, name) - (USUAL.includes(name) ? 0 : unusual) }))
    .sort((a, b) => b.score - a.score);
  const [best = { name: 'windows-1252', score: 0 }, second] = scored;
  return {
    value: best.name,
    confidence: confidenceOf(best.score / letters, (second?.score ?? 0) / letters),
    evidence: {
      fr: `${best.name} : ce n’est pas de l’UTF-8, et les lettres accentuées sont ainsi celles du français.`,
      en: `${best.name}: this is not UTF-8, and accented letters are thus those of French.`,
    },
  };
}

/** Two encodings may give the same letters: then any of them is right. */
function confidenceOf(best: number, second: number): number {
  if (best <= 0) return 0.2;
  const margin = best - second;
  return Math.min(0.95, 0.5 + best / 8 + (margin > 0 ? 0.2 : 0.1));
}

function frenchness(contexts: Buffer, encoding: string): number {
  const text = decodedAs(contexts, encoding);
  if (text === undefined) return Number.NEGATIVE_INFINITY;
  return WORTH.reduce((sum, [letters, worth]) => sum + worth * (text.match(letters)?.length ?? 0), 0);
}

function decodedAs(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
