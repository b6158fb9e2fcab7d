import type { Bilingual } from '../model/index.ts';
import { structureOf } from './query-bounds.ts';
import { unreadReason } from './unread-words.ts';

/** What is wrong with a query text and where. Line and column count from 1. */
export interface SyntaxComplaint {
  readonly kind: 'malformed';
  readonly reason: string;
  /** The reason in French; absent where the words are the library's own. */
  readonly inFrench?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Why a query text was not read to its end. */
export interface TooComplex {
  readonly kind: 'too-complex';
  readonly reason: string;
  readonly inFrench: string;
}

/** The part of the parser's own error that matters here. */
export interface GrammarError {
  readonly message: string;
  readonly token: { readonly image: string; readonly startOffset: number };
}

/** A syntax error with its place, which the parser's own message loses. An offset NaN is the end of the text. */
class MisplacedToken extends Error {
  readonly offset: number;
  readonly inFrench: string;

  constructor({ fr, en }: Bilingual, offset: number) {
    super(en);
    this.offset = offset;
    this.inFrench = fr;
  }
}

/** Throws what the grammar found first. */
export function refuseToken([first]: readonly GrammarError[]): never {
  if (!first) throw new Error('The query is malformed.');
  const { image, startOffset } = first.token;
  const expected = expectation(first.message);
  const reason = {
    fr: `On trouve ${image === '' ? 'la fin de la requête' : `« ${image} »`} là où ${ended(expected.fr)}`,
    en: `Found ${image === '' ? 'the end of the query' : `“${image}”`} where ${ended(expected.en)}`,
  };
  throw new MisplacedToken(reason, startOffset);
}

/** A sentence that breaks off ends by that. */
const ended = (sentence: string): string => (sentence.endsWith('…') ? sentence : `${sentence}.`);

/** The complaint for an error that parsing threw. */
export function syntaxComplaint(text: string, error: Error): SyntaxComplaint {
  const offset = offsetOf(text, error);
  const { fr, en } = reasonOf(text, error, offset);
  return { kind: 'malformed', reason: en, ...(fr && { inFrench: fr }), ...placeOf(text, offset) };
}

type Reason = Pick<Bilingual, 'en'> & Partial<Bilingual>;

function reasonOf(text: string, error: Error, offset: number | undefined): Reason {
  const { message } = error;
  if (error instanceof MisplacedToken) return { fr: error.inFrench, en: message };
  if (/^unexpected character/.test(message) && offset !== undefined) return unreadReason(text, offset);
  const prefix = UNKNOWN_PREFIX.exec(message)?.[1];
  if (prefix !== undefined)
    return {
      fr: `Le préfixe « ${prefix} » n’est pas déclaré : écrivez « PREFIX ${prefix}: <…> » avant la requête.`,
      en: `Unknown prefix: ${prefix}. “PREFIX ${prefix}: <…>” was expected before.`,
    };
  return { en: (message.split('\n')[0] ?? '').replace(/ at offset: .*$/, '') };
}

const UNKNOWN_PREFIX = /^Unknown prefix: (.*)$/;

/** The complaint for a text without any query. */
export const emptyQuery = (text: string): SyntaxComplaint => ({
  kind: 'malformed',
  reason: 'Found the end of the query where “SELECT”, “ASK”, “CONSTRUCT” or “DESCRIBE” was expected.',
  inFrench:
    'On trouve la fin de la requête là où il fallait « SELECT », « ASK », « CONSTRUCT » ou « DESCRIBE ».',
  ...placeOf(text, text.length),
});

/** Names of tokens that say nothing to people. The first row that matches counts. */
const TOKENS: readonly (readonly [RegExp, Bilingual])[] = [
  [/^Var/, { fr: 'une variable', en: 'a variable' }],
  [/^IriRef$/, { fr: 'un IRI', en: 'an IRI' }],
  [/^PName/, { fr: 'un nom préfixé', en: 'a prefixed name' }],
  [/^StringLiteral/, { fr: 'un texte', en: 'a string' }],
  [/^(Integer|Decimal|Double)/, { fr: 'un nombre', en: 'a number' }],
  [/^BlankNodeLabel$|^Anon$/, { fr: 'un nœud anonyme', en: 'a blank node' }],
  [/^Nil$/, { fr: '« () »', en: '“()”' }],
  [/^type declaration/, { fr: '« a »', en: '“a”' }],
];

const MOST_NAMES = 12;

function expectation(message: string): Bilingual {
  const single = /^Expecting --> (.+?) <--/.exec(message)?.[1];
  if (single !== undefined) {
    const { fr, en } = tokenName(single);
    return { fr: `il fallait ${fr}`, en: `${en} was expected` };
  }
  const names = [...message.matchAll(/\[([^\]]+)\]/g)].map((match) => tokenName(match[1] ?? ''));
  if (names.length === 0) return { fr: 'la requête devait finir', en: 'the query should have ended' };
  const listed = (language: keyof Bilingual): string => {
    const distinct = [...new Set(names.map((name) => name[language]))];
    return `${distinct.slice(0, MOST_NAMES).join(', ')}${distinct.length > MOST_NAMES ? ', …' : ''}`;
  };
  return {
    fr: `il fallait l’un de ces éléments : ${listed('fr')}`,
    en: `one of these was expected: ${listed('en')}`,
  };
}

function tokenName(name: string): Bilingual {
  const known = TOKENS.find(([like]) => like.test(name))?.[1];
  if (known) return known;
  // Signs of SPARQL 1.2 are announced by words: `Triple Term Open <<(`.
  const sign = / (?:open|close):? (\S+)$/i.exec(name)?.[1] ?? name;
  return { fr: `« ${sign} »`, en: `“${sign}”` };
}

/** Where an error is: told by the grammar, by the lexer, or found by the name it complains of. */
function offsetOf(text: string, error: Error): number | undefined {
  if (error instanceof MisplacedToken) return Number.isNaN(error.offset) ? text.length : error.offset;
  const told = /at offset: (\d+)/.exec(error.message)?.[1];
  if (told !== undefined) return Number(told);
  const prefix = UNKNOWN_PREFIX.exec(error.message)?.[1];
  if (prefix !== undefined) return foundAt(structureOf(text).indexOf(`${prefix}:`));
  const repeated = /^Variable (\S+) used more than once/.exec(error.message)?.[1];
  if (repeated !== undefined) return foundAt(structureOf(text).lastIndexOf(`?${repeated}`));
  const name = /\(((?:\?|_:)[^)]+)\)/.exec(error.message)?.[1];
  return name === undefined ? undefined : foundAt(structureOf(text).lastIndexOf(name));
}

const foundAt = (index: number): number | undefined => (index < 0 ? undefined : index);

function placeOf(text: string, offset: number | undefined): { line?: number; column?: number } {
  if (offset === undefined) return {};
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
