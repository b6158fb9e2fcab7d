import type { Request, Response } from 'express';
import type { Profile, ResourceDescription, ResourceIndex, same } from '../../model/index.ts';
import type { PageFrame } from '../../pages/index.ts';
import type { DocumentFacts } from '../document.ts';
import { type NegotiatedResource, sendResource } from '../negotiated-resource.ts';
import { chooseProfile } from './profile-choice.ts';
import { profileList } from './profile-list.ts';
import { profileAlternates, profiledResource } from './profiled-resource.ts';

/** A document about a thing, and the profiles that the thing is described in. */
export interface ProfiledDocument {
  readonly native: NegotiatedResource;
  readonly nativeIri: string;
  readonly profiles: readonly Profile[];
  readonly description: ResourceDescription;
  readonly facts: DocumentFacts;
  readonly index: ResourceIndex;
  readonly frame: PageFrame;
}

/** Sends a document as it is published, in the words of a profile, or the list of its profiles. */
export function sendThing(
  request: Request,
  response: Response,
  { document, extension }: { readonly document: ProfiledDocument; readonly extension: string | undefined },
): Promise<void> {
  const { native, nativeIri, profiles, description, facts, index } = document;
  const isFixed = extension !== undefined;
  const chosen = chooseProfile(request, response, { profiles, native: nativeIri, isFixed });
  if (chosen.kind === 'list') return sendResource(request, response, listOf(document), extension);
  const { profile } = chosen;
  response.setHeader('Content-Profile', `<${profile?.iri ?? nativeIri}>`);
  const resource = profile
    ? profiledResource(native, { description, facts, index }, profile)
    : {
        ...native,
        alternates: profileAlternates(native, profiles),
        links: [...(native.links ?? []), { iri: nativeIri, relation: 'profile' }],
      };
  return sendResource(request, response, resource, extension);
}

function listOf({ native, nativeIri, profiles, description, facts, index, frame }: ProfiledDocument) {
  const { iri } = description;
  const label = (language: keyof ReturnType<typeof same>) => index.label(iri, language) ?? iri;
  return profileList({ native, nativeIri, profiles, document: facts.document, label, frame });
}
