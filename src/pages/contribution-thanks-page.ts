import { contributionStyle } from './contribution-form-page.ts';
import { type PageFrame, page } from './frame.ts';
import { html } from './html.ts';
import { pageLink } from './links.ts';
import { THANKS } from './texts/contribution-texts.ts';

/** What the page of thanks is made of. */
export interface ThanksContent {
  readonly number: string;
  /** Whether it had been received before. */
  readonly isRepeated: boolean;
}

/** Says that what was sent is kept, and under which number. */
export function contributionThanksPage(frame: PageFrame, { number, isRepeated }: ThanksContent): string {
  const { language, base } = frame;
  return page(frame, {
    title: THANKS.title[language],
    head: contributionStyle(),
    main: html`<article class="contribute"><header><h1>${THANKS.title[language]}</h1>
<p class="lead">${(isRepeated ? THANKS.again : THANKS.kept)[language]}</p></header>
<dl class="says"><div><dt>${THANKS.number[language]}</dt><dd><output class="ticket">${number}</output><span class="note">${THANKS.keepIt[language]}</span></dd></div></dl>
<p>${THANKS.where[language]} <span class="iri">${base}contributions/${number}</span></p>
<p>${pageLink(frame, '/contributions', THANKS.all[language])}</p></article>`,
  });
}
