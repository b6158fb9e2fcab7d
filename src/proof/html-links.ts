import { READABLE_MEDIA_TYPES } from '../rdf/index.ts';
import type { WebAnswer } from './web-client.ts';

/** Relations under which a home page tells where its description is. */
const RELATIONS: ReadonlySet<string> = new Set(['describedby', 'alternate', 'meta', 'item']);

/** Longest text of a page that is looked through. */
const LONGEST = 1 << 20;

/**
 * Addresses of RDF that an answer names in its `Link` header (RFC 8288) or in `<link>` elements.
 * @param mediaTypes those that are looked for; any RDF that can be read, unless given
 */
export function linkedRdf(
  { headers, text, url }: WebAnswer,
  mediaTypes: readonly string[] = READABLE_MEDIA_TYPES,
): readonly string[] {
  const fields = [headers['link'] ?? ''].flat().join(', ');
  const inHeader = [
    ...fields.matchAll(/<([^<>]{1,2000})>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^\s,;"]+))*)/g),
  ].map(([, address = '', parameters = '']) => ({ address, of: attributesOf(parameters) }));
  const elements = text.slice(0, LONGEST).match(/<link\s[^<>]{1,4000}>/gi) ?? [];
  const inPage = elements.map((element) => {
    const of = attributesOf(element);
    return { address: of.get('href') ?? '', of };
  });
  const found = [...inHeader, ...inPage]
    .filter(({ of }) => isOfType(of, mediaTypes))
    .map(({ address }) => (URL.canParse(address, url) ? new URL(address, url).href : ''));
  return [...new Set(found)].filter((one) => one !== '');
}

const isOfType = (of: ReadonlyMap<string, string>, mediaTypes: readonly string[]): boolean =>
  (of.get('rel') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .some((relation) => RELATIONS.has(relation)) &&
  mediaTypes.includes((of.get('type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '');

const attributesOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/([\w*-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s,;"'>]+))/g)].map(
      ([, name = '', double, single, bare]) => [name.toLowerCase(), double ?? single ?? bare ?? ''],
    ),
  );
