import type { Language, Profile } from '../../model/index.ts';
import { profilesPage } from '../../pages/index.ts';
import { altr, dcterms, iri, literal, prof, type RDF, rdf, statement } from '../../rdf/index.ts';
import { alternatesOf, type NegotiatedResource } from '../negotiated-resource.ts';
import type { Alternate } from '../problem.ts';
import { LIST, NATIVE } from './profile-choice.ts';
import { formatsBy } from './profiled-resource.ts';

/** What the list of a thing's profiles is made of. */
export interface ListedProfiles {
  readonly native: NegotiatedResource;
  /** IRI of the profile as which things are published. */
  readonly nativeIri: string;
  readonly profiles: readonly Profile[];
  /** IRI of the document. */
  readonly document: string;
  readonly label: (language: Language) => string;
  readonly frame: Parameters<typeof profilesPage>[0];
}

/** A profile and its formats. */
type Row = Pick<Profile, 'token' | 'iri'> & Partial<Profile> & { readonly formats: readonly Alternate[] };

/**
 * The list of profiles and media types (https://www.w3.org/TR/dx-prof-conneg/#altr): a page, RDF in the Alternate
 * Representations Data Model, and an `alternate` link for each.
 */
export function profileList(given: ListedProfiles): NegotiatedResource {
  const { native, document, label, frame } = given;
  const rows = rowsOf(given);
  const { views: _views, ...same } = native;
  return {
    ...same,
    search: `?_profile=${LIST}`,
    quads: () => statementsOf(document, rows),
    page: (language) =>
      profilesPage(frame, { label: label(language), document: native.uriPath, profiles: rows }),
    alternates: rows.flatMap(({ formats }) => formats),
  };
}

function rowsOf({ native, nativeIri, profiles }: ListedProfiles): readonly Row[] {
  const { alternates: _alternates, ...own } = native;
  const published = alternatesOf(own).map((one) => ({ ...one, profile: nativeIri }));
  return [
    { token: NATIVE, iri: nativeIri, formats: published },
    ...profiles.map((profile) => ({ ...profile, formats: formatsBy(native, profile) })),
  ];
}

function statementsOf(document: string, rows: readonly Row[]): RDF.Quad[] {
  const origin = new URL(document);
  const addressOf = ({ path }: Alternate): string => new URL(path, origin).href;
  const [first] = rows.flatMap(({ formats }) => formats);
  return [
    ...(first ? [statement(document, altr.hasDefaultRepresentation, iri(addressOf(first)))] : []),
    ...rows.flatMap(({ token, iri: profile, formats }) => [
      ...formats.flatMap((one) => [
        statement(document, altr.hasRepresentation, iri(addressOf(one))),
        statement(addressOf(one), rdf.type, iri(altr.Representation)),
        statement(addressOf(one), dcterms.conformsTo, iri(profile)),
        statement(addressOf(one), dcterms.format, literal(one.mediaType)),
      ]),
      statement(profile, rdf.type, iri(prof.Profile)),
      statement(profile, prof.hasToken, literal(token)),
    ]),
  ];
}
