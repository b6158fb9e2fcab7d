import type { PublicContribution, Terms } from '../model/index.ts';
import { alternates } from './cartels.ts';
import { contributionStyle } from './contribution-form-page.ts';
import { contributionTitle, statusText } from './contribution-words.ts';
import { dateText } from './dates.ts';
import { type PageFrame, page } from './frame.ts';
import { type Fragment, type Html, html, interspersed } from './html.ts';
import { anchor, pageLink, type Reading } from './links.ts';
import { CONTRIBUTIONS, FORMS } from './texts/contribution-texts.ts';
import { filled } from './texts/table.ts';
import { shortened, withoutDirectionControls } from './typography.ts';

/** What the list of contributions is made of. */
export interface ContributionsContent {
  readonly contributions: readonly PublicContribution[];
  /** IRI that they are about; absent: all. */
  readonly about?: string;
  /** Root-relative addresses of the pages beside this one. */
  readonly newer?: string;
  readonly older?: string;
  readonly terms: Terms;
  readonly label: (iri: string) => string | undefined;
}

const ATOM = { name: 'Atom', mediaType: 'application/atom+xml', extension: 'atom' };

/** What was published of what readers sent, the latest first. */
export function contributionsPage(frame: PageFrame, content: ContributionsContent): string {
  const { language } = frame;
  const { contributions, about, newer, older, label } = content;
  const reading: Reading = { frame, terms: content.terms, label };
  const title =
    about === undefined
      ? CONTRIBUTIONS.title[language]
      : filled(CONTRIBUTIONS.aboutOne, language, { thing: shortened(label(about) ?? about, 120) });
  return page(frame, {
    title,
    description: CONTRIBUTIONS.lead[language],
    head: [contributionStyle(), alternates('/contributions', [ATOM])],
    main: html`<div class="thing contribute"><article><header><h1>${title}</h1><p class="lead">${CONTRIBUTIONS.lead[language]}</p></header>
${contributions.length === 0 ? html`<p>${CONTRIBUTIONS.none[language]}</p>` : html`<ol class="hits">${contributions.map((one) => html`<li>${entry(one, reading)}</li>`)}</ol>`}
${(newer ?? older) && html`<p class="pages">${newer && html`<a rel="prev" href="${newer}">${CONTRIBUTIONS.newer[language]}</a>`}${older && html`<a rel="next" href="${older}">${CONTRIBUTIONS.older[language]}</a>`}</p>`}</article>
<aside><section class="cartel"><h2>${CONTRIBUTIONS.take[language]}</h2><p class="small">${CONTRIBUTIONS.how[language]}</p><ul><li>${pageLink(frame, '/contact', FORMS.message.title[language])}</li><li>${anchor('/contributions.atom', CONTRIBUTIONS.feed[language])}</li></ul></section></aside></div>`,
  });
}

function entry(contribution: PublicContribution, reading: Reading): Html {
  const { frame } = reading;
  const { language } = frame;
  const { id, kind, text, sentAt } = contribution;
  const day = dateText(sentAt.slice(0, 10), language) ?? sentAt;
  return html`<h2 dir="auto">${pageLink(frame, `/contributions/${id}`, contributionTitle(contribution, reading))}</h2>
<p dir="auto">${withoutDirectionControls(shortened(text, 280))}</p>
<p class="soft small">${interspersed([CONTRIBUTIONS[kind][language], statusMark(contribution, frame), html`<time datetime="${sentAt}">${day}</time>`], ' · ')}</p>`;
}

/** The status as a mark of its own. */
export const statusMark = (contribution: PublicContribution, { language }: PageFrame): Fragment =>
  html`<span class="status ${contribution.status}">${statusText(contribution, language)}</span>`;
