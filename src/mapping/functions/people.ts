import { normalised } from './normalised.ts';
import { splitOutsideBrackets } from './text.ts';

/** A name as an inventory writes it, taken apart: `RUBENS Peter Paul (d'après)`. */
export interface PersonName {
  readonly family: string;
  readonly given: string;
  /** What stands in the last parentheses: `d'après`, `école`, `?`, `dit`; empty without. */
  readonly qualifier: string;
}

/** Words in capitals, or before a comma and a given name, are the family name, but for bodies, which have none. */
export function parsePersonName(value: string): PersonName {
  const forms = splitOutsideBrackets(value, ',');
  const [main = '', second = ''] = forms;
  const cut = isFamilyName(main) && isGivenName(second);
  const last = /\(([^()]*)\)\s*$/.exec(cut ? second : main)?.[1] ?? '';
  const qualifier = forms.length > (cut ? 2 : 1) && last === 'dit' ? '' : last.replaceAll('’', "'").trim();
  if (isCorporate(value)) return { family: '', given: wordsOf(main).map(corporateCase).join(' '), qualifier };
  return { ...(cut ? cutName(main, second) : spelledName(wordsOf(main))), qualifier };
}

const wordsOf = (form: string): readonly string[] => normalised(form.replace(/\([^()]*\)/g, ' ')).split(' ');

/** `DUPONT, Jean`: the comma tells where the family name ends. */
const cutName = (family: string, given: string) => ({
  family: isMixed(family) ? family : wordsOf(family).map(titleCase).join(' '),
  given: wordsOf(given).join(' '),
});

/** `DUPONT Jean`, `de LA TOUR Georges`: the words in capitals at the start; a further form after a comma is left out. */
function spelledName(words: readonly string[]): Pick<PersonName, 'family' | 'given'> {
  const particles = words.findIndex((word) => !PARTICLES.has(word));
  const start = particles > 0 && isCapital(words[particles] ?? '') ? particles : 0;
  const count = words.slice(start).findIndex((word) => !isCapital(word));
  const boundary = count < 0 ? words.length : start + count;
  if (boundary === 0) return { family: '', given: words.join(' ') };
  return {
    family: words.slice(0, boundary).map(titleCase).join(' '),
    given: words.slice(boundary).join(' '),
  };
}

