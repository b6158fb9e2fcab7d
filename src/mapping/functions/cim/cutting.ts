import { each, type FunctionDescription } from '../function.ts';
import { cim, parameter, VALUE } from '../namespaces.ts';
import { normalised } from '../normalised.ts';
import { withPattern } from '../pattern-use.ts';
import { splitOutsideBrackets } from '../text.ts';
import { PATTERN } from './pattern.ts';

const SEPARATOR = parameter('separator', 'le séparateur', 'the separator');

/** Parts of texts. */
export const CUTTING: readonly FunctionDescription[] = [
  cim(
    'split',
    'Coupe à un séparateur, mais pas dans des parenthèses, crochets ou guillemets droits ; les parties vides tombent.',
    'Cuts at a separator, but not inside parentheses, brackets or double quotes; empty parts are dropped.',
    [VALUE, SEPARATOR],
    ([values = [], [separator = ';'] = []]) =>
      values.length === 1
        ? splitOutsideBrackets(values[0] as string, separator)
        : values.flatMap((value) => splitOutsideBrackets(value, separator)),
    [
      [{ value: 'a ; b;;c', separator: ';' }, ['a', 'b', 'c']],
      [{ value: 'papier (blanc ; bleu) ; plume', separator: ';' }, ['papier (blanc ; bleu)', 'plume']],
      [{ value: '"a ; b" ; 12" ; c', separator: ';' }, ['"a', 'b"', '12"', 'c']],
    ],
  ),
  cim(
    'before',
    'Ce qui précède le premier séparateur ; tout le texte s’il n’y est pas.',
    'What precedes the first separator; the whole text where there is none.',
    [VALUE, SEPARATOR],
    each((value, [separator = '']) =>
      normalised(separator === '' ? value : (value.split(separator)[0] ?? '')),
    ),
    [
      [{ value: 'Orsay, Paris, France', separator: ',' }, 'Orsay'],
      [{ value: 'Orsay', separator: ',' }, 'Orsay'],
    ],
  ),
  cim(
    'after',
    'Ce qui suit le premier séparateur ; rien s’il n’y est pas.',
    'What follows the first separator; nothing where there is none.',
    [VALUE, SEPARATOR],
    each((value, [separator = '']) =>
      normalised(separator === '' ? '' : value.split(separator).slice(1).join(separator)),
    ),
    [
      [{ value: 'Orsay, Paris, France', separator: ',' }, 'Paris, France'],
      [{ value: 'Orsay', separator: ',' }, []],
    ],
  ),
  cim(
    'extract',
    'Ce que la première parenthèse du motif prend, ou tout ce que le motif prend ; rien s’il ne convient pas.',
    'What the first group of the pattern takes, or all that the pattern takes; nothing where it does not match.',
    [VALUE, PATTERN],
    each((value, [source = ''], context) => {
      const match = withPattern(source, value, context, (regex) => regex.exec(value));
      return match?.[1] ?? match?.[0];
    }),
    [
      [{ value: 'créé en 1986', pattern: '[0-9]{4}' }, '1986'],
      [{ value: '75 - Paris', pattern: '^([0-9]+) - ' }, '75'],
      [{ value: 'Paris', pattern: '^[0-9]+' }, []],
      [{ value: 'aaaa', pattern: '(a+)+$' }, [], 'unsafe-pattern'],
    ],
  ),
  cim(
    'first',
    'La première des valeurs.',
    'The first of the values.',
    [VALUE],
    ([values = []]) => values.slice(0, 1),
    [[{ value: ['a', 'b'] }, 'a']],
  ),
];
