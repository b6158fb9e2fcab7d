import type { Language, PublicContribution } from '../../model/index.ts';
import { type AtomFeed, atomText } from '../feeds/atom.ts';
import { contributionIri, contributionsIri } from './contribution-quads.ts';

/** What the feed is made of. */
export interface ContributionFeed {
  readonly base: string;
  readonly language: Language;
  /** ISO 8601. */
  readonly updated: string;
  readonly contributions: readonly PublicContribution[];
  readonly label: (iri: string) => string | undefined;
}

/** The latest contributions as Atom (RFC 4287). */
export function contributionFeed({
  base,
  language,
  updated,
  contributions,
  label,
}: ContributionFeed): string {
  const list = contributionsIri(base);
  const feed: AtomFeed = {
    id: list,
    title: { fr: 'Contributions publiées', en: 'Published contributions' }[language],
    subtitle: {
      fr: 'Ce que les lecteurs ont signalé ou construit avec ces données.',
      en: 'What readers reported or built with these data.',
    }[language],
    language,
    updated,
    author: { name: 'Cimaise' },
    links: [
      { relation: 'self', address: `${list}.atom`, mediaType: 'application/atom+xml' },
      { relation: 'alternate', address: list, mediaType: 'text/html' },
    ],
    isArchive: false,
    entries: contributions.map((one) => ({
      id: contributionIri(base, one.id),
      title: (one.kind === 'reuse' ? one.proposal : label(one.about ?? '')) ?? one.about ?? one.id,
      updated: one.moderatedAt ?? one.sentAt,
      links: [{ relation: 'alternate', address: contributionIri(base, one.id), mediaType: 'text/html' }],
      summary: one.text,
    })),
  };
  return atomText(feed);
}
