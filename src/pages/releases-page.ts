import type { ReleaseManifest } from '../model/index.ts';
import { alternates } from './cartels.ts';
import { dateText } from './dates.ts';
import { type PageFrame, page } from './frame.ts';
import { html } from './html.ts';
import { anchor, pageLink } from './links.ts';
import { FRAME } from './texts/frame-texts.ts';
import { RELEASES } from './texts/release-texts.ts';
import { numberText } from './typography.ts';

/** The releases that are kept, the latest first. */
export function releasesPage(
  frame: PageFrame,
  { releases }: { releases: readonly ReleaseManifest[] },
): string {
  const { language } = frame;
  const columns = [RELEASES.release, RELEASES.date];
  const numbers = [RELEASES.datasets, RELEASES.statements];
  return page(frame, {
    title: RELEASES.title[language],
    description: RELEASES.lead[language],
    section: '/datasets',
    head: alternates('/releases'),
    main: html`<div class="thing"><article><header><h1>${RELEASES.title[language]}</h1><p class="lead">${RELEASES.lead[language]}</p></header>
<div class="wide" tabindex="0" role="region" aria-label="${RELEASES.title[language]}"><table>
<thead><tr>${columns.map((one) => html`<th scope="col">${one[language]}</th>`)}${numbers.map((one) => html`<th scope="col" class="number">${one[language]}</th>`)}</tr></thead>
<tbody>${releases.map((manifest) => row(manifest, frame))}</tbody></table></div></article>
<aside><section class="cartel"><h2>${RELEASES.follow[language]}</h2><ul><li>${anchor('/feed.atom', RELEASES.atom[language])}</li><li>${anchor('/ldes', RELEASES.ldes[language])}</li><li>${anchor('/catalogue.ttl', FRAME.catalogue[language])}</li></ul></section></aside></div>`,
  });
}

function row({ id, createdAt, datasets, statements }: ReleaseManifest, frame: PageFrame) {
  const { language } = frame;
  const current =
    id === frame.release.id && html` <span class="soft small">${RELEASES.current[language]}</span>`;
  return html`<tr><th scope="row">${pageLink(frame, `/releases/${id}`, id)}${current}</th><td><time datetime="${createdAt}">${dateText(createdAt, language) ?? createdAt}</time></td><td class="number">${numberText(datasets.length, language)}</td><td class="number">${numberText(statements, language)}</td></tr>`;
}
