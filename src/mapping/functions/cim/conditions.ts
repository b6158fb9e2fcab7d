import { claim, type FunctionDescription, holds } from '../function.ts';
import { cim, parameter, VALUE } from '../namespaces.ts';
import { withPattern } from '../pattern-use.ts';
import { PATTERN } from './pattern.ts';

const OTHER = parameter('other', 'les textes de comparaison', 'the texts to compare with');
const CONDITION = parameter('value', 'une condition', 'a condition');
const CONDITIONS = [CONDITION, parameter('other', 'une autre condition', 'another condition')];

const matches = claim(([values = [], [source = ''] = []], context) =>
  values.some((value) => withPattern(source, value, context, (regex) => regex.test(value)) === true),
);

/** Conditions give `true` or nothing. */
export const CONDITION_FUNCTIONS: readonly FunctionDescription[] = [
  cim(
    'isEmpty',
    'Vrai s’il n’y a pas de valeur.',
    'True where there is no value.',
    [VALUE],
    claim(([values = []]) => values.length === 0),
    [
      [{ value: [] }, 'true'],
      [{ value: 'a' }, []],
    ],
  ),
  cim(
    'isNotEmpty',
    'Vrai s’il y a une valeur.',
    'True where there is a value.',
    [VALUE],
    claim(([values = []]) => values.length > 0),
    [
      [{ value: 'a' }, 'true'],
      [{ value: [] }, []],
    ],
  ),
  cim(
    'equal',
    'Vrai si l’une des valeurs est l’un des textes.',
    'True where one of the values is one of the texts.',
    [VALUE, OTHER],
    claim(([values = [], others = []]) => values.some((value) => others.includes(value))),
    [
      [{ value: ['a', 'b'], other: 'b' }, 'true'],
      [{ value: 'a', other: 'b' }, []],
    ],
  ),
  cim(
    'differ',
    'Vrai si aucune des valeurs n’est l’un des textes.',
    'True where none of the values is one of the texts.',
    [VALUE, OTHER],
    claim(([values = [], others = []]) => !values.some((value) => others.includes(value))),
    [
      [{ value: 'a', other: 'b' }, 'true'],
      [{ value: ['a', 'b'], other: 'b' }, []],
    ],
  ),
  cim(
    'contains',
    'Vrai si l’une des valeurs contient le texte, casse comprise.',
    'True where one of the values contains the text, case included.',
    [VALUE, parameter('part', 'le texte cherché', 'the text to find')],
    claim(([values = [], parts = []]) => values.some((value) => parts.some((part) => value.includes(part)))),
    [
      [{ value: 'inscrit MH ; classé MH', part: 'classé' }, 'true'],
      [{ value: 'inscrit MH', part: 'classé' }, []],
      [{ value: [], part: '' }, []],
    ],
  ),
  cim(
    'matches',
    'Vrai si le motif convient à l’une des valeurs.',
    'True where the pattern matches one of the values.',
    [VALUE, PATTERN],
    matches,
    [
      [{ value: 'PA00084643', pattern: '^PA' }, 'true'],
      [{ value: [], pattern: '.' }, []],
      [{ value: 'a', pattern: '[' }, [], 'unsafe-pattern'],
    ],
  ),
  cim(
    'matchesNot',
    'Vrai si le motif ne convient à aucune des valeurs.',
    'True where the pattern matches none of the values.',
    [VALUE, PATTERN],
    (args, context) => (matches(args, context).length > 0 ? [] : ['true']),
    [
      [{ value: 'IA00084643', pattern: '^PA' }, 'true'],
      [{ value: ['x', 'PA1'], pattern: '^PA' }, []],
    ],
  ),
  cim(
    'and',
    'Vrai si les deux conditions sont vraies.',
    'True where both conditions hold.',
    CONDITIONS,
    claim(([condition, other]) => holds(condition) && holds(other)),
    [
      [{ value: 'true', other: 'true' }, 'true'],
      [{ value: 'true', other: [] }, []],
      [{ value: 'true', other: 'false' }, []],
    ],
  ),
  cim(
    'or',
    'Vrai si l’une des conditions est vraie.',
    'True where one of the conditions holds.',
    CONDITIONS,
    claim(([condition, other]) => holds(condition) || holds(other)),
    [
      [{ value: [], other: 'true' }, 'true'],
      [{ value: [], other: 'false' }, []],
    ],
  ),
  cim(
    'not',
    'Vrai si la condition est fausse.',
    'True where the condition does not hold.',
    [CONDITION],
    claim(([condition]) => !holds(condition)),
    [
      [{ value: [] }, 'true'],
      [{ value: 'true' }, []],
    ],
  ),
];
