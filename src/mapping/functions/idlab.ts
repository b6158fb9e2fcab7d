import { eachKept, type FunctionDescription, type FunctionParameter, holds, type Run } from './function.ts';
import { P, truth } from './grel/parameters.ts';
import { describe, type Example, IDLAB, OUTPUTS, type Output } from './namespaces.ts';
import { slugOf } from './text.ts';

/** IDLab names a parameter as its predicate, with `_` before. */
const idlabParameter = (name: string, fr: string, en: string, required = true): FunctionParameter => ({
  name,
  predicate: IDLAB + name,
  iri: `${IDLAB}_${name}`,
  required,
  description: { fr, en },
});

const STR = idlabParameter('str', 'le texte', 'the text');
const OTHER = idlabParameter('otherStr', 'l’autre texte', 'the other text');
const DELIMITER = idlabParameter('delimiter', 'le séparateur', 'the delimiter', false);

const { idlabString, idlabBool } = OUTPUTS;

const idlab = (
  name: string,
  [fr, en]: readonly [string, string],
  parameters: readonly FunctionParameter[],
  output: Output,
  run: Run,
  examples: readonly Example[],
): FunctionDescription =>
  describe({ namespace: IDLAB, name, description: { fr, en }, parameters, output, run, examples });

const shares = (values: readonly string[] = [], others: readonly string[] = []): boolean =>
  values.some((value) => others.includes(value));

const COMPARING: readonly FunctionDescription[] = [
  idlab(
    'equal',
    ['Si les deux textes sont les mêmes.', 'Whether both texts are the same.'],
    [P.value, P.value2],
    idlabBool,
    ([values, others]) => [truth(shares(values, others))],
    [
      [{ valueParameter: 'A', valueParameter2: 'A' }, 'true'],
      [{ valueParameter: 'A', valueParameter2: 'B' }, 'false'],
    ],
  ),
  idlab(
    'notEqual',
    ['Si les deux textes diffèrent.', 'Whether both texts differ.'],
    [P.value, P.value2],
    idlabBool,
    ([values, others]) => [truth(!shares(values, others))],
    [[{ valueParameter: 'A', valueParameter2: 'B' }, 'true']],
  ),
  idlab(
    'isNull',
    ['S’il n’y a pas de valeur.', 'Whether there is no value.'],
    [STR],
    idlabBool,
    ([values = []]) => [truth(values.length === 0)],
    [
      [{ str: [] }, 'true'],
      [{ str: '' }, 'false'],
    ],
  ),
  idlab(
    'stringContainsOtherString',
    [
      'Si l’autre texte est l’une des parties du premier.',
      'Whether the other text is one of the parts of the first.',
    ],
    [STR, OTHER, DELIMITER],
    idlabBool,
    ([values = [], others, [delimiter = ''] = []]) => [
      truth(shares(delimiter === '' ? values : values.flatMap((value) => value.split(delimiter)), others)),
    ],
    [[{ str: 'a;b', otherStr: 'b', delimiter: ';' }, 'true']],
  ),
  idlab(
    'listContainsElement',
    ['Si le texte est dans la liste.', 'Whether the text is in the list.'],
    [idlabParameter('list', 'la liste', 'the list'), STR],
    idlabBool,
    ([values, others]) => [truth(shares(values, others))],
    [[{ list: ['a', 'b'], str: 'b' }, 'true']],
  ),
];

const GIVING: readonly FunctionDescription[] = [
  idlab(
    'trueCondition',
    ['Le texte, si la condition est vraie.', 'The text, where the condition is true.'],
    [idlabParameter('strBoolean', 'la condition', 'the condition'), STR],
    idlabString,
    ([condition, values = []]) => (holds(condition) ? values : []),
    [
      [{ strBoolean: 'true', str: 'a' }, 'a'],
      [{ strBoolean: 'false', str: 'a' }, []],
    ],
  ),
  idlab(
    'decide',
    ['Un résultat, si le texte est celui qu’on attend.', 'A result, where the text is the expected one.'],
    [
      STR,
      idlabParameter('expectedStr', 'le texte attendu', 'the expected text'),
      idlabParameter('result', 'le résultat', 'the result'),
    ],
    idlabString,
    ([values, expected, result = []]) => (shares(values, expected) ? result : []),
    [[{ str: 'a', expectedStr: 'a', result: 'oui' }, 'oui']],
  ),
  idlab(
    'toUpperCaseURL',
    [
      'Le texte en capitales, avec http:// devant s’il n’y est pas.',
      'The text in upper case, with http:// before it where it has none.',
    ],
    [STR],
    idlabString,
    eachKept((value) => {
      const upper = value.toUpperCase();
      return /^HTTPS?:\/\//.test(upper) ? upper : `http://${upper}`;
    }),
    [
      [{ str: 'Venus' }, 'http://VENUS'],
      [{ str: 'http://example.com/venus' }, 'HTTP://EXAMPLE.COM/VENUS'],
    ],
  ),
  idlab(
    'slugify',
    ['Un texte lisible dans une adresse.', 'A text that is readable in an IRI.'],
    [STR],
    idlabString,
    eachKept((value) => slugOf(value)),
    [[{ str: 'Ça & là' }, 'ca-la']],
  ),
  idlab(
    'concat',
    ['Les deux textes, avec un séparateur entre eux.', 'Both texts, with a delimiter between them.'],
    [STR, OTHER, DELIMITER],
    idlabString,
    ([values = [], others = [], [delimiter = ''] = []]) =>
      values.flatMap((value) => others.map((other) => value + delimiter + other)),
    [
      [{ str: 'a', otherStr: 'b', delimiter: '-' }, 'a-b'],
      [{ str: 'a', otherStr: 'b' }, 'ab'],
    ],
  ),
  idlab(
    'alwaysReturnsABC',
    ['Toujours « ABC » : pour essayer un mapping.', 'Always “ABC”: to try a mapping.'],
    [],
    idlabString,
    () => ['ABC'],
    [[{}, 'ABC']],
  ),
];

export const IDLAB_FUNCTIONS: readonly FunctionDescription[] = [...COMPARING, ...GIVING];
