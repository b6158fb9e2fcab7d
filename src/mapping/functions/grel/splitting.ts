import type { FunctionContext, FunctionDescription, Run } from '../function.ts';
import { OUTPUTS } from '../namespaces.ts';
import { withPattern } from '../pattern-use.ts';
import { grel, P, slashed } from './parameters.ts';

const { array } = OUTPUTS;

/** Several values from each value of the first argument. */
const many =
  (give: (value: string, options: readonly string[], context: FunctionContext) => readonly string[]): Run =>
  ([values = [], ...rest], context) => {
    const options = rest.map((argument) => argument[0] ?? '');
    return values.flatMap((value) => give(value, options, context));
  };

/** `\|` is `|`: mappings written for engines that split by regular expressions escape the separator. */
const literalSeparator = (separator: string): string => separator.replace(/\\([^\w\s])/g, '$1');

/** Empty parts inside are kept, those at the end are dropped. */
function split(
  value: string,
  [separator = '']: readonly string[],
  context: FunctionContext,
): readonly string[] {
  const pattern = slashed(separator);
  const parts =
    pattern === undefined
      ? value.split(literalSeparator(separator))
      : (withPattern(pattern, value, context, (regex) => value.split(regex)) ?? []);
  // A group of the pattern that took no part gives undefined.
  const texts = parts.map((part) => part ?? '');
  const last = texts.findLastIndex((part) => part !== '');
  return texts.slice(0, last + 1);
}

/** Cells of one line of a table: quotes protect separators, doubled quotes stand for one. */
function smartSplit(value: string, [given = '']: readonly string[]): readonly string[] {
  const count = (letter: string) => value.split(letter).length;
  const separator = given !== '' ? given : count('\t') >= count(',') ? '\t' : ',';
  const cells: string[] = [];
  let at = 0;
  while (at <= value.length) {
    const quoted = quotedCell(value, at, separator);
    const end = quoted?.end ?? nextOf(value, separator, at);
    cells.push(quoted?.cell ?? value.slice(at, end));
    at = end + separator.length;
  }
  return cells;
}

const nextOf = (value: string, separator: string, from: number): number => {
  const found = value.indexOf(separator, from);
  return found < 0 ? value.length : found;
};

function quotedCell(value: string, at: number, separator: string): { cell: string; end: number } | undefined {
  if (value[at] !== '"') return undefined;
  let close = at + 1;
  while (close < value.length) {
    if (value[close] !== '"') close++;
    else if (value[close + 1] === '"') close += 2;
    else break;
  }
  const end = close + 1;
  if (close >= value.length || (end < value.length && !value.startsWith(separator, end))) return undefined;
  return { cell: value.slice(at + 1, close).replaceAll('""', '"'), end };
}

const match = (
  value: string,
  [source = '']: readonly string[],
  context: FunctionContext,
): readonly string[] =>
  withPattern(`^(?:${slashed(source) ?? source})$`, value, context, (regex) =>
    (regex.exec(value) ?? []).slice(1).map((group: string | undefined) => group ?? ''),
  ) ?? [];

function partition(
  value: string,
  at: number,
  [fragment = '', omit = '']: readonly string[],
): readonly string[] {
  if (at < 0 || fragment === '') return [value, '', ''];
  const around = [value.slice(0, at), value.slice(at + fragment.length)];
  return omit === 'true' ? around : [around[0] ?? '', fragment, around[1] ?? ''];
}

export const SPLITTING: readonly FunctionDescription[] = [
  grel(
    'string_split',
    [
      'Coupe à un séparateur ; les parties vides de la fin tombent.',
      'Cuts at a separator; empty parts at the end are dropped.',
    ],
    [P.value, P.separator],
    array,
    many(split),
    [
      [{ valueParameter: 'fire, water,,air,', p_string_sep: ',' }, ['fire', ' water', '', 'air']],
      [{ valueParameter: 'a|b', p_string_sep: '\\|' }, ['a', 'b']],
      [{ valueParameter: 'a1b22c', p_string_sep: '/[0-9]+/' }, ['a', 'b', 'c']],
    ],
  ),
  grel(
    'string_smartSplit',
    ['Coupe une ligne de tableau, guillemets compris.', 'Cuts a line of a table, quotes understood.'],
    [P.value, P.optionalSeparator],
    array,
    many(smartSplit),
    [
      [{ valueParameter: 'a,"b, ""c""",d' }, ['a', 'b, "c"', 'd']],
      [{ valueParameter: 'a;12";c', p_opt_sep: ';' }, ['a', '12"', 'c']],
    ],
  ),
  grel(
    'string_match',
    [
      'Ce que prennent les parenthèses d’un motif qui convient à tout le texte.',
      'What the groups of a pattern take where it matches the whole text.',
    ],
    [P.value, P.regex],
    array,
    many(match),
    [
      [{ valueParameter: '230.22398, 12.3480', p_string_regex: '/.*(\\d\\d\\d\\d)/' }, '3480'],
      [{ valueParameter: 'abc', p_string_regex: '/(b)/' }, []],
    ],
  ),
  grel(
    'string_partition',
    [
      'Avant, le fragment, après : à sa première occurrence.',
      'Before, the fragment, after: at its first occurrence.',
    ],
    [P.value, P.fragment, P.omit],
    array,
    many((value, options) => partition(value, value.indexOf(options[0] ?? ''), options)),
    [
      [{ valueParameter: 'internationalization', p_fragment: 'nation' }, ['inter', 'nation', 'alization']],
      [{ valueParameter: 'abc', p_fragment: 'z' }, ['abc', '', '']],
    ],
  ),
  grel(
    'string_rpartition',
    [
      'Avant, le fragment, après : à sa dernière occurrence.',
      'Before, the fragment, after: at its last occurrence.',
    ],
    [P.value, P.fragment, P.omit],
    array,
    many((value, options) => partition(value, value.lastIndexOf(options[0] ?? ''), options)),
    [[{ valueParameter: 'parallel', p_fragment: 'a', p_bool_opt_b: 'true' }, ['par', 'llel']]],
  ),
];
