import {
  eachKept,
  type FunctionContext,
  type FunctionDescription,
  type FunctionParameter,
} from '../function.ts';
import { type Example, OUTPUTS } from '../namespaces.ts';
import { decimalText, grel, numberOf, P } from './parameters.ts';

/** Notes what is no number; a result that is none (a division by 0) gives nothing. */
function read(text: string, { note }: FunctionContext): number | undefined {
  const value = numberOf(text);
  if (value === undefined) note('not-a-number', text);
  return value;
}

/** A row: name, what it does, how, examples as figures. */
const one = (
  name: string,
  texts: readonly [string, string],
  apply: (value: number) => number,
  ...examples: readonly (readonly [string, string])[]
): FunctionDescription =>
  grel(
    name,
    texts,
    [P.number],
    OUTPUTS.decimal,
    eachKept((text, _, context) => {
      const value = read(text, context);
      return value === undefined ? undefined : decimalText(apply(value));
    }),
    [
      ...examples.map(([value, gives]): Example => [{ p_dec_n: value }, gives]),
      [{ p_dec_n: 'douze' }, [], 'not-a-number'],
    ],
  );

const two = (
  name: string,
  texts: readonly [string, string],
  [first, second]: readonly [FunctionParameter, FunctionParameter],
  apply: (value: number, other: number) => number,
  [value, other, gives]: readonly [string, string, string],
): FunctionDescription =>
  grel(
    name,
    texts,
    [first, second],
    first === P.integer ? OUTPUTS.number : OUTPUTS.decimal,
    eachKept((text, [otherText = ''], context) => {
      const left = read(text, context);
      const right = read(otherText, context);
      return left === undefined || right === undefined ? undefined : decimalText(apply(left, right));
    }),
    [[{ [first.name]: value, [second.name]: other }, gives]],
  );

export const MATHEMATICS: readonly FunctionDescription[] = [
  one(
    'math_round',
    [
      'L’entier le plus proche ; à égale distance, le plus grand.',
      'The nearest integer; of two, the greater.',
    ],
    (value) => Math.round(value) + 0,
    ['3.7', '4'],
    ['-2.5', '-2'],
    ['-0.2', '0'],
  ),
  one(
    'math_floor',
    ['L’entier qui précède.', 'The integer below.'],
    Math.floor,
    ['3.7', '3'],
    ['-3.2', '-4'],
  ),
  one('math_ceil', ['L’entier qui suit.', 'The integer above.'], (value) => Math.ceil(value) + 0, [
    '3.2',
    '4',
  ]),
  one('math_abs', ['La valeur absolue.', 'The absolute value.'], Math.abs, ['-3.2', '3.2']),
  one('math_ln', ['Le logarithme naturel.', 'The natural logarithm.'], Math.log, ['1', '0']),
  one('math_log', ['Le logarithme décimal.', 'The decimal logarithm.'], Math.log10, ['1000', '3']),
  one('math_exp', ['L’exponentielle.', 'The exponential.'], Math.exp, ['0', '1']),
  two(
    'math_pow',
    ['La puissance.', 'The power.'],
    [P.number, P.exponent],
    (value, exponent) => value ** exponent,
    ['2', '10', '1024'],
  ),
  two('math_min', ['Le plus petit des deux.', 'The smaller of both.'], [P.number, P.number2], Math.min, [
    '2',
    '-1',
    '-1',
  ]),
  two('math_max', ['Le plus grand des deux.', 'The greater of both.'], [P.number, P.number2], Math.max, [
    '2',
    '-1',
    '2',
  ]),
  two(
    'math_mod',
    ['Le reste de la division.', 'The remainder.'],
    [P.integer, P.integer2],
    (value, by) => value % by,
    ['7', '3', '1'],
  ),
];
