import type { Bilingual, Place } from '../../model/index.ts';
import { argumentsOf, type Call, type Expression } from '../rules.ts';
import { parameterName } from './builtins.ts';
import { type Externals, parseTemplate } from './template.ts';

/** What cannot be read as a function call, and why. */
export class FunctionSyntaxError extends Error {
  readonly reason: Bilingual;
  constructor(reason: Bilingual) {
    super(reason.en);
    this.name = 'FunctionSyntaxError';
    this.reason = reason;
  }
}

const REASONS = {
  notACall: { fr: 'ce n’est pas un appel de fonction', en: 'it is not a function call' },
  noComma: {
    fr: 'il manque une virgule ou une parenthèse fermante',
    en: 'a comma or a closing parenthesis is missing',
  },
  openQuote: { fr: 'un guillemet n’est jamais refermé', en: 'a quote is never closed' },
  openReference: { fr: 'un $( n’est jamais refermé', en: 'a $( is never closed' },
  noValue: { fr: 'il manque une valeur', en: 'a value is missing' },
} satisfies Readonly<Record<string, Bilingual>>;

const leftOver = (text: string): Bilingual => ({
  fr: `« ${text} » est de trop`,
  en: `“${text}” is left over`,
});

interface Cursor {
  readonly text: string;
  at: number;
  readonly place: Place;
  readonly expand: (name: string) => string;
  readonly externals: Externals;
}

/**
 * Parses YARRRML's inline function syntax, `ex:f(a = $(x), b = "text", c = ex:g($(y)))`. Arguments may nest, and may be
 * given by position. A text without parentheses is the call of a function without arguments given elsewhere.
 * @param expand turns a prefixed name into an IRI, undefined prefix → FunctionSyntaxError
 */
export function parseCall(
  text: string,
  place: Place,
  expand: (name: string) => string,
  externals: Externals = new Map(),
): Expression {
  const cursor: Cursor = { text, at: 0, place, expand, externals };
  const call = expression(cursor);
  skipSpace(cursor);
  if (cursor.at < text.length) throw new FunctionSyntaxError(leftOver(text.slice(cursor.at)));
  if (call.kind !== 'call') throw new FunctionSyntaxError(REASONS.notACall);
  return call;
}

function expression(cursor: Cursor): Expression {
  skipSpace(cursor);
  const first = cursor.text[cursor.at];
  if (first === '"' || first === "'") return template(cursor, quoted(cursor, first));
  if (cursor.text.startsWith('$(', cursor.at)) return template(cursor, referenceText(cursor));
  const token = bareToken(cursor);
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== '(') return { kind: 'constant', value: token, place: cursor.place };
  cursor.at++;
  const name = cursor.expand(token);
  return { kind: 'call', function: name, arguments: argumentList(cursor, name), place: cursor.place };
}

function argumentList(cursor: Cursor, called: string): Call['arguments'] {
  const found: (readonly [string, Expression])[] = [];
  for (let position = 0; ; position++) {
    skipSpace(cursor);
    if (cursor.text[cursor.at] === ')' && position === 0) break;
    const name = argumentName(cursor) ?? String(position);
    found.push([parameterName(called, name), expression(cursor)]);
    skipSpace(cursor);
    const next = cursor.text[cursor.at];
    if (next === ')') break;
    if (next !== ',') throw new FunctionSyntaxError(REASONS.noComma);
    cursor.at++;
  }
  cursor.at++;
  return argumentsOf(found);
}

function argumentName(cursor: Cursor): string | undefined {
  const match = /^([\p{L}_][\p{L}\p{N}_:.-]*)\s*=\s*/u.exec(cursor.text.slice(cursor.at));
  if (!match) return undefined;
  cursor.at += match[0].length;
  return (match[1] ?? '').replace(/^.*[:]/, '');
}

function quoted(cursor: Cursor, quote: string): string {
  let text = '';
  for (let at = cursor.at + 1; at < cursor.text.length; at++) {
    const c = cursor.text[at] ?? '';
    if (c === '\\' && cursor.text[at + 1] === quote) {
      text += quote;
      at++;
    } else if (c === quote) {
      cursor.at = at + 1;
      return text;
    } else text += c;
  }
  throw new FunctionSyntaxError(REASONS.openQuote);
}

function referenceText(cursor: Cursor): string {
  let depth = 0;
  for (let at = cursor.at + 1; at < cursor.text.length; at++) {
    if (cursor.text[at] === '\\') at++;
    else if (cursor.text[at] === '(') depth++;
    else if (cursor.text[at] === ')' && --depth === 0) {
      const text = cursor.text.slice(cursor.at, at + 1);
      cursor.at = at + 1;
      return text;
    }
  }
  throw new FunctionSyntaxError(REASONS.openReference);
}

function bareToken(cursor: Cursor): string {
  const match = /^[^\s,()=]+/.exec(cursor.text.slice(cursor.at));
  if (!match) throw new FunctionSyntaxError(REASONS.noValue);
  cursor.at += match[0].length;
  return match[0];
}

function template(cursor: Cursor, text: string): Expression {
  const parsed = parseTemplate(text, cursor.place, cursor.externals);
  if (!parsed) throw new FunctionSyntaxError(REASONS.openReference);
  return parsed;
}

function skipSpace(cursor: Cursor): void {
  while (/\s/.test(cursor.text[cursor.at] ?? '')) cursor.at++;
}
