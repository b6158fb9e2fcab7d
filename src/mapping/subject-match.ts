import type { Expression, TermRule } from './rules.ts';
import { itemsOfArgument } from './rules.ts';

/** How surely a subject map makes an IRI: `no`, `perhaps` (a function makes it), `yes` (its text fits). */
export type Fit = 'no' | 'perhaps' | 'yes';

/** Tells whether a subject map could have made a node's IRI. */
export type SubjectTest = (node: string) => Fit;

const GENERATED = /\/\.well-known\/genid\//;

/** Compiles a subject map to a test of IRIs. Blank nodes are told by the IRIs that releases give them. */
export function subjectTest({ expression, termType }: TermRule, base: string): SubjectTest {
  if (termType === 'blank')
    return (node) => (GENERATED.test(node) || node.startsWith('_:') ? 'perhaps' : 'no');
  if (expression === undefined) return () => 'no';
  if (expression.kind === 'call') return callTest(expression);
  const isEncoded = termType === 'iri' || termType === 'uri';
  const pattern = patternOf(expression, base, isEncoded);
  const anything = expression.kind === 'reference';
  return (node) => (!pattern.test(node) ? 'no' : anything ? 'perhaps' : 'yes');
}

const hasScheme = (text: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text);

export const absolute = (text: string, base: string): string => (hasScheme(text) ? text : base + text);

function patternOf(
  expression: Exclude<Expression, { kind: 'call' }>,
  base: string,
  isEncoded: boolean,
): RegExp {
  if (expression.kind === 'constant')
    return new RegExp(`^${escaped(absolute(expression.value, base))}$`, 'u');
  if (expression.kind === 'reference') return /^/;
  // What templates encode has none of the signs that part an address.
  const value = isEncoded ? '[^/?#]+' : '.+';
  const [first] = expression.parts;
  const parts =
    typeof first === 'string' ? [absolute(first, base), ...expression.parts.slice(1)] : expression.parts;
  return new RegExp(
    `^${parts.map((part) => (typeof part === 'string' ? escaped(part) : value)).join('')}$`,
    'su',
  );
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A function's text cannot be foretold; the pieces of addresses among its arguments must be in it. */
function callTest(expression: Expression): SubjectTest {
  const pieces = textsOf(expression).filter((text) => /[/#]/.test(text) && !/[\s()[\]\\^$*+?|]/.test(text));
  const namesPart = pieces.some((piece) => piece.includes('#'));
  return (node) => {
    if (pieces.some((piece) => !node.includes(piece))) return 'no';
    return node.includes('#') === namesPart ? 'perhaps' : 'no';
  };
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
