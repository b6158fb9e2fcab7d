import type { NodePattern } from '../model/index.ts';
import type { Expression, Reference, TermRule } from './rules.ts';
import { itemsOfArgument } from './rules.ts';

/** How surely a subject map makes an IRI: `no`, `perhaps` (a function makes it), `yes` (its text fits). */
export type Fit = 'no' | 'perhaps' | 'yes';

/** Tells whether a subject map could have made a node's IRI. */
export type SubjectTest = (node: string) => Fit;

const GENERATED = '^_:|/\\.well-known/genid/';
/** What no text fits. */
const NOTHING = '(?!)';

/** Compiles a subject map to a test of IRIs. Blank nodes are told by the IRIs that releases give them. */
export function subjectTest(term: TermRule, base: string): SubjectTest {
  const { pattern, isSure } = nodePattern(term, base);
  const expression = new RegExp(pattern, 'su');
  return (node) => (!expression.test(node) ? 'no' : isSure ? 'yes' : 'perhaps');
}

/** The IRIs that a term map can make. */
export function nodePattern({ expression, termType }: TermRule, base: string): NodePattern {
  if (termType === 'blank') return { pattern: GENERATED, isSure: false };
  if (expression === undefined) return { pattern: NOTHING, isSure: false };
  if (expression.kind === 'call') return { pattern: callPattern(expression), isSure: false };
  const isEncoded = termType === 'iri' || termType === 'uri';
  return { pattern: patternOf(expression, base, isEncoded), isSure: expression.kind !== 'reference' };
}

const hasScheme = (text: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text);

export const absolute = (text: string, base: string): string => (hasScheme(text) ? text : base + text);

function patternOf(
  expression: Exclude<Expression, { kind: 'call' }>,
  base: string,
  isEncoded: boolean,
): string {
  if (expression.kind === 'constant') return `^${escaped(absolute(expression.value, base))}$`;
  if (expression.kind === 'reference') return '^';
  const [first] = expression.parts;
  const parts =
    typeof first === 'string' ? [absolute(first, base), ...expression.parts.slice(1)] : expression.parts;
  return templatePattern(parts, isEncoded);
}

/** What templates encode has none of the signs that part an address. */
export const templatePattern = (parts: readonly (string | Reference)[], isEncoded: boolean): string =>
  `^${parts.map((part) => (typeof part === 'string' ? escaped(part) : isEncoded ? '[^/?#]+' : '.+')).join('')}$`;

export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A function's text cannot be foretold; the pieces of addresses among its arguments must be in it. */
function callPattern(expression: Expression): string {
  const pieces = textsOf(expression).filter((text) => /[/#]/.test(text) && !/[\s()[\]\\^$*+?|]/.test(text));
  const namesPart = pieces.some((piece) => piece.includes('#'));
  return `^${pieces.map((piece) => `(?=.*${escaped(piece)})`).join('')}${namesPart ? '.*#' : '[^#]*$'}`;
}

function textsOf(expression: Expression): readonly string[] {
  if (expression.kind === 'constant') return [expression.value];
  if (expression.kind === 'template') return expression.parts.filter((part) => typeof part === 'string');
  if (expression.kind === 'reference') return [];
  return [...expression.arguments.values()].flatMap(itemsOfArgument).flatMap(textsOf);
}

/** An expression as text, without its places: the same for two that make the same of a record. */
export function spelled(expression: Expression | undefined): string {
  return JSON.stringify(expression, (key, value: unknown) => {
    if (key === 'place') return undefined;
    return value instanceof Map ? [...value] : value;
  });
}
