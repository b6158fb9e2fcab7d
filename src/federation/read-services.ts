import type { Bilingual } from '../model/index.ts';
import { type IriReader, iriReader, parseTree, placeOfNode, type SyntaxNode } from '../sparql/index.ts';
import { EditedText } from './edited-text.ts';
import type { QueryFrame } from './local-bindings.ts';
import { MISREAD } from './refusals.ts';
import { type ServicePattern, servicePatterns } from './service-patterns.ts';

/** A query with SERVICE, taken apart. */
export interface ServiceQuery {
  readonly edited: EditedText;
  readonly services: readonly ServicePattern[];
  readonly frame: QueryFrame;
  readonly iri: IriReader;
}

export type ReadServices =
  | { readonly kind: 'read'; readonly query: ServiceQuery }
  | { readonly kind: 'malformed'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: Bilingual };

/** Finds the SERVICE patterns of a query, and what every query made from it repeats. */
export function readServices(text: string, base: string): ReadServices {
  const parsed = parseTree(text, { base, located: true });
  if (parsed.kind !== 'tree') return { kind: 'malformed', reason: parsed.reason };
  const { tree } = parsed;
  const services = servicePatterns(text, tree, base);
  if (!services) return { kind: 'refused', reason: MISREAD };
  const frame = { prologue: prologueOf(text, tree), datasets: datasetsOf(text, tree) };
  return {
    kind: 'read',
    query: { edited: new EditedText(text), services, frame, iri: iriReader(tree, base) },
  };
}

const prologueOf = (text: string, tree: SyntaxNode): string =>
  ((tree['context'] ?? []) as readonly SyntaxNode[]).map((one) => textOf(text, one)).join('\n');

const datasetsOf = (text: string, tree: SyntaxNode): string =>
  tree['datasets'] === undefined ? '' : textOf(text, tree['datasets'] as SyntaxNode);

function textOf(text: string, node: SyntaxNode): string {
  const place = placeOfNode(node);
  return place ? text.slice(place.start, place.end) : '';
}
