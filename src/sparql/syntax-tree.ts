import { Parser } from '@traqula/parser-sparql-1-2';
import { AstFactory } from '@traqula/rules-sparql-1-2';
import { excessOf, QUERY_BOUNDS, type QueryBounds } from './query-bounds.ts';
import { refuseToken, type SyntaxComplaint, syntaxComplaint, type TooComplex } from './syntax-error.ts';

/** A node of a syntax tree, in the parser's own words. */
export type SyntaxNode = Readonly<Record<string, unknown>>;

/** The tree of a text, or why there is none. */
export type ParsedTree = { readonly kind: 'tree'; readonly tree: SyntaxNode } | SyntaxComplaint | TooComplex;

export interface ParseOptions {
  /** Base of relative IRIs. */
  readonly base: string;
  readonly limits?: QueryBounds;
  /** Whether nodes tell where they stand (`loc`, offsets of the text); costs some time. */
  readonly located?: boolean;
}

/** Parses a text as SPARQL 1.1 or 1.2; what is too long or too deep is refused before. */
export function parseTree(text: string, options: ParseOptions): ParsedTree {
  const { base, limits = QUERY_BOUNDS, located = false } = options;
  const excess = excessOf(text, limits);
  if (excess !== undefined) return { kind: 'too-complex', reason: excess.en, inFrench: excess.fr };
  try {
    const parser = located ? locatingParser() : plainParser();
    return { kind: 'tree', tree: parser.parse(text, { baseIRI: base }) as unknown as SyntaxNode };
  } catch (error) {
    if (isStackOverflow(error))
      return {
        kind: 'too-complex',
        reason: 'The query is nested too deeply to be parsed.',
        inFrench: 'La requête est trop imbriquée pour être analysée.',
      };
    return syntaxComplaint(text, error as Error);
  }
}

/** Escapes of characters that do not exist are range errors too. */
const isStackOverflow = (error: unknown): boolean =>
  error instanceof RangeError && /call stack/.test(error.message);

/** Building a parser takes some tens of milliseconds: once, at the first query. */
const plainParser = once(() => new Parser(parserOptions({})));

const locatingParser = once(() => {
  const astFactory = new AstFactory({ tracksSourceLocation: true });
  return new Parser(
    parserOptions({ defaultContext: { astFactory }, lexerConfig: { positionTracking: 'full' } }),
  );
});

type ParserOptions = NonNullable<ConstructorParameters<typeof Parser>[0]>;

/** The builder underneath takes an error handler, which the types of this parser do not mention. */
function parserOptions(options: ParserOptions): ParserOptions {
  return { ...options, errorHandler: refuseToken } as ParserOptions;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
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

/** Offsets of the first character of a part of a text and of the one after its last. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Where a node of a located tree begins and ends in the text; undefined for what the parser made itself. */
export function placeOfNode(node: SyntaxNode): TextSpan | undefined {
  const loc = node['loc'] as { sourceLocationType?: unknown; start: number; end: number } | undefined;
  return loc?.sourceLocationType === 'source' ? { start: loc.start, end: loc.end } : undefined;
}
