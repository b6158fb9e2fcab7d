import type { Bilingual } from '../model/index.ts';
import {
  type IriReader,
  iriReader,
  placeOfNode,
  type QueryParser,
  type SyntaxNode,
} from '../sparql/index.ts';
import { EditedText } from './edited-text.ts';
import type { QueryFrame } from './local-bindings.ts';
import { MISREAD, tooLong, tooManyServices } from './refusals.ts';
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
  | { readonly kind: 'refused'; readonly reason: Bilingual }
  | { readonly kind: 'overloaded' };

/** Planning goes through the tree for each SERVICE: both are bounded, since it happens where everybody is answered. */
const LONGEST = 20_000;
const MOST_SERVICES = 10;

/** Finds the SERVICE patterns of a query, and what every query made from it repeats. */
export async function readServices(
  text: string,
  { base, parser }: { readonly base: string; readonly parser: QueryParser },
): Promise<ReadServices> {
  if (text.length > LONGEST) return { kind: 'refused', reason: tooLong(LONGEST) };
  const parsed = await parser.locate(text);
  if (parsed.kind === 'overloaded') return parsed;
  if (parsed.kind !== 'tree') return { kind: 'malformed', reason: parsed.reason };
  const { tree } = parsed;
  const services = servicePatterns(text, tree, base);
  if (!services) return { kind: 'refused', reason: MISREAD };
  if (services.length > MOST_SERVICES) return { kind: 'refused', reason: tooManyServices(MOST_SERVICES) };
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
