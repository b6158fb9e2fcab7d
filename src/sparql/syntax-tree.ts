import { Parser } from '@traqula/parser-sparql-1-2';
import { AstFactory } from '@traqula/rules-sparql-1-2';
import { excessOf, QUERY_BOUNDS, type QueryBounds } from './query-bounds.ts';
import { refuseToken, type SyntaxComplaint, syntaxComplaint } from './syntax-error.ts';

/** A node of a syntax tree, in the parser's own words. */
export type SyntaxNode = Readonly<Record<string, unknown>>;

/** The tree of a text, or why there is none. */
export type ParsedTree =
  | { readonly kind: 'tree'; readonly tree: SyntaxNode }
  | SyntaxComplaint
  | { readonly kind: 'too-complex'; readonly reason: string };

interface Reading {
  readonly base: string;
  readonly limits?: QueryBounds;
  /** Whether the nodes tell where they stand (`placeOf`): slower. */
  readonly isPlaced?: boolean;
}

/** Parses a text as SPARQL 1.1 or 1.2; what is too long or too deep is refused before. */
export function parseTree(
  text: string,
  { base, limits = QUERY_BOUNDS, isPlaced = false }: Reading,
): ParsedTree {
  const excess = excessOf(text, limits);
  if (excess !== undefined) return { kind: 'too-complex', reason: excess };
  try {
    const parser = isPlaced ? placingParser() : plainParser();
    return { kind: 'tree', tree: parser.parse(text, { baseIRI: base }) as unknown as SyntaxNode };
  } catch (error) {
    if (error instanceof RangeError)
      return { kind: 'too-complex', reason: 'The query is nested too deeply to be parsed.' };
    return syntaxComplaint(text, error as Error);
  }
}

/** Building a parser takes some tens of milliseconds: once, at the first query. */
const once = <T>(build: () => T): (() => T) => {
  let built: T | undefined;
  return () => {
    built ??= build();
    return built;
  };
};

// The builder underneath takes an error handler, which the types of this parser do not mention.
const OPTIONS = { errorHandler: refuseToken } as ConstructorParameters<typeof Parser>[0];

const plainParser = once(() => new Parser(OPTIONS));

const placingParser = once(
  () =>
    new Parser({
      ...OPTIONS,
      lexerConfig: { positionTracking: 'full' },
      defaultContext: { astFactory: new AstFactory({ tracksSourceLocation: true }) },
    }),
);

/** Offsets of the first character of a part of a text and of the one after its last. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Where a node stands in the text; undefined for what the text only implies, and in trees without places. */
export function placeOf({ loc }: SyntaxNode): TextSpan | undefined {
  const { start, end } = (loc ?? {}) as { readonly start?: unknown; readonly end?: unknown };
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : undefined;
}

/** Every object of a syntax tree, without recursion. */
export function* nodesOf(root: unknown): Generator<SyntaxNode> {
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next)) yield next as SyntaxNode;
    for (const value of Object.values(next)) pending.push(value);
  }
}
