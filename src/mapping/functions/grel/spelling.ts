import { eachKept, type FunctionDescription } from '../function.ts';
import { OUTPUTS } from '../namespaces.ts';
import { escaped, isMode, unescaped } from './escape.ts';
import { grel, P } from './parameters.ts';

const { string } = OUTPUTS;

const titleCase = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(^|\s)(\S)/gu, (_, space: string, letter: string) => space + letter.toUpperCase());

export const SPELLING: readonly FunctionDescription[] = [
  grel(
    'toUpperCase',
    ['Le texte en capitales.', 'The text in upper case.'],
    [P.value],
    string,
    eachKept((value) => value.toUpperCase()),
    [
      [{ valueParameter: 'Venus' }, 'VENUS'],
      [{ valueParameter: '' }, ''],
    ],
  ),
  grel(
    'toLowerCase',
    ['Le texte en minuscules.', 'The text in lower case.'],
    [P.value],
    string,
    eachKept((value) => value.toLowerCase()),
    [[{ valueParameter: 'ÉCOLE' }, 'école']],
  ),
  grel(
    'string_toTitlecase',
    [
      'Une capitale à chaque mot, le reste en minuscules.',
      'A capital for each word, the rest in lower case.',
    ],
    [P.value],
    string,
    eachKept(titleCase),
    [[{ valueParameter: 'la LIBERTÉ guidant  le peuple' }, 'La Liberté Guidant  Le Peuple']],
  ),
  grel(
    'string_trim',
    ['Le texte sans espaces aux bords.', 'The text without spaces at its ends.'],
    [P.value],
    string,
    eachKept((value) => value.trim()),
    [[{ valueParameter: '\u00a0 île ' }, 'île']],
  ),
  grel(
    'string_chomp',
    ['Le texte sans cette fin.', 'The text without that end.'],
    [P.value, P.separator],
    string,
    eachKept((value, [end = '']) =>
      end !== '' && value.endsWith(end) ? value.slice(0, -end.length) : value,
    ),
    [
      [{ valueParameter: 'hardly', p_string_sep: 'ly' }, 'hard'],
      [{ valueParameter: 'hard', p_string_sep: 'ly' }, 'hard'],
    ],
  ),
  grel(
    'escape',
    ['Le texte échappé pour un langage.', 'The text escaped for a language.'],
    [P.value, P.mode],
    string,
    eachKept((value, [mode = ''], { note }) => {
      if (!isMode(mode)) note('unknown-mode', mode);
      return escaped(value, mode);
    }),
    [
      [{ valueParameter: 'A&B', modeParameter: 'html' }, 'A&amp;B'],
      [{ valueParameter: 'é à <b>', modeParameter: 'url' }, '%C3%A9%20%C3%A0%20%3Cb%3E'],
      [{ valueParameter: 'dit "le Grand"; x', modeParameter: 'csv' }, '"dit ""le Grand""; x"'],
      [{ valueParameter: 'a', modeParameter: 'latex' }, 'a', 'unknown-mode'],
    ],
  ),
  grel(
    'string_unescape',
    ['Le texte avant qu’on l’ait échappé.', 'The text before it was escaped.'],
    [P.value, P.mode],
    string,
    eachKept((value, [mode = ''], { note }) => {
      if (!isMode(mode)) note('unknown-mode', mode);
      return unescaped(value, mode);
    }),
    [
      [{ valueParameter: '&eacute;t&#233; &lt;1&gt; &foo;', modeParameter: 'html' }, 'été <1> &foo;'],
      [{ valueParameter: '%C3%A9 100%', modeParameter: 'url' }, 'é 100%'],
    ],
  ),
];
