import type { IncomingPage, Terms } from '../model/index.ts';
import { crumbs, type PageFrame, page, pageAddress } from './frame.ts';
import { html } from './html.ts';
import { linkText } from './incoming.ts';
import { iriLink, type Reading, termTitle } from './links.ts';
import { FRAME } from './texts/frame-texts.ts';
import { filled } from './texts/table.ts';
import { THING } from './texts/thing-texts.ts';
import { boundPunctuation, numberText, quoted, shortened } from './typography.ts';

/** What a page of links to a thing is made of. */
export interface LinksContent {
  /** IRI of the thing. */
  readonly thing: string;
  readonly property: string;
  readonly page: IncomingPage;
  /** Root-relative address of the thing's document. */
  readonly document: string;
  /** Root-relative address of the next page. */
  readonly next?: string;
  readonly terms: Terms;
  readonly label: (iri: string) => string | undefined;
}

/** One page of the things that link to a thing by a property. */
export function linksPage(frame: PageFrame, content: LinksContent): string {
  const { language } = frame;
  const { thing, property, page: links, document, next } = content;
  const reading: Reading = { frame, terms: content.terms, label: content.label };
  const name = shortened(content.label(thing) ?? thing, 200);
  const words = boundPunctuation(termTitle(property, reading));
  const title = filled(THING.linksTitle, language, {
    thing: quoted(name, language),
    property: quoted(words, language),
  });
  const address = next === undefined ? undefined : pageAddress(frame, next);
  return page(frame, {
    title,
    section: '/datasets',
    head: address !== undefined && html`<link rel="next" href="${address}">\n`,
    main: html`${crumbs(
      frame,
      [
        { path: '/datasets', text: FRAME.datasets[language] },
        { path: document, text: name },
      ],
      words,
    )}
<h1>${title}</h1>
<p><span class="count">${numberText(links.count, language)}</span> ${linkText(property, links.count, reading)}</p>
<ul class="run">${links.sources.map((source) => html`<li>${iriLink(source, reading)}</li>`)}</ul>
${address !== undefined && html`<p><a rel="next" href="${address}">${THING.nextLinks[language]}</a></p>`}`,
  });
}
