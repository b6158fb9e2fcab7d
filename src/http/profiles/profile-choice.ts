import type { Request, Response } from 'express';
import type { Profile } from '../../model/index.ts';
import { addressParameters } from '../form.ts';
import { preferredProfile, variesByProfile } from '../negotiation.ts';
import { type Alternate, type HttpProblem, problem } from '../problem.ts';

/** What is asked for: things as they are published, another description of them, or the list of descriptions. */
export type ProfileChoice =
  | { readonly kind: 'native' | 'list'; readonly profile?: never }
  | { readonly kind: 'profile'; readonly profile: Profile };

/** A profile by its names; the first of them is the one as which things are published. */
export interface OfferedProfile {
  readonly token: string;
  readonly iri: string;
  /** By which some name it in Accept: `application/ld+json;profile="…"`. */
  readonly contextIri?: string | undefined;
}

export const NATIVE = 'native';
export const LIST = 'alt';

/**
 * The description that a request asks for (https://www.w3.org/TR/dx-prof-conneg/): `?_profile=` with a token or an IRI,
 * else Accept-Profile, else as published. Addresses of one format are not negotiated: they know `?_profile=` only.
 * @param native IRI of the profile as which things are published
 */
export function chooseProfile(
  request: Request,
  response: Response,
  {
    profiles,
    native,
    isFixed,
  }: { readonly profiles: readonly Profile[]; readonly native: string; readonly isFixed: boolean },
): ProfileChoice {
  const offered: readonly OfferedProfile[] = [
    { token: NATIVE, iri: native },
    ...profiles.map(({ token, iri, context }) => ({ token, iri, contextIri: context?.iri })),
  ];
  if (profiles.length > 0 && !isFixed) variesByProfile(response);
  const asked = askedProfile(request);
  if (asked === LIST) return { kind: 'list' };
  const found =
    asked === undefined
      ? preferredProfile(isFixed ? {} : request.headers, offered)
      : offered.find(({ token, iri }) => asked === token || asked === iri);
  if (!found) throw noSuchProfile(request, offered);
  const profile = profiles.find(({ iri }) => iri === found.iri);
  return profile ? { kind: 'profile', profile } : { kind: 'native' };
}

/** `?_profile=`, by token or by IRI, with angle brackets or without. */
const askedProfile = ({ originalUrl }: Request): string | undefined =>
  originalUrl.includes('?')
    ? addressParameters(originalUrl)
        .get('_profile')
        ?.replace(/^<(.*)>$/, '$1')
    : undefined;

function noSuchProfile({ originalUrl }: Request, offered: readonly OfferedProfile[]): HttpProblem {
  const [path = '/'] = originalUrl.split('?');
  const list = offered.map(({ token, iri }) => `${token} (${iri})`).join(', ');
  const alternates: readonly Alternate[] = [...offered.map(({ token }) => token), LIST].map((token) => ({
    path: `${path}?_profile=${token}`,
    mediaType: token === LIST ? 'text/html' : 'text/turtle',
    name: token,
  }));
  return problem(
    'not-acceptable',
    {
      fr: `Aucun des profils demandés n’existe pour cette ressource. Ceux qui existent : ${list}.`,
      en: `None of the profiles asked for exists for this thing. Those that exist: ${list}.`,
    },
    { members: { profiles: offered.map(({ token, iri }) => ({ token, iri })) }, alternates },
  );
}
