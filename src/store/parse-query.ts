import { Parser } from '@traqula/parser-sparql-1-2';
import type { QueryKind } from '../model/index.ts';
import { excessOf, QUERY_BOUNDS, type QueryBounds } from './query-bounds.ts';
import { emptyQuery, refuseToken, type SyntaxComplaint, syntaxComplaint } from './syntax-error.ts';

/** What the grammar says of a text. */
export type ParsedQuery =
  | {
      readonly kind: 'parsed';
      readonly queryKind: QueryKind;
      /** Whether the text has FROM or FROM NAMED. */
      readonly hasDataset: boolean;
      readonly hasService: boolean;
      /** Whether two runs may differ on the same data: NOW, RAND, UUID, … */
      readonly isVolatile: boolean;
    }
  | SyntaxComplaint
  | { readonly kind: 'update' }
  | { readonly kind: 'too-complex'; readonly reason: string };

type Node = Readonly<Record<string, unknown>>;

const KINDS: readonly QueryKind[] = ['select', 'ask', 'construct', 'describe'];
const VOLATILE: ReadonlySet<unknown> = new Set(['now', 'rand', 'uuid', 'struuid', 'bnode']);

/**
 * Parses a text as SPARQL 1.1 or 1.2 (https://www.w3.org/TR/sparql12-query/#grammar), refusing before parsing what is
 * too long or too deep. Relative IRIs are fine: there is a base.
 */
export function parseQuery(
  text: string,
  { base, limits = QUERY_BOUNDS }: { readonly base: string; readonly limits?: QueryBounds },
): ParsedQuery {
  const excess = excessOf(text, limits);
  if (excess !== undefined) return { kind: 'too-complex', reason: excess };
  try {
    return judged(text, parser().parse(text, { baseIRI: base }) as unknown as Node);
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

function judged(text: string, tree: Node): ParsedQuery {
  if (tree['type'] !== 'query') return hasOperation(tree) ? { kind: 'update' } : emptyQuery(text);
  const queryKind = KINDS.find((kind) => kind === tree['subType']);
  if (!queryKind) return { kind: 'malformed', reason: 'This kind of query is not known.' };
  const nodes = [...nodesOf(tree)];
  return {
    kind: 'parsed',
    queryKind,
    hasDataset: nodes.some((node) => node['clauseType'] !== undefined),
    hasService: nodes.some((node) => node['type'] === 'pattern' && node['subType'] === 'service'),
    isVolatile: nodes.some((node) => VOLATILE.has(node['operator'])),
  };
}

/** An update without operation is what the grammar sees in an empty text. */
const hasOperation = (tree: Node): boolean =>
  (tree['updates'] as readonly Node[] | undefined)?.some((one) => one['operation'] !== undefined) ?? false;

/** Every object of a syntax tree, without recursion. */
function* nodesOf(root: Node): Generator<Node> {
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next)) yield next as Node;
    for (const value of Object.values(next)) pending.push(value);
  }
}
