import { thingSpace } from '../../model/index.ts';

/** Origin of an IRI of the Web, with the slash that ends it. */
const ORIGIN = /^https?:\/\/[^/?#]+/;

/**
 * Which dataset an IRI belongs to, seen from another: a slug by its URI space, released or not, so that what is counted
 * depends on the dump alone; the origin of an IRI of others (`https://www.wikidata.org/`); undefined for its own IRIs, for
 * other IRIs of this site, and off the Web.
 */
export function createLinkTargets({
  base,
  slug,
}: {
  readonly base: string;
  readonly slug: string;
}): (iri: string) => string | undefined {
  const own = thingSpace(base, slug);
  const things = own.slice(0, -slug.length - 1);
  return (iri) => {
    if (iri.startsWith(own)) return undefined;
    if (iri.startsWith(things)) {
      const end = iri.indexOf('/', things.length);
      return end > things.length ? iri.slice(things.length, end) : undefined;
    }
    const origin = iri.startsWith(base) ? undefined : ORIGIN.exec(iri)?.[0];
    return origin && `${origin}/`;
  };
}
