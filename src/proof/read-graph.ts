import { type Bilingual, placeText } from '../model/index.ts';
import { parseRdf, type RDF, READABLE_MEDIA_TYPES } from '../rdf/index.ts';
import { Breach } from './outcomes.ts';
import { type Followed, mediaTypeOf, type Site } from './site.ts';
import type { WebAnswer } from './web-client.ts';

/** Any RDF, Turtle first. */
export const ANY_RDF =
  'text/turtle, application/n-triples;q=0.9, application/ld+json;q=0.8, application/rdf+xml;q=0.7';

/** What came for a graph. */
export type ReadGraph =
  | { readonly kind: 'graph'; readonly quads: readonly RDF.Quad[]; readonly followed: Followed }
  /** Another status than 200, or something that is not RDF. */
  | { readonly kind: 'none'; readonly followed: Followed };

/**
 * Asks for an IRI and reads the RDF that comes.
 * @throws Breach for RDF that is malformed, Unanswered
 */
export async function readGraph(site: Site, iri: string, accept: string = ANY_RDF): Promise<ReadGraph> {
  const followed = await site.follow(iri, { accept });
  const { last } = followed;
  if (last.status !== 200 || !READABLE_MEDIA_TYPES.includes(mediaTypeOf(last)))
    return { kind: 'none', followed };
  return { kind: 'graph', quads: await quadsOf(site, last), followed };
}

/** The statements of an answer, relative IRIs resolved as if it had been asked under its base. @throws Breach */
export async function quadsOf(site: Site, answer: WebAnswer): Promise<readonly RDF.Quad[]> {
  const mediaType = mediaTypeOf(answer);
  const base = site.iriOf(answer.url);
  const parsed = await parseRdf({ text: answer.text, file: answer.url, mediaType, base });
  if (parsed.kind === 'parsed') return parsed.quads;
  const { place, found } = parsed.complaint;
  const told = (language: keyof Bilingual) => `${placeText(place)}  ${found[language]}`;
  throw new Breach({ fr: told('fr'), en: told('en') });
}

/** What came instead of what was asked for: status and type. */
export const cameText = (answer: WebAnswer): string =>
  [String(answer.status), mediaTypeOf(answer)].filter((part) => part !== '').join(' ');
