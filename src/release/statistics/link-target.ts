import { thingSpace } from '../../model/index.ts';

/** Origin of an IRI of the Web, with the slash that ends it. */
const ORIGIN = /^https?:\/\/[^/?#]+/;

/**
 * Which dataset an IRI belongs to, seen from another: the slug of a dataset of the release, the origin of an IRI of
 * others (`https://www.wikidata.org/`), undefined for its own IRIs, for other IRIs of this site, and off the Web.
 */
export function createLinkTargets({
  base,
  slug,
  slugs,
}: {
  readonly base: string;
  readonly slug: string;
  readonly slugs: readonly string[];
}): (iri: string) => string | undefined {
  const own = thingSpace(base, slug);
  const things = own.slice(0, -slug.length - 1);
  const others = new Set(slugs.filter((one) => one !== slug));
  return (iri) => {
    if (iri.startsWith(own)) return undefined;
    if (iri.startsWith(things)) {
      const target = iri.slice(things.length, iri.indexOf('/', things.length));
      return others.has(target) ? target : undefined;
    }
    const origin = iri.startsWith(base) ? undefined : ORIGIN.exec(iri)?.[0];
    return origin && `${origin}/`;
  };
}
