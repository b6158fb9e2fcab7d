import type { FunctionDescription, Run } from '../function.ts';
import { OUTPUTS } from '../namespaces.ts';
import { decimalText, grel, integerOf, numberOf, P } from './parameters.ts';

const { array, string, number } = OUTPUTS;

/** Part of a list by indexes, as `substring` of a text. */
const slice: Run = ([values = [], [from = '0'] = [], ends = []]) => {
  const to = ends[0];
  const begin = integerOf(from);
  const end = to === undefined ? undefined : integerOf(to);
  return begin === undefined || (to !== undefined && end === undefined) ? [] : values.slice(begin, end);
};

/** One value where there is no end. */
const get: Run = (args, context) => {
  const [values = [], [from = ''] = [], to = []] = args;
  if (to.length > 0) return slice(args, context);
  const at = integerOf(from);
  const value = at === undefined ? undefined : values.at(at);
  return value === undefined ? [] : [value];
};

function sum(values: readonly string[]): readonly string[] {
  const numbers = values.map(numberOf);
  if (numbers.some((one) => one === undefined)) return [];
  const total = decimalText(numbers.reduce<number>((all, one) => all + (one ?? 0), 0));
  return total === undefined ? [] : [total];
}

export const ARRAYS: readonly FunctionDescription[] = [
  grel(
    'array_get',
    [
      'La valeur d’un rang, ou les valeurs jusqu’à un autre.',
      'The value at an index, or the values up to another.',
    ],
    [P.array, P.from, P.to],
    array,
    get,
    [
      [{ p_array_a: ['a', 'b', 'c'], param_int_i_from: '1' }, 'b'],
      [{ p_array_a: ['a', 'b', 'c'], param_int_i_from: '0', param_int_i_opt_to: '2' }, ['a', 'b']],
      [{ p_array_a: ['a'], param_int_i_from: '7' }, []],
    ],
  ),
  grel(
    'array_slice',
    ['Les valeurs d’un rang à un autre.', 'The values from an index to another.'],
    [P.array, P.from, P.to],
    array,
    slice,
    [[{ p_array_a: ['a', 'b', 'c'], param_int_i_from: '1' }, ['b', 'c']]],
  ),
  grel(
    'array_join',
    ['Les valeurs jointes en un texte.', 'The values joined into one text.'],
    [P.array, P.separator],
    string,
    ([values = [], [separator = ''] = []]) => (values.length === 0 ? [] : [values.join(separator)]),
    [
      [{ p_array_a: ['a', 'b'], p_string_sep: ' ; ' }, 'a ; b'],
      [{ p_array_a: [], p_string_sep: ';' }, []],
    ],
  ),
  grel(
    'array_length',
    ['Le nombre de valeurs.', 'The number of values.'],
    [P.array],
    number,
    ([values = []]) => [String(values.length)],
    [[{ p_array_a: ['a', 'b'] }, '2']],
  ),
  grel(
    'array_uniques',
    ['Les valeurs sans répétition.', 'The values without repetition.'],
    [P.array],
    array,
    ([values = []]) => [...new Set(values)],
    [[{ p_array_a: ['b', 'a', 'b'] }, ['b', 'a']]],
  ),
  grel(
    'array_reverse',
    ['Les valeurs à l’envers.', 'The values in reverse.'],
    [P.array],
    array,
    ([values = []]) => values.toReversed(),
    [[{ p_array_a: ['a', 'b'] }, ['b', 'a']]],
  ),
  grel(
    'array_sort',
    ['Les valeurs triées, par points de code.', 'The values sorted, by code units.'],
    [P.array],
    array,
    ([values = []]) => values.toSorted((one, other) => (one < other ? -1 : Number(one > other))),
    [[{ p_array_a: ['b', 'a', 'é'] }, ['a', 'b', 'é']]],
  ),
  grel(
    'array_sum',
    [
      'La somme des nombres ; rien si l’un n’en est pas un.',
      'The sum of the numbers; nothing where one is none.',
    ],
    [P.array],
    OUTPUTS.decimal,
    ([values = []]) => sum(values),
    [
      [{ p_array_a: ['1', '2.5'] }, '3.5'],
      [{ p_array_a: ['1', 'x'] }, []],
    ],
  ),
];
