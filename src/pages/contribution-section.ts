import type { PublicContribution } from '../model/index.ts';
import { statusText } from './contribution-words.ts';
import { dateText } from './dates.ts';
import type { PageFrame } from './frame.ts';
import { type Html, html, interspersed } from './html.ts';
import { pageLink } from './links.ts';
import { CONTRIBUTIONS, FORMS } from './texts/contribution-texts.ts';
import { shortened, withoutDirectionControls } from './typography.ts';

/** What is published about a thing or a dataset. */
export interface ContributionSectionContent {
  /** IRI of the thing or dataset. */
  readonly about: string;
  /** Slug, where it is a dataset: reuses are for these. */
  readonly dataset?: string;
  /** The latest, one more than are shown where there are more. */
  readonly contributions: readonly PublicContribution[];
}

/** Contributions that a page shows; the others are on their list. */
export const SHOWN_CONTRIBUTIONS = 5;

/** The part of a page that tells what readers reported or built, with the ways to take part. */
export function contributionSection(
  frame: PageFrame,
  { about, dataset, contributions }: ContributionSectionContent,
): Html {
  const { language } = frame;
  const title = dataset === undefined ? CONTRIBUTIONS.reports : CONTRIBUTIONS.section;
  const links = [
    pageLink(frame, `/contribute/report?thing=${encodeURIComponent(about)}`, FORMS.report.title[language]),
    dataset !== undefined &&
      pageLink(
        frame,
        `/contribute/reuse?dataset=${encodeURIComponent(dataset)}`,
        FORMS.reuse.title[language],
      ),
    contributions.length > SHOWN_CONTRIBUTIONS &&
      pageLink(frame, `/contributions?about=${encodeURIComponent(about)}`, CONTRIBUTIONS.seeAll[language]),
  ];
  const ways = html`<p class="small">${interspersed(links, ' · ')}</p>`;
  // A dataset's page has a list of its parts.
  if (contributions.length === 0 && dataset === undefined) return ways;
  return html`<section><h2>${title[language]}</h2>
${contributions.length > 0 && html`<ul class="questions">${contributions.slice(0, SHOWN_CONTRIBUTIONS).map((one) => html`<li>${entry(one, frame)}</li>`)}</ul>`}
${ways}</section>`;
}

function entry(contribution: PublicContribution, frame: PageFrame): Html {
  const { id, kind, proposal, text, sentAt } = contribution;
  const name = kind === 'reuse' ? (proposal ?? text) : text;
  const day = dateText(sentAt.slice(0, 10), frame.language) ?? sentAt;
  return html`${pageLink(frame, `/contributions/${id}`, html`<bdi>${withoutDirectionControls(shortened(name, 140))}</bdi>`)}
<span class="soft small">${CONTRIBUTIONS[kind][frame.language]} · ${statusText(contribution, frame.language)} · <time datetime="${sentAt}">${day}</time></span>`;
}
