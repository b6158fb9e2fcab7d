import type { PublicContribution, Terms } from '../model/index.ts';
import { RDF_FORMATS } from '../rdf/index.ts';
import { alternates } from './cartels.ts';
import { contributionStyle, statementValue } from './contribution-form-page.ts';
import { contributionTitle, statusText } from './contribution-words.ts';
import { dateText } from './dates.ts';
import { crumbs, type PageFrame, page } from './frame.ts';
import { type Fragment, type Html, html, safeAddress } from './html.ts';
import { anchor, iriLink, pageLink, type Reading, termTitle } from './links.ts';
import { plain } from './literals.ts';
import { CONTRIBUTIONS } from './texts/contribution-texts.ts';
import { filled } from './texts/table.ts';
import { THING } from './texts/thing-texts.ts';
import { shortened, withoutDirectionControls } from './typography.ts';

/** What the page of a contribution is made of. */
export interface ContributionContent {
  readonly contribution: PublicContribution;
  readonly terms: Terms;
  readonly label: (iri: string) => string | undefined;
}

/** A contribution that was published: what was said, about what, its status, the answer. */
export function contributionPage(frame: PageFrame, { contribution, ...rest }: ContributionContent): string {
  const { language } = frame;
  const reading: Reading = { frame, ...rest };
  const { id, kind } = contribution;
  const path = `/contributions/${id}`;
  const title = contributionTitle(contribution, reading);
  return page(frame, {
    title: `${title} · ${CONTRIBUTIONS[kind][language]}`,
    head: [contributionStyle(), alternates(path)],
    main: html`${crumbs(frame, [{ path: '/contributions', text: CONTRIBUTIONS.title[language] }], id)}
<div class="thing contribute"><article><header><p class="kind">${CONTRIBUTIONS[kind][language]}</p><h1 dir="auto">${title}</h1></header>
<div class="said" dir="auto">${saidText(contribution.text)}</div>
<dl class="says">${rows(contribution, reading).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${contribution.answer !== undefined && html`<section class="answer"><h2>${CONTRIBUTIONS.answer[language]}</h2><div class="said" dir="auto">${saidText(contribution.answer)}</div></section>`}</article>
<aside>${address(frame, path)}</aside></div>`,
  });
}

const OFFERED: ReadonlySet<string> = new Set(['ttl', 'jsonld', 'rdf', 'nt']);

function address({ language, base }: PageFrame, path: string): Html {
  const formats = RDF_FORMATS.filter(({ extension }) => OFFERED.has(extension));
  return html`<section class="cartel"><h2>${THING.address[language]}</h2><p class="iri">${base}${path.slice(1)}</p>
<ul class="formats">${formats.map(({ name, extension }) => html`<li>${anchor(`${path}.${extension}`, name)}</li>`)}</ul></section>`;
}

/** A stranger's text: paragraphs, and nothing else. */
export const saidText = (text: string): Fragment =>
  withoutDirectionControls(text)
    .split(/\n{2,}/)
    .map(
      (part) =>
        html`<p>${part.split('\n').flatMap((line, at) => (at === 0 ? [line] : [html`<br>`, line]))}</p>`,
    );

function rows(contribution: PublicContribution, reading: Reading): readonly (readonly [string, Fragment])[] {
  const { language } = reading.frame;
  const { kind, about, statement, proposal, address: link, name, sentAt } = contribution;
  const all: readonly (readonly [keyof typeof CONTRIBUTIONS, Fragment])[] = [
    ['status', html`${statusText(contribution, language)}${resolution(contribution, reading)}`],
    ['subject', about !== undefined && iriLink(about, reading)],
    ['statement', statement && reported(contribution, reading)],
    ['proposal', kind === 'report' && proposal !== undefined && plain(proposal)],
    [kind === 'reuse' ? 'address' : 'source', link !== undefined && outside(link)],
    ['by', name !== undefined && plain(name)],
    ['sent', html`<time datetime="${sentAt}">${dateText(sentAt.slice(0, 10), language) ?? sentAt}</time>`],
  ];
  return all.flatMap(([text, value]) => (value ? [[CONTRIBUTIONS[text][language], value] as const] : []));
}

/** A stranger's link says where it leads, and lends it no weight. */
const outside = (address: string): Html =>
  safeAddress(address) === undefined
    ? html`${shortened(address, 200)}`
    : html`<a href="${address}" rel="nofollow ugc noopener"><bdi>${withoutDirectionControls(shortened(address, 120))}</bdi></a>`;

function resolution({ resolvedBy }: PublicContribution, { frame }: Reading): Fragment {
  if (resolvedBy === undefined) return undefined;
  const link = pageLink(frame, `/releases/${resolvedBy}`, resolvedBy);
  return html`<span class="note">${CONTRIBUTIONS.resolvedBy[frame.language]}${link}</span>`;
}

function reported({ statement, release }: PublicContribution, reading: Reading): Fragment {
  if (!statement) return undefined;
  const { language } = reading.frame;
  return html`<span class="soft">${termTitle(statement.property, reading)}</span><br>${statementValue(statement, reading)}<span class="note">${anchor(`/releases/${release}`, filled(CONTRIBUTIONS.published, language, { id: release }))}</span>`;
}
