import { type CartesianProduct, cartesianProducts } from './cartesian-products.ts';
import { hasOperation } from './parse-query.ts';
import { declaredPrefixes } from './prologue.ts';
import type { QueryBounds } from './query-bounds.ts';
import { type QueryWords, type WordsReading, wordsOf } from './query-words.ts';
import { emptyQuery, type SyntaxComplaint, type TooComplex } from './syntax-error.ts';
import { parseTree } from './syntax-tree.ts';

/** What a query says, for those who advise on it; or why it cannot be read. */
export type ReadQuery =
  | {
      readonly kind: 'read';
      readonly words: QueryWords;
      readonly products: readonly CartesianProduct[];
      /** Prefix → namespace, as the query declares them. */
      readonly prefixes: ReadonlyMap<string, string>;
    }
  | SyntaxComplaint
  | { readonly kind: 'update' }
  | TooComplex;

/** Reads a query with the places of what it asks for: offsets into the text, in UTF-16 code units. */
export function readQuery(
  text: string,
  options: WordsReading & { readonly limits?: QueryBounds },
): ReadQuery {
  const parsed = parseTree(text, { ...options, located: true });
  if (parsed.kind !== 'tree') return parsed;
  const { tree } = parsed;
  if (tree['type'] !== 'query') return hasOperation(tree) ? { kind: 'update' } : emptyQuery(text);
  return {
    kind: 'read',
    words: wordsOf(tree, options),
    products: cartesianProducts(tree),
    prefixes: declaredPrefixes(tree, options.base),
  };
}
