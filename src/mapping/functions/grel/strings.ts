import { createHash } from 'node:crypto';
import { eachKept, type FunctionDescription } from '../function.ts';
import { OUTPUTS } from '../namespaces.ts';
import { withPattern } from '../pattern-use.ts';
import { grel, integerOf, P, slashed, truth } from './parameters.ts';

const { string, number, bool } = OUTPUTS;

/** Part of a text by indexes; a negative end counts from the end; an index beyond the text gives nothing. */
function substring(text: string, from: string, to: string): string | undefined {
  const begin = integerOf(from);
  const end = to === '' ? text.length : integerOf(to);
  if (begin === undefined || end === undefined) return undefined;
  const first = begin < 0 ? text.length + begin : begin;
  const last = end < 0 ? text.length + end : end;
  return first < 0 || first > text.length || last < first ? undefined : text.slice(first, last);
}

const hash =
  (algorithm: string) =>
  (value: string): string =>
    createHash(algorithm).update(value).digest('hex');

/** The rest of the second text from where it leaves the first. */
function difference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at++;
  return other.slice(at);
}

const searching: readonly FunctionDescription[] = [
  grel(
    'string_length',
    ['Le nombre de caractères.', 'The number of characters.'],
    [P.value],
    number,
    eachKept((value) => String(value.length)),
    [[{ valueParameter: 'Venus' }, '5']],
  ),
  grel(
    'string_indexOf',
    ['Le rang de la première occurrence, −1 sans.', 'The index of the first occurrence, −1 without.'],
    [P.value, P.sub],
    number,
    eachKept((value, [sub = '']) => String(value.indexOf(sub))),
    [
      [{ valueParameter: 'internationalization', string_sub: 'nation' }, '5'],
      [{ valueParameter: 'a', string_sub: 'z' }, '-1'],
    ],
  ),
  grel(
    'string_lastIndexOf',
    ['Le rang de la dernière occurrence, −1 sans.', 'The index of the last occurrence, −1 without.'],
    [P.value, P.sub],
    number,
    eachKept((value, [sub = '']) => String(value.lastIndexOf(sub))),
    [[{ valueParameter: 'parallel', string_sub: 'a' }, '3']],
  ),
  grel(
    'string_startsWith',
    ['Si le texte commence ainsi.', 'Whether the text begins so.'],
    [P.value, P.sub],
    bool,
    eachKept((value, [sub = '']) => truth(value.startsWith(sub))),
    [
      [{ valueParameter: 'food', string_sub: 'foo' }, 'true'],
      [{ valueParameter: 'food', string_sub: 'bar' }, 'false'],
    ],
  ),
  grel(
    'string_endsWith',
    ['Si le texte finit ainsi.', 'Whether the text ends so.'],
    [P.value, P.sub],
    bool,
    eachKept((value, [sub = '']) => truth(value.endsWith(sub))),
    [[{ valueParameter: 'food', string_sub: 'ood' }, 'true']],
  ),
  grel(
    'string_contains',
    [
      'Si le texte contient l’autre, ou le motif entre barres obliques.',
      'Whether the text contains the other, or the pattern between slashes.',
    ],
    [P.value, P.sub],
    bool,
    eachKept((value, [sub = ''], context) => {
      const pattern = slashed(sub);
      if (pattern === undefined) return truth(value.includes(sub));
      const found = withPattern(pattern, value, context, (regex) => regex.test(value));
      return found === undefined ? undefined : truth(found);
    }),
    [
      [{ valueParameter: 'food', string_sub: 'oo' }, 'true'],
      [{ valueParameter: 'rose of Jericho', string_sub: '/\\s+/' }, 'true'],
    ],
  ),
];

const changing: readonly FunctionDescription[] = [
  grel(
    'string_substring',
    [
      'Une partie du texte ; rien si le rang est au-delà.',
      'A part of the text; nothing where the index is beyond it.',
    ],
    [P.value, P.from, P.to],
    string,
    eachKept((value, [from = '', to = '']) => substring(value, from, to)),
    [
      [{ valueParameter: 'profound', param_int_i_from: '3' }, 'found'],
      [{ valueParameter: 'profound', param_int_i_from: '1', param_int_i_opt_to: '-1' }, 'rofoun'],
      [{ valueParameter: 'Venus', param_int_i_from: '5' }, ''],
      [{ valueParameter: 'Venus', param_int_i_from: '1000' }, []],
    ],
  ),
  grel(
    'string_replace',
    [
      'Remplace chaque occurrence d’un texte, ou d’un motif entre barres obliques.',
      'Replaces each occurrence of a text, or of a pattern between slashes.',
    ],
    [P.value, P.find, P.replace],
    string,
    eachKept((value, [find = '', by = ''], context) => {
      const pattern = slashed(find);
      if (pattern !== undefined)
        return withPattern(pattern, value, context, (regex) => value.replace(regex, by), 'gu');
      return find === '' ? value : value.replaceAll(find, () => by);
    }),
    [
      [{ valueParameter: 'M Venus', p_string_find: ' ', p_string_replace: '-' }, 'M-Venus'],
      [{ valueParameter: 'a  b', p_string_find: '/\\s+/', p_string_replace: ' ' }, 'a b'],
    ],
  ),
  grel(
    'string_replaceChars',
    [
      'Remplace chaque caractère d’une liste par celui de même rang de l’autre.',
      'Replaces each character of a list by that of the same rank in the other.',
    ],
    [P.value, P.find, P.replace],
    string,
    eachKept((value, [find = '', by = '']) => {
      const replacements = Array.from(by);
      const table = new Map(Array.from(find, (letter, index) => [letter, replacements[index] ?? letter]));
      return Array.from(value, (letter) => table.get(letter) ?? letter).join('');
    }),
    [[{ valueParameter: 'Téxt thát', p_string_find: 'áé', p_string_replace: 'ae' }, 'Text that']],
  ),
  grel(
    'string_diff',
    [
      'La fin du second texte, là où il quitte le premier.',
      'The end of the second text, where it leaves the first.',
    ],
    [P.value, P.value2],
    string,
    eachKept((value, [other = '']) => difference(value, other)),
    [[{ valueParameter: 'cacti', valueParameter2: 'cactus' }, 'us']],
  ),
  grel('string_md5', ['L’empreinte MD5.', 'The MD5 hash.'], [P.value], string, eachKept(hash('md5')), [
    [{ valueParameter: '' }, 'd41d8cd98f00b204e9800998ecf8427e'],
  ]),
  grel('string_sha1', ['L’empreinte SHA-1.', 'The SHA-1 hash.'], [P.value], string, eachKept(hash('sha1')), [
    [{ valueParameter: 'abc' }, 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ]),
];

export const STRINGS: readonly FunctionDescription[] = [...searching, ...changing];
