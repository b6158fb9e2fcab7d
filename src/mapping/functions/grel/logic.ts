import { type FunctionDescription, holds } from '../function.ts';
import { OUTPUTS } from '../namespaces.ts';
import { grel, numberOf, P, truth } from './parameters.ts';

const { any, bool } = OUTPUTS;

const isTrue = (value: string): boolean => holds([value]);
const blank = (values: readonly string[]): boolean => values.every((value) => value.trim() === '');

export const LOGIC: readonly FunctionDescription[] = [
  grel(
    'boolean_and',
    ['Si toutes les conditions sont vraies.', 'Whether all the conditions are true.'],
    [P.booleans],
    bool,
    ([values = []]) => [truth(values.every(isTrue))],
    [
      [{ param_rep_b: ['true', 'true'] }, 'true'],
      [{ param_rep_b: ['true', 'false'] }, 'false'],
    ],
  ),
  grel(
    'boolean_or',
    ['Si l’une des conditions est vraie.', 'Whether one of the conditions is true.'],
    [P.booleans],
    bool,
    ([values = []]) => [truth(values.some(isTrue))],
    [[{ param_rep_b: ['false', 'true'] }, 'true']],
  ),
  grel(
    'boolean_xor',
    ['Si une condition et une seule est vraie.', 'Whether one and only one condition is true.'],
    [P.booleans],
    bool,
    ([values = []]) => [truth(values.filter(isTrue).length === 1)],
    [[{ param_rep_b: ['true', 'true'] }, 'false']],
  ),
  grel(
    'boolean_not',
    ['Si la condition est fausse.', 'Whether the condition is false.'],
    [P.boolean],
    bool,
    ([values]) => [truth(!holds(values))],
    [
      [{ bool_b: 'true' }, 'false'],
      [{ bool_b: [] }, 'true'],
    ],
  ),
  grel(
    'controls_if',
    ['L’une ou l’autre valeur, selon la condition.', 'One value or the other, by the condition.'],
    [P.boolean, P.whenTrue, P.whenFalse],
    any,
    ([values, yes = [], no = []]) => (holds(values) ? yes : no),
    [
      [{ bool_b: 'true', any_true: 'a', any_false: 'b' }, 'a'],
      [{ bool_b: 'false', any_true: 'a' }, []],
    ],
  ),
  grel(
    'controls_isNull',
    ['S’il n’y a pas de valeur.', 'Whether there is no value.'],
    [P.any],
    bool,
    ([values = []]) => [truth(values.length === 0)],
    [[{ p_any_e: [] }, 'true']],
  ),
  grel(
    'controls_isNotNull',
    ['S’il y a une valeur.', 'Whether there is a value.'],
    [P.any],
    bool,
    ([values = []]) => [truth(values.length > 0)],
    [[{ p_any_e: '' }, 'true']],
  ),
  grel(
    'controls_isBlank',
    ['S’il n’y a pas de valeur, ou que des espaces.', 'Whether there is no value, or only spaces.'],
    [P.any],
    bool,
    ([values = []]) => [truth(blank(values))],
    [[{ p_any_e: ' ' }, 'true']],
  ),
  grel(
    'controls_isNonBlank',
    ['S’il y a autre chose que des espaces.', 'Whether there is something beside spaces.'],
    [P.any],
    bool,
    ([values = []]) => [truth(!blank(values))],
    [[{ p_any_e: 'a' }, 'true']],
  ),
  grel(
    'controls_isNumeric',
    ['Si toutes les valeurs sont des nombres.', 'Whether all the values are numbers.'],
    [P.any],
    bool,
    ([values = []]) => [truth(values.length > 0 && values.every((value) => numberOf(value) !== undefined))],
    [
      [{ p_any_e: '-12.5' }, 'true'],
      [{ p_any_e: '12,5' }, 'false'],
    ],
  ),
  grel(
    'other_coalesce',
    ['La première valeur.', 'The first value.'],
    [P.anyRepeated],
    any,
    ([values = []]) => values.slice(0, 1),
    [[{ p_any_rep_e: ['b', 'c'] }, 'b']],
  ),
];
