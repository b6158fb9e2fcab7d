import { claim, each, type MappingFunction } from './function.ts';
import { htmlToText } from './html.ts';
import { normalised } from './normalised.ts';

/** Lower case, no accents, words joined by hyphens: readable and stable in an IRI. */
export function slugOf(value: string): string {
  return withoutMarks(withoutMarks(normalised(value)).toLowerCase())
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');

/** Cuts at a separator, but not inside parentheses, brackets or double quotes; parts are trimmed, empty ones dropped. */
export function splitOutsideBrackets(value: string, separator: string): string[] {
  if (separator === '') return [normalised(value)].filter((part) => part !== '');
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < value.length; at++) {
    const c = value[at] ?? '';
    if (c === '"') quoted = !quoted;
    else if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && !quoted && value.startsWith(separator, at)) {
      parts.push(value.slice(from, at));
      from = at + separator.length;
    }
  }
  // A bracket or quote that is never closed protects nothing.
  if (depth > 0 || quoted)
    return value
      .split(separator)
      .map(normalised)
      .filter((part) => part !== '');
  return [...parts, value.slice(from)].map(normalised).filter((part) => part !== '');
}

/** First letter upper case, the rest as it is. */
const capitalised = (value: string): string => value.charAt(0).toLocaleUpperCase('fr') + value.slice(1);

const pattern = (source: string): RegExp => new RegExp(source, 'u');

export const TEXT_FUNCTIONS: Readonly<Record<string, MappingFunction>> = {
  normalise: each(['value'], 1, normalised),
  lowerCase: each(['value'], 1, (value) => value.toLocaleLowerCase('fr')),
  upperCase: each(['value'], 1, (value) => value.toLocaleUpperCase('fr')),
  capitalise: each(['value'], 1, (value) => capitalised(normalised(value))),
  htmlToText: each(['value'], 1, htmlToText),
  slug: each(['value'], 1, slugOf),
  replace: each(['value', 'find', 'with'], 3, (value, [find = '', by = '']) =>
    find === '' ? value : value.replaceAll(find, by),
  ),
  before: each(['value', 'separator'], 2, (value, [separator = '']) =>
    normalised(separator === '' ? value : (value.split(separator)[0] ?? '')),
  ),
  after: each(['value', 'separator'], 2, (value, [separator = '']) =>
    normalised(separator === '' ? '' : value.split(separator).slice(1).join(separator)),
  ),
  extract: each(['value', 'pattern'], 2, (value, [source = '']) => {
    const match = pattern(source).exec(value);
    return match?.[1] ?? match?.[0];
  }),
  concat: each(['value', 'before', 'after'], 2, (value, [before = '', after = '']) => before + value + after),
  split: {
    parameters: ['value', 'separator'],
    required: 2,
    run: ([values = [], separators = []]) =>
      values.flatMap((value) => splitOutsideBrackets(value, separators[0] ?? ';')),
  },
  first: { parameters: ['value'], required: 1, run: ([values = []]) => values.slice(0, 1) },
  coalesce: {
    parameters: ['value', 'otherwise'],
    required: 2,
    run: (args) => args.find((values) => values.length > 0) ?? [],
  },
  isEmpty: claim(['value'], ([values = []]) => values.length === 0),
  isNotEmpty: claim(['value'], ([values = []]) => values.length > 0),
  equal: claim(['value', 'other'], ([values = [], others = []]) =>
    values.some((value) => others.includes(value)),
  ),
  differ: claim(
    ['value', 'other'],
    ([values = [], others = []]) => !values.some((value) => others.includes(value)),
  ),
  matches: claim(['value', 'pattern'], ([values = [], [source = ''] = []]) =>
    values.some((value) => pattern(source).test(value)),
  ),
  matchesNot: claim(
    ['value', 'pattern'],
    ([values = [], [source = ''] = []]) => !values.some((value) => pattern(source).test(value)),
  ),
};
