import { iriReader } from './prologue.ts';
import { type SyntaxNode as Node, nodesOf, parseTree } from './syntax-tree.ts';

/** The dataset that a query names: absolute IRIs of FROM, and of FROM NAMED. */
export interface AskedDataset {
  readonly defaultGraphs: readonly string[];
  readonly namedGraphs: readonly string[];
}

/** What FROM and FROM NAMED of a text say (SPARQL 1.1 section 13.2); undefined where it has neither, or is no query. */
export function askedDataset(text: string, base: string): AskedDataset | undefined {
  const parsed = parseTree(text, { base });
  if (parsed.kind !== 'tree') return undefined;
  const clauses = [...nodesOf(parsed.tree)].filter((node) => node['clauseType'] !== undefined).reverse();
  if (clauses.length === 0) return undefined;
  const iri = iriReader(parsed.tree, base);
  const graphs = (clauseType: string): readonly string[] =>
    clauses.filter((one) => one['clauseType'] === clauseType).map((one) => iri(one['value'] as Node));
  return { defaultGraphs: graphs('default'), namedGraphs: graphs('named') };
}
