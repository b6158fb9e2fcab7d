import { each, type MappingFunction } from './function.ts';
import { normalised } from './normalised.ts';
import { splitOutsideBrackets } from './text.ts';

/** A name as an inventory writes it, taken apart: `RUBENS Peter Paul (d'après)`. */
export interface PersonName {
  readonly family: string;
  readonly given: string;
  /** What stands in the last parentheses: `d'après`, `école`, `?`, `dit`; empty without. */
  readonly qualifier: string;
}

/** Words in capitals are the family name; a further form of the name after a comma is left out. */
export function parsePersonName(value: string): PersonName {
  const forms = splitOutsideBrackets(value, ',');
  const main = forms[0] ?? '';
  const last = /\(([^()]*)\)\s*$/.exec(main)?.[1] ?? '';
  const qualifier = forms.length > 1 && last === 'dit' ? '' : last.replaceAll('’', "'").trim();
  const words = normalised(main.replace(/\([^()]*\)/g, ' ')).split(' ');
  const isFamily = (word: string) =>
    word.length > 1 &&
    word === word.toLocaleUpperCase('fr') &&
    /\p{Lu}/u.test(word) &&
    !/^(?:\p{Lu}\.-?)+$/u.test(word);
  const count = words.findIndex((word) => !isFamily(word));
  const boundary = count < 0 ? words.length : count;
  if (boundary === 0) return { family: '', given: words.join(' '), qualifier };
  return {
    family: words.slice(0, boundary).map(titleCase).join(' '),
    given: words.slice(boundary).join(' '),
    qualifier,
  };
}

/** Words of a name that stay in lower case; French articles do not: `Jean de La Fontaine`. */
const PARTICLES = new Set('de du des van von der den di del della da'.split(' '));
/** Links inside a compound: `Viollet-le-Duc`. */
const LINKS = new Set('de du des la le les en sur'.split(' '));

/** `JEAN-HAFFEN` → `Jean-Haffen`, `D'ANGERS` → `d’Angers`, `L'HERMITTE` → `L’Hermitte`, `XIV` after a name stays. */
function titleCase(word: string, at: number): string {
  if (at > 0 && /^[IVX]+$/.test(word)) return word;
  const lower = word.toLocaleLowerCase('fr');
  if (PARTICLES.has(lower)) return lower;
  const [first = '', ...rest] = lower.split(/['’]/);
  if (rest.length === 0) return compound(lower);
  return [first === 'd' ? first : capitalised(first), ...rest.map(compound)].join('’');
}

const compound = (word: string): string =>
  word
    .split('-')
    .map((part, index) => (index > 0 && LINKS.has(part) ? part : capitalised(part)))
    .join('-');

const capitalised = (word: string): string => word.charAt(0).toLocaleUpperCase('fr') + word.slice(1);

const natural = ({ given, family }: PersonName): string =>
  [given, family].filter((part) => part !== '').join(' ');
const indexed = ({ given, family }: PersonName): string =>
  [family, given].filter((part) => part !== '').join(' ');

export const PEOPLE_FUNCTIONS: Readonly<Record<string, MappingFunction>> = {
  personName: each(['value'], 1, (value) => natural(parsePersonName(value))),
  personIndexName: each(['value'], 1, (value) => indexed(parsePersonName(value))),
  familyName: each(['value'], 1, (value) => parsePersonName(value).family),
  givenName: each(['value'], 1, (value) =>
    parsePersonName(value).family === '' ? undefined : parsePersonName(value).given,
  ),
  personQualifier: each(['value'], 1, (value) => parsePersonName(value).qualifier),
};
