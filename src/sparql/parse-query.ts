import type { AskedService, LimitPlace, QueryKind } from '../model/index.ts';
import { makesProduct } from './cartesian-products.ts';
import { limitPlaceOf } from './limit-place.ts';
import { type IriReader, iriReader } from './prologue.ts';
import type { QueryBounds } from './query-bounds.ts';
import { emptyQuery, type SyntaxComplaint, type TooComplex } from './syntax-error.ts';
import { type SyntaxNode as Node, nodesOf, parseTree } from './syntax-tree.ts';

/** What the grammar says of a text. */
export type ParsedQuery =
  | {
      readonly kind: 'parsed';
      readonly queryKind: QueryKind;
      /** Whether the text has FROM or FROM NAMED. */
      readonly hasDataset: boolean;
      /** Its SERVICE patterns, an outer one before those inside. */
      readonly services: readonly AskedService[];
      /** Whether two runs may differ on the same data: NOW, RAND, UUID, … */
      readonly isVolatile: boolean;
      /** Whether it joins everything with everything. */
      readonly isHeavy?: boolean;
      /** Of a SELECT: where its LIMIT stands, or may be written. */
      readonly limitPlace?: LimitPlace;
    }
  | SyntaxComplaint
  | { readonly kind: 'update' }
  | TooComplex;

const KINDS: readonly QueryKind[] = ['select', 'ask', 'construct', 'describe'];
const VOLATILE: ReadonlySet<unknown> = new Set(['now', 'rand', 'uuid', 'struuid', 'bnode']);

/**
 * Parses a text as SPARQL 1.1 or 1.2 (https://www.w3.org/TR/sparql12-query/#grammar), refusing before parsing what is
 * too long or too deep. Relative IRIs are fine: there is a base.
 */
export function parseQuery(
  text: string,
  options: { readonly base: string; readonly limits?: QueryBounds },
): ParsedQuery {
  const parsed = parseTree(text, options);
  return parsed.kind === 'tree' ? judged(text, parsed.tree, options.base) : parsed;
}

function judged(text: string, tree: Node, base: string): ParsedQuery {
  if (tree['type'] !== 'query') return hasOperation(tree) ? { kind: 'update' } : emptyQuery(text);
  const queryKind = KINDS.find((kind) => kind === tree['subType']);
  if (!queryKind) return { kind: 'malformed', reason: 'This kind of query is not known.' };
  const nodes = [...nodesOf(tree)];
  const isHeavy = makesProduct(tree);
  const limitPlace = queryKind === 'select' ? limitPlaceOf(text, tree) : undefined;
  return {
    kind: 'parsed',
    queryKind,
    hasDataset: nodes.some((node) => node['clauseType'] !== undefined),
    services: servicesOf(nodes, iriReader(tree, base)),
    isVolatile: nodes.some((node) => VOLATILE.has(node['operator'])),
    ...(isHeavy && { isHeavy }),
    ...(limitPlace && { limitPlace }),
  };
}

const isService = (node: Node): boolean => node['type'] === 'pattern' && node['subType'] === 'service';

const servicesOf = (nodes: readonly Node[], iri: IriReader): readonly AskedService[] =>
  nodes.filter(isService).map(({ name, silent }) => {
    const isVariable = (name as Node)['subType'] === 'variable';
    return { iri: isVariable ? undefined : iri(name as Node), isSilent: silent === true };
  });

/** An update without operation is what the grammar sees in an empty text. */
export const hasOperation = (tree: Node): boolean =>
  (tree['updates'] as readonly Node[] | undefined)?.some((one) => one['operation'] !== undefined) ?? false;
