import type { Dataset } from '../model/index.ts';
import { type PageFrame, page } from './frame.ts';
import { type Fragment, type Html, html, interspersed } from './html.ts';
import { anchor, pageLink } from './links.ts';
import { linked, paragraphs } from './paragraphs.ts';
import { ABOUT, ABOUT_PARTS, ACCESSIBILITY_PARTS, LEGAL_PARTS, type TextPart } from './texts/about-texts.ts';
import { FRAME } from './texts/frame-texts.ts';
import { RELEASES } from './texts/release-texts.ts';

/** Pages about the site itself. */
export const ABOUT_PAGES = ['about', 'legal', 'accessibility'] as const;

export type AboutPage = (typeof ABOUT_PAGES)[number];

const LEADS = { about: 'aboutLead', legal: 'legalLead', accessibility: 'accessibilityLead' } as const;

/** A page about the site: what its publisher says of it, then what is true of every site of this platform. */
export function aboutPage(
  frame: PageFrame,
  { name, datasets }: { readonly name: AboutPage; readonly datasets: readonly Dataset[] },
): string {
  const { language, identity } = frame;
  const said = identity?.texts[name]?.[language];
  const lead = ABOUT[LEADS[name]][language];
  return page(frame, {
    title: ABOUT[name][language],
    description: lead,
    main: html`<article class="prose"><h1>${ABOUT[name][language]}</h1><p class="lead">${lead}</p>
${said !== undefined && html`<section class="said">${paragraphs(said)}</section>`}${OWN[name](frame, datasets)}</article>`,
  });
}

const OWN: Readonly<Record<AboutPage, (frame: PageFrame, datasets: readonly Dataset[]) => Fragment>> = {
  about: (frame) => [parts(ABOUT_PARTS, frame), further(frame)],
  legal: (frame, datasets) => [publisher(frame), licences(frame, datasets), parts(LEGAL_PARTS, frame)],
  accessibility: (frame) => parts(ACCESSIBILITY_PARTS, frame),
};

const parts = (all: readonly TextPart[], { language }: PageFrame): readonly Html[] =>
  all.map(
    ({ heading, paragraphs: texts }) =>
      html`<section><h2>${heading[language]}</h2>${texts.map((text) => html`<p>${linked(text[language])}</p>`)}</section>`,
  );

function further(frame: PageFrame): Html {
  const { language } = frame;
  const ways = [
    ['/about/proof', FRAME.proof],
    ['/releases', RELEASES.title],
    ['/model', FRAME.model],
    ['/contributions', FRAME.contributions],
    ['/contact', FRAME.contact],
  ] as const;
  return html`<section><h2>${ABOUT.moreAbout[language]}</h2><ul class="plain">${ways.map(
    ([path, text]) => html`<li>${pageLink(frame, path, text[language])}</li>`,
  )}</ul></section>`;
}

function publisher({ identity, language }: PageFrame): Html {
  const named = identity?.publisher;
  const text = named ? anchor(named.address, named.name[language]) : ABOUT.noPublisher[language];
  return html`<section><h2>${ABOUT.publisher[language]}</h2><p>${text}</p></section>`;
}

/** Each licence with the datasets that are under it. */
function licences(frame: PageFrame, datasets: readonly Dataset[]): Html | undefined {
  const { language } = frame;
  if (datasets.length === 0) return undefined;
  const groups = Map.groupBy(datasets, ({ licence }) => licence.iri);
  return html`<section><h2>${ABOUT.licences[language]}</h2><dl class="says">${[...groups].map(
    ([iri, under]) =>
      html`<div><dt>${anchor(iri, under[0]?.licence.label[language] ?? iri)}</dt><dd>${interspersed(
        under.map(({ slug, title }) => pageLink(frame, `/dataset/${slug}`, title[language])),
        ', ',
      )}</dd></div>`,
  )}</dl></section>`;
}
