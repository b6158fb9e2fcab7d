import { structureOf } from './query-bounds.ts';
import { unreadReason } from './unread-words.ts';

/** What is wrong with a query text and where. Line and column count from 1. */
export interface SyntaxComplaint {
  readonly kind: 'malformed';
  readonly reason: string;
  readonly line?: number;
  readonly column?: number;
}

/** The part of the parser's own error that matters here. */
export interface GrammarError {
  readonly message: string;
  readonly token: { readonly image: string; readonly startOffset: number };
}

/** A syntax error with its place, which the parser's own message loses. An offset NaN is the end of the text. */
class MisplacedToken extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Throws what the grammar found first. */
export function refuseToken([first]: readonly GrammarError[]): never {
  if (!first) throw new Error('The query is malformed.');
  const found = first.token.image === '' ? 'the end of the query' : `“${first.token.image}”`;
  throw new MisplacedToken(`Found ${found} where ${expectation(first.message)}.`, first.token.startOffset);
}

/** The complaint for an error that parsing threw. */
export function syntaxComplaint(text: string, error: Error): SyntaxComplaint {
  const offset = offsetOf(text, error);
  return { kind: 'malformed', reason: reasonOf(text, error, offset), ...placeOf(text, offset) };
}

function reasonOf(text: string, { message }: Error, offset: number | undefined): string {
  if (/^unexpected character/.test(message) && offset !== undefined) return unreadReason(text, offset);
  const prefix = UNKNOWN_PREFIX.exec(message)?.[1];
  if (prefix !== undefined) return `Unknown prefix: ${prefix}. “PREFIX ${prefix}: <…>” was expected before.`;
  return (message.split('\n')[0] ?? '').replace(/ at offset: .*$/, '');
}

const UNKNOWN_PREFIX = /^Unknown prefix: (.*)$/;

/** The complaint for a text without any query. */
export const emptyQuery = (text: string): SyntaxComplaint => ({
  kind: 'malformed',
  reason: 'Found the end of the query where “SELECT”, “ASK”, “CONSTRUCT” or “DESCRIBE” was expected.',
  ...placeOf(text, text.length),
});

/** Names of tokens that say nothing to people. The first row that matches counts. */
const TOKENS: readonly (readonly [RegExp, string])[] = [
  [/^Var/, 'a variable'],
  [/^IriRef$/, 'an IRI'],
  [/^PName/, 'a prefixed name'],
  [/^StringLiteral/, 'a string'],
  [/^(Integer|Decimal|Double)/, 'a number'],
  [/^BlankNodeLabel$|^Anon$/, 'a blank node'],
  [/^Nil$/, '“()”'],
  [/^type declaration/, '“a”'],
];

const MOST_NAMES = 12;

function expectation(message: string): string {
  const single = /^Expecting --> (.+?) <--/.exec(message)?.[1];
  if (single !== undefined) return `${tokenName(single)} was expected`;
  const names = [...message.matchAll(/\[([^\]]+)\]/g)].map((match) => tokenName(match[1] ?? ''));
  const distinct = [...new Set(names)];
  if (distinct.length === 0) return 'the query should have ended';
  const more = distinct.length > MOST_NAMES ? ', …' : '';
  return `one of these was expected: ${distinct.slice(0, MOST_NAMES).join(', ')}${more}`;
}

function tokenName(name: string): string {
  // Signs of SPARQL 1.2 are announced by words: `Triple Term Open <<(`.
  const sign = / (?:open|close):? (\S+)$/i.exec(name)?.[1];
  return TOKENS.find(([like]) => like.test(name))?.[1] ?? `“${sign ?? name}”`;
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
