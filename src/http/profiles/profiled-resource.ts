import type { Profile } from '../../model/index.ts';
import { framedJsonLd, RDF_FORMATS } from '../../rdf/index.ts';
import { alternatesOf, type NegotiatedResource, type View } from '../negotiated-resource.ts';
import type { Alternate } from '../problem.ts';
import { type Profiled, profiledQuads } from './profiled-quads.ts';

/** The same document in the words of a profile: data only, in each RDF syntax, its JSON-LD in the shape of its context. */
export function profiledResource(
  native: NegotiatedResource,
  profiled: Omit<Profiled, 'profile'>,
  profile: Profile,
): NegotiatedResource {
  const quads = () => profiledQuads({ ...profiled, profile });
  const { page: _page, views: _views, ...same } = native;
  const views = framedView(profile, () => quads(), profiled.description.iri);
  return {
    ...same,
    search: searchOf(profile),
    quads,
    views,
    ...(views.length > 0 && { preferred: JSON_LD.extension }),
    links: [...(native.links ?? []), { iri: profile.iri, relation: 'profile' }],
  };
}

/** Where the descriptions by other profiles are, each in its first format. */
export const profileAlternates = (
  native: NegotiatedResource,
  profiles: readonly Profile[],
): readonly Alternate[] => profiles.flatMap((profile) => formatsBy(native, profile).slice(0, 1));

/** All formats of a description by a profile, and where they are. */
export function formatsBy(native: NegotiatedResource, profile: Profile): readonly Alternate[] {
  const { page: _page, views: _views, alternates: _alternates, ...same } = native;
  const preferred = profile.context ? { preferred: JSON_LD.extension } : {};
  const formats = alternatesOf({ ...same, search: searchOf(profile), ...preferred });
  return formats.map((one) => ({ ...one, name: `${profile.title.fr}, ${one.name}`, profile: profile.iri }));
}

const searchOf = ({ token }: Profile): string => `?_profile=${token}`;

const JSON_LD = RDF_FORMATS.find(({ extension }) => extension === 'jsonld') ?? {
  name: 'JSON-LD',
  mediaType: 'application/ld+json',
  extension: 'jsonld',
};

function framedView(
  { context }: Profile,
  quads: () => ReturnType<typeof profiledQuads>,
  root: string,
): readonly View[] {
  if (!context) return [];
  return [
    {
      ...JSON_LD,
      contentType: `${JSON_LD.mediaType};profile="${context.iri}"`,
      write: () => framedJsonLd(quads(), { root, context }),
    },
  ];
}