/** A word in capitals (`d'ANGERS` too) that is not initials. */
function isCapital(word: string): boolean {
  const bare = word.replace(/^d['’](?=..)/, '');
  const inCapitals = bare === bare.toLocaleUpperCase('fr') && /\p{Lu}/u.test(bare);
  return bare.length > 1 && inCapitals && !/^(?:\p{Lu}\.-?)+$/u.test(bare);
}

/** One word that begins with a capital: `Dupont`, `Saint-Phalle`, `d’Angers`, after particles. */
const isMixed = (form: string): boolean =>
  /^(?:(?:de|du|des|van|von|der|den|la|le|La|Le|De|Van|Von) )*(?:[dDL]['’])?\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}$/u.test(
    form,
  );

/** What can stand before a comma as a family name: capitals only, or one word of mixed case. */
const isFamilyName = (form: string): boolean =>
  !/[(\d]/.test(form) &&
  !/^(?:anonyme|inconnue?)$/i.test(form) &&
  (isMixed(form) || spelledName(wordsOf(form)).given === '');

/** `Jean-Pierre`, `J.-B. (d'après)`: no further name (`AGUILELLA Henri`, `Poquelin (dit)`), body, nearness or title. */
function isGivenName(form: string): boolean {
  const words = wordsOf(form);
  const marks = [...form.matchAll(/\(([^()]*)\)/g)].flatMap(([, inside = '']) => inside.split(/[,;] */));
  return (
    /^\p{Lu}/u.test(form) &&
    !words.some(isCapital) &&
    !isCorporate(form) &&
    !DEGREE.test(lowered(words.join(' '))) &&
    !marks.some((mark) => NAMING.test(lowered(mark)))
  );
}

const lowered = (text: string): string => text.charAt(0).toLocaleLowerCase('fr') + text.slice(1);

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

const BODY =
  'manufacture|fa[iï]encerie|fabrique|usine|fonderie|verrerie|cristallerie|imprimerie|compagnie|maison|[ée]ditions|[ée]tablissements|soci[ée]t[ée]|ateliers?|mus[ée]e|librairie|agence|studio';
const BODY_NAME = new RegExp(String.raw`&|^(?:${BODY})(?![\p{L}\p{N}-])`, 'iu');
const BODY_NATURE =
  /\((?:[^()]*[,;] ?)?(?:manufacture|fa[iï]encerie|fabrique|usine|fonderie|verrerie|population|[ée]ditions?|[ée]tablissements)(?![\p{L}])/iu;

/** A workshop, a company, a people: it is said by the first word, an ampersand, or what stands in parentheses. */
export const isCorporate = (value: string): boolean =>
  BODY_NAME.test(value.trim()) || BODY_NATURE.test(value);

/** Words in capitals are spelt as names; those without a vowel are initials (`SNCF`). */
const corporateCase = (word: string, at: number): string =>
  /^[\p{Lu}'’-]{2,}$/u.test(word) && /[AEIOUYÀ-ÖØ-Ý]/.test(word) ? titleCase(word, at) : word;

const EPITHET = /^(.*?) ((?:le|la|l['’]) ?(?:jeune|vieux|ancien|aîné|aînée|grand)|père|fils|aîné|cadet)$/iu;
const AFTER = /^(?:di|da|de|del|della|du|le|la) |^[dl]['’]/;
const STYLE = /^(.*?) ?(Mme|Mlle|Mgr|Mr)$/;

/** `Peter Paul Rubens`, `Pieter Bruegel le Vieux`, `Mme Léon Bertaux`. */
export function naturalName({ given, family }: PersonName): string {
  // `ANDREA D'AGNOLO di Francesco`, `LE CLERC le Jeune`: what follows belongs after.
  if (AFTER.test(given)) return `${family} ${given}`.trim();
  const styled = STYLE.exec(given);
  const bare = styled?.[1] ?? given;
  const epitheted = EPITHET.exec(bare);
  const [name = bare, epithet = ''] = epitheted?.slice(1) ?? [];
  return [styled?.[2] ?? '', name, family, epithet].filter((part) => part !== '').join(' ');
}

/** `Rubens Peter Paul`: the order of an index. */
export const indexName = ({ given, family }: PersonName): string =>
  [family, given].filter((part) => part !== '').join(' ');

/** What parentheses say of a person: how sure or how near the authorship is, and the part taken. */
export interface PersonMarks {
  readonly qualifiers: readonly string[];
  readonly roles: readonly string[];
}

const NAMING = /^(?:dite?s?|n[ée]e?s?|patronyme|pseudonyme|surnom|alias|épouse|veuve)(?: |$)/;
const DEGREE =
  /^(?:\?|(?:d'après|attribution|attribuée?s?|attribué|atelier|ateliers|école|entourage|cercle|suiveur|suite|manière|à la manière|genre|style|dans le goût|copie|copiste|imitateur|imitation|inspirée? par|élève|faux|contrefaçon|ancienne attribution)(?: .*)?)$/;
const NO_ROLE = /^(?:le|la|père|fils|frères?|aînée?|cadet|[IVX]+)(?: |$)|^l'/;

/** `d'après, peintre` in any parentheses of the name, whatever form of the name they follow. */
export function personMarks(value: string): PersonMarks {
  const marks = [...value.matchAll(/\(([^()]*)\)/g)]
    .flatMap(([, inside = '']) => inside.split(/[,;]/))
    .map((mark) => normalised(mark).replaceAll('’', "'"))
    .map(lowered)
    .filter((mark) => mark !== '' && !NAMING.test(mark));
  const isDegree = (mark: string) => DEGREE.test(mark);
  return {
    qualifiers: [...new Set(marks.filter(isDegree))],
    roles: [...new Set(marks.filter((mark) => !isDegree(mark) && !NO_ROLE.test(mark)))],
  };
}
