import { JSONPathEnvironment, JSONPathError, type JSONPathQuery } from 'json-p3';
import { ReferenceSyntaxError } from '../model/index.ts';

/** One plain step of a JSONPath: a member, an element, or all of them. */
export type Step =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'all' };

/** A JSONPath cut where its plain steps end. */
export interface JsonPath {
  readonly steps: readonly Step[];
  /** The nodes that the rest selects from where the steps lead; undefined where there is no rest. */
  readonly rest: ((value: unknown) => readonly unknown[]) | undefined;
}

/** Records nest no deeper than this. */
export const MAX_DEPTH = 1000;

const environment = new JSONPathEnvironment({ maxRecursionDepth: MAX_DEPTH });

/**
 * Reads a JSONPath (RFC 9535). Without `$` it is relative to the record and its names may hold any letter:
 * `geo point` is `$['geo point']`.
 * @throws ReferenceSyntaxError
 */
export function parseJsonPath(path: string): JsonPath {
  const absolute = /^[$@]/.test(path) ? `$${path.slice(1)}` : undefined;
  if (absolute === undefined) return relativePath(path);
  const query = compiled(absolute, path);
  const { steps, end } = plainSteps(absolute, 1, STEP);
  if (end === absolute.length) return { steps, rest: undefined };
  // A rest that speaks of the root is evaluated on the root.
  if (absolute.indexOf('$', end) >= 0) return { steps: [], rest: evaluator(query) };
  return { steps, rest: evaluator(compiled(`$${absolute.slice(end)}`, path)) };
}

function relativePath(path: string): JsonPath {
  const absolute = path.startsWith('[') ? `$${path}` : `$.${path}`;
  const { steps, end } = plainSteps(absolute, 1, RELATIVE_STEP);
  if (end === absolute.length) return { steps, rest: undefined };
  return { steps: [], rest: evaluator(compiled(absolute, path)) };
}

function compiled(absolute: string, path: string): JSONPathQuery {
  try {
    return environment.compile(absolute);
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    const { index } = error.token as { readonly index?: number };
    throw new ReferenceSyntaxError(path, error.message, index);
  }
}

const evaluator = (query: JSONPathQuery) => (value: unknown) =>
  query.query(value as Parameters<JSONPathQuery['query']>[0]).values();

const NAME = String.raw`[A-Za-z_\u0080-\uFFFF-][\w\u0080-\uFFFF-]*`;
const BRACKETS = String.raw`\[(?:(\*)|(0|[1-9]\d*)|'([^'\\]*)'|"([^"\\]*)")\]`;
const STEP = new RegExp(String.raw`\.(?:(\*)|(${NAME}))|${BRACKETS}`, 'y');
const RELATIVE_STEP = new RegExp(String.raw`\.(?:(\*)|([^.[\]*?@$'"()]+))|${BRACKETS}`, 'y');

function plainSteps(path: string, from: number, pattern: RegExp): { steps: Step[]; end: number } {
  const steps: Step[] = [];
  let end = from;
  for (;;) {
    pattern.lastIndex = end;
    const match = pattern.exec(path);
    if (match === null) return { steps, end };
    steps.push(stepOf(match));
    end = pattern.lastIndex;
  }
}

function stepOf([, star, name, bracketStar, index, single, double]: RegExpExecArray): Step {
  if (star !== undefined || bracketStar !== undefined) return { kind: 'all' };
  if (index !== undefined) return { kind: 'index', index: Number(index) };
  return { kind: 'name', name: name ?? single ?? double ?? '' };
}
