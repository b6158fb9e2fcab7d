import { each, type FunctionDescription } from '../function.ts';
import { htmlToText } from '../html.ts';
import { cim, optional, parameter, VALUE } from '../namespaces.ts';
import { normalised } from '../normalised.ts';
import { withPattern } from '../pattern-use.ts';
import { capitalised, slugOf } from '../text.ts';
import { CUTTING } from './cutting.ts';
import { PATTERN } from './pattern.ts';

const SPELLING: readonly FunctionDescription[] = [
  cim(
    'normalise',
    'Le texte en forme NFC, toute suite d’espaces réduite à une, sans espaces aux bords.',
    'The text in NFC, every run of spaces made one, trimmed.',
    [VALUE],
    each(normalised),
    [
      [{ value: '  Muse\u0301e\u00a0\u202f d’art\n' }, 'Musée d’art'],
      [{ value: ['a', ' ', 'b '] }, ['a', 'b']],
    ],
  ),
  cim(
    'lowerCase',
    'Le texte en minuscules.',
    'The text in lower case.',
    [VALUE],
    each((value) => value.toLocaleLowerCase('fr')),
    [
      [{ value: 'MUSÉE D’ART' }, 'musée d’art'],
      [{ value: [] }, []],
    ],
  ),
  cim(
    'upperCase',
    'Le texte en capitales.',
    'The text in upper case.',
    [VALUE],
    each((value) => value.toLocaleUpperCase('fr')),
    [[{ value: ['œuvre', 'é'] }, ['ŒUVRE', 'É']]],
  ),
  cim(
    'capitalise',
    'Le texte normalisé, première lettre en capitale ; le reste ne change pas.',
    'The text normalised, its first letter in upper case; the rest does not change.',
    [VALUE],
    each((value) => capitalised(normalised(value))),
    [
      [{ value: 'écomusée de la Bresse' }, 'Écomusée de la Bresse'],
      [{ value: ' 3 rue X' }, '3 rue X'],
    ],
  ),
  cim(
    'htmlToText',
    'Le texte d’un fragment HTML : sans balises, entités résolues, espaces réduites ; une balise de bloc sépare des mots, une balise dans le texte non.',
    'The text of an HTML fragment: no tags, entities resolved, white space folded; a block tag parts words, an inline tag does not.',
    [VALUE],
    each(htmlToText),
    [
      [{ value: '<p>L&rsquo;&Eacute;cole&nbsp;d&#8217;<b>art</b></p>' }, 'L’École d’art'],
      [{ value: '<p>L<b>art</b> d<sup>e</sup></p><p>vivre<br>ici</p>' }, 'Lart de vivre ici'],
      [{ value: '5 &lt; 6 &amp; &unknown; &#xD800;' }, '5 < 6 & &unknown; &#xD800;'],
    ],
  ),
  cim(
    'slug',
    'Minuscules sans accents, mots joints par des traits d’union : lisible et stable dans une adresse.',
    'Lower case without accents, words joined by hyphens: readable and stable in an IRI.',
    [VALUE],
    each(slugOf),
    [
      [{ value: 'Hauts-de-Seine (92)' }, 'hauts-de-seine-92'],
      [{ value: 'Œuvre d’Été — n° 3' }, 'oeuvre-d-ete-n-3'],
      [{ value: '—' }, []],
    ],
  ),
];

const CHANGING: readonly FunctionDescription[] = [
  cim(
    'replace',
    'Remplace chaque occurrence d’un texte par un autre.',
    'Replaces each occurrence of a text by another.',
    [
      VALUE,
      parameter('find', 'le texte cherché', 'the text to find'),
      parameter('with', 'le texte mis à sa place', 'the text to put there'),
    ],
    each((value, [find = '', by = '']) => (find === '' ? value : value.replaceAll(find, () => by))),
    [
      [{ value: 'a.b.c', find: '.', with: '-' }, 'a-b-c'],
      [{ value: 'VINCI (?)', find: '(?)', with: '' }, 'VINCI '],
    ],
  ),
  cim(
    'replacePattern',
    'Remplace tout ce qu’un motif prend ; « $1 » rappelle une parenthèse.',
    'Replaces all that a pattern takes; “$1” recalls a group.',
    [VALUE, PATTERN, parameter('with', 'le texte mis à sa place', 'the text to put there')],
    each((value, [source = '', by = ''], context) =>
      withPattern(source, value, context, (regex) => value.replace(regex, by), 'gu'),
    ),
    [
      [{ value: 'inv.  12-3', pattern: '[^0-9]+', with: ' ' }, ' 12 3'],
      [{ value: '1863/05', pattern: '^([0-9]{4})/([0-9]{2})$', with: '$1-$2' }, '1863-05'],
      [{ value: 'x', pattern: '(', with: '' }, [], 'unsafe-pattern'],
    ],
  ),
  cim(
    'concat',
    'Le texte entre un préfixe et un suffixe ; rien où il n’y a pas de texte.',
    'The text between a prefix and a suffix; nothing where there is no text.',
    [
      VALUE,
      parameter('before', 'le préfixe', 'the prefix'),
      optional(parameter('after', 'le suffixe', 'the suffix')),
    ],
    each((value, [before = '', after = '']) => before + value + after),
    [
      [{ value: 'a', before: '(', after: ')' }, '(a)'],
      [{ value: [], before: '(', after: ')' }, []],
    ],
  ),
  cim(
    'coalesce',
    'La première des deux expressions qui donne une valeur ; ce qu’elles ne savent pas lire n’est une faute que si aucune n’en donne.',
    'The first of both expressions that gives a value; what they cannot read is a fault only where neither gives one.',
    [
      { ...VALUE, faults: 'where-nothing' },
      { ...parameter('otherwise', 'la valeur de rechange', 'the value instead'), faults: 'where-nothing' },
    ],
    (args) => args.find((values) => values.length > 0) ?? [],
    [
      [{ value: [], otherwise: 'b' }, 'b'],
      [{ value: ['a', 'c'], otherwise: 'b' }, ['a', 'c']],
    ],
  ),
  cim(
    'quiet',
    'Les valeurs d’une expression, sans compter comme faute ce qu’elle ne sait pas lire.',
    'The values of an expression, without counting as a fault what it cannot read.',
    [{ ...VALUE, faults: 'never' }],
    ([values = []]) => values,
    [[{ value: ['a', 'b'] }, ['a', 'b']]],
  ),
];

export const TEXT: readonly FunctionDescription[] = [...SPELLING, ...CUTTING, ...CHANGING];
