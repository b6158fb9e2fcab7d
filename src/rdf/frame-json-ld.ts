import type * as RDF from '@rdfjs/types';
import type * as JsonLd from 'jsonld';
import type { JsonLdContext } from '../model/index.ts';
import { inlineOnly } from './json-ld.ts';
import { jsonLd } from './write-json-ld.ts';

/**
 * A graph as one tree of JSON-LD from a node on (https://www.w3.org/TR/json-ld11-framing/), nodes repeated wherever they are
 * referred to, keys in the order of the context's terms. The context is written as its IRI.
 * @param root IRI of the node at the top
 */
export async function framedJsonLd(
  quads: readonly RDF.Quad[],
  { root, context }: { readonly root: string; readonly context: JsonLdContext },
): Promise<string> {
  const { frame } = (await import('jsonld')).default;
  const terms = context.terms as JsonLd.ContextDefinition;
  const document = JSON.parse(jsonLd(quads, {})) as JsonLd.JsonLdDocument;
  const framed = await frame(
    document,
    { '@context': terms, '@id': root },
    { ...inlineOnly, embed: '@always', omitGraph: true, omitDefault: true },
  );
  if (Object.keys(framed).length <= 1)
    return `${JSON.stringify({ '@context': context.iri, '@id': root }, null, 2)}\n`;
  const order = ['@context', '@id', '@type', ...Object.keys(terms)];
  const tree = ordered(framed, new Map(order.map((key, at) => [key, at]))) as object;
  return `${JSON.stringify({ ...tree, '@context': context.iri }, null, 2)}\n`;
}

function ordered(value: unknown, order: ReadonlyMap<string, number>): unknown {
  if (Array.isArray(value)) return value.map((one) => ordered(one, order));
  if (typeof value !== 'object' || value === null) return value;
  const rank = (key: string): number => order.get(key) ?? order.size;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : 1))
      .map(([key, one]) => [key, ordered(one, order)]),
  );
}
