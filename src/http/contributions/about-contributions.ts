import { datasetIri, type Language, type PublicContribution } from '../../model/index.ts';
import { contributionSection, type Html, type PageFrame, SHOWN_CONTRIBUTIONS } from '../../pages/index.ts';
import type { RDF } from '../../rdf/index.ts';
import type { AppContext } from '../context.ts';
import { usagesOf } from './contribution-quads.ts';

/** Labels of things, and titles of datasets. */
export function contributionLabel(
  { index, datasets, release }: AppContext,
  language: Language,
): (iri: string) => string | undefined {
  const titles = new Map(
    datasets.map(({ slug, title }) => [datasetIri(release.manifest.base, slug), title[language]]),
  );
  return (iri) => titles.get(iri) ?? index.label(iri, language);
}

/** What is published about one thing or dataset, for its page. */
export interface AboutContributions {
  /** ISO 8601: when the page last changed, by a release or by a decision. */
  readonly lastModified: string;
  /** Undefined where no contributions are taken. */
  section(frame: PageFrame): Html | undefined;
  /** Reuses of a dataset, in RDF: they are readers' words, kept beside the releases, so no dump has them. */
  usages(): readonly RDF.Quad[];
}

/** Reuses that one document tells; all are on their list. */
const MOST_USAGES = 1000;

/** @param dataset slug, where `about` is a dataset */
export function aboutContributions(
  { contributions: book, release }: AppContext,
  about: string,
  dataset?: string,
): AboutContributions {
  const contributions = book?.published({ about, limit: SHOWN_CONTRIBUTIONS + 1 });
  return {
    lastModified: latest(release.manifest.createdAt, contributions ?? []),
    section: (frame) =>
      contributions &&
      contributionSection(frame, { about, contributions, ...(dataset !== undefined && { dataset }) }),
    usages: () =>
      usagesOf(release.manifest.base, book?.published({ about, kind: 'reuse', limit: MOST_USAGES }) ?? []),
  };
}

/** The latest decision, where it came after the release. */
export const latest = (createdAt: string, contributions: readonly PublicContribution[]): string =>
  contributions.reduce(
    (so, { moderatedAt = '' }) => (Date.parse(moderatedAt) > Date.parse(so) ? moderatedAt : so),
    createdAt,
  );
