import { dateText } from './dates.ts';
import { type PageFrame, page } from './frame.ts';
import { html } from './html.ts';
import { anchor, pageLink } from './links.ts';
import { RELEASES } from './texts/release-texts.ts';
import { STREAM } from './texts/stream-texts.ts';

/** A release with events. */
export interface StreamedRelease {
  readonly id: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** The event stream for people: what it is for, and where the events of each release begin. */
export function streamPage(frame: PageFrame, { releases }: { releases: readonly StreamedRelease[] }): string {
  const { language, base } = frame;
  const row = ({ id, createdAt }: StreamedRelease) =>
    html`<tr><th scope="row">${pageLink(frame, `/releases/${id}`, id)}</th><td><time datetime="${createdAt}">${dateText(createdAt, language) ?? createdAt}</time></td><td>${anchor(`/ldes/${id}/1`, `/ldes/${id}/1`)}</td></tr>`;
  const columns = [STREAM.release, STREAM.date, STREAM.events];
  return page(frame, {
    title: STREAM.title[language],
    description: STREAM.lead[language],
    section: '/datasets',
    main: html`<div class="thing"><article><header><h1>${STREAM.title[language]}</h1><p class="lead">${STREAM.lead[language]}</p></header>
<p class="iri">${base}ldes</p>
${
  releases.length === 0
    ? html`<p>${STREAM.none[language]}</p>`
    : html`<div class="wide" tabindex="0" role="region" aria-label="${STREAM.title[language]}"><table><thead><tr>${columns.map((one) => html`<th scope="col">${one[language]}</th>`)}</tr></thead><tbody>${releases.map(row)}</tbody></table></div>`
}</article>
<aside><section class="cartel"><h2>${STREAM.follow[language]}</h2><ul><li>${anchor('/feed.atom', RELEASES.atom[language])}</li><li>${pageLink(frame, '/releases', RELEASES.title[language])}</li></ul></section></aside></div>`,
  });
}
