import { Parser } from '@traqula/parser-sparql-1-2';
import { excessOf, QUERY_BOUNDS, type QueryBounds } from './query-bounds.ts';
import { refuseToken, type SyntaxComplaint, syntaxComplaint } from './syntax-error.ts';

/** A node of a syntax tree, in the parser's own words. */
export type SyntaxNode = Readonly<Record<string, unknown>>;

/** The tree of a text, or why there is none. */
export type ParsedTree =
  | { readonly kind: 'tree'; readonly tree: SyntaxNode }
  | SyntaxComplaint
  | { readonly kind: 'too-complex'; readonly reason: string };

/** Parses a text as SPARQL 1.1 or 1.2; what is too long or too deep is refused before. */
export function parseTree(
  text: string,
  { base, limits = QUERY_BOUNDS }: { readonly base: string; readonly limits?: QueryBounds },
): ParsedTree {
  const excess = excessOf(text, limits);
  if (excess !== undefined) return { kind: 'too-complex', reason: excess };
  try {
    return { kind: 'tree', tree: parser().parse(text, { baseIRI: base }) as unknown as SyntaxNode };
  } catch (error) {
    if (error instanceof RangeError)
      return { kind: 'too-complex', reason: 'The query is nested too deeply to be parsed.' };
    return syntaxComplaint(text, error as Error);
  }
}

let built: Parser | undefined;

/** Building a parser takes some tens of milliseconds: once, at the first query. */
function parser(): Parser {
  // The builder underneath takes an error handler, which the types of this parser do not mention.
  const options = { errorHandler: refuseToken } as ConstructorParameters<typeof Parser>[0];
  built ??= new Parser(options);
  return built;
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
