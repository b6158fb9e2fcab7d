import { normalised } from './normalised.ts';

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['rsquo', '’'],
  ['lsquo', '‘'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['hellip', '…'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['deg', '°'],
  ['euro', '€'],
  ['szlig', 'ß'],
]);

/** Letters that entities name: `eacute`, `Ccedil`, `oelig`. */
const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
};
const LIGATURES: Readonly<Record<string, string>> = { oelig: 'œ', OElig: 'Œ', aelig: 'æ', AElig: 'Æ' };

/** Tags that stand inside a word as well as around it, and comments: they part nothing. */
const INLINE =
  /^<(?:!--|\/?(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)(?=[\s/>]))/i;

/** Tags out, those of blocks and `br` as a space; entities resolved, white space folded. */
export function htmlToText(value: string): string {
  const text = value
    .replace(/<[^<>]*>/g, (tag) => (INLINE.test(tag) ? '' : ' '))
    .replace(/&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{2,10});/g, (entity) => characterOf(entity) ?? entity);
  return normalised(text);
}

/** The character of `&eacute;`, `&#233;` or `&#xE9;`; undefined where there is none. */
export function characterOf(entity: string): string | undefined {
  const name = entity.slice(1, -1);
  if (!name.startsWith('#')) return named(name);
  return character(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
}

function named(name: string): string | undefined {
  const letter = /^([a-zA-Z])(acute|grave|circ|uml|tilde|cedil)$/.exec(name);
  if (letter) return `${letter[1]}${MARKS[letter[2] ?? '']}`.normalize('NFC');
  return LIGATURES[name] ?? NAMED.get(name.toLowerCase());
}

/** Surrogates and zero are no characters. */
function character(code: number): string | undefined {
  const possible = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return possible ? String.fromCodePoint(code) : undefined;
}
