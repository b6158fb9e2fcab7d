import type { LimitPlace } from '../model/index.ts';
import { structureOf } from './query-bounds.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/**
 * Where the LIMIT of a SELECT stands in its text, or may be written; undefined where that is not certain. What the query
 * has, the tree says; the text only says where.
 */
export function limitPlaceOf(text: string, tree: SyntaxNode): LimitPlace | undefined {
  const modifiers = tree['solutionModifiers'] as SyntaxNode | undefined;
  const own = (modifiers?.['limitOffset'] as SyntaxNode | undefined)?.['limit'];
  const outside = outsideBraces(structureOf(text));
  if (typeof own === 'number') {
    const found = [...outside.matchAll(/(?<![\p{L}\p{N}_:.?$@-])limit\s+\+?(\d+)/giu)].at(-1);
    if (found === undefined || Number(found[1]) !== own) return undefined;
    return { text, from: found.index, to: found.index + found[0].length, own };
  }
  if (tree['values'] === undefined) return { text, from: text.length, to: text.length };
  const values = [...outside.matchAll(/(?<![\p{L}\p{N}_:.?$@-])values(?![\p{L}\p{N}_:.-])/giu)].at(-1);
  return values && { text, from: values.index, to: values.index };
}

/** The text with what stands between braces blanked out. */
function outsideBraces(structure: string): string {
  let depth = 0;
  return structure.replace(/[{}]|[^{}]+/g, (part) => {
    if (part === '{') depth += 1;
    const kept = depth === 0 ? part : ' '.repeat(part.length);
    if (part === '}') depth -= 1;
    return kept;
  });
}

/**
 * The text of a SELECT that gives no more rows than so many: its own LIMIT where that is smaller. The rows it gives are
 * rows of the query as it was written; when there are fewer than so many, they are all of them.
 */
export function withRowLimit({ text, from, to, own }: LimitPlace, rows: number): string {
  if (own !== undefined && own <= rows) return text;
  // A line of its own: the text may end with a comment.
  return `${text.slice(0, from)}\nLIMIT ${rows}\n${text.slice(to)}`;
}
