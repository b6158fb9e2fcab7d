import type { PageFrame } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { CHART } from '../texts/chart-texts.ts';
import { chartAddress, type ShownChart } from './charted.ts';

/** What to copy into a page elsewhere: as an image that leads here, and as a frame with the numbers. */
export function embedCartel(frame: PageFrame, shown: ShownChart): Html {
  const { language } = frame;
  const box = (id: string, label: string, code: Html) =>
    html`<label for="${id}">${label}</label>
<textarea id="${id}" readonly rows="5" spellcheck="false">${String(code)}</textarea>`;
  return html`<section class="cartel embed"><h2>${CHART.embed[language]}</h2>
${box('embed-image', CHART.image[language], imageCode(frame, shown))}
${box('embed-frame', CHART.frame[language], frameCode(frame, shown))}</section>`;
}

/** The address that others use, in the language of the page. */
function addressOf({ base, language }: PageFrame, shown: ShownChart, end: '' | '.svg' | '/frame'): string {
  const address = `${base.replace(/\/$/, '')}${chartAddress(shown, end)}`;
  return `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;
}

const imageCode = (frame: PageFrame, shown: ShownChart): Html =>
  html`<a href="${addressOf(frame, shown, '')}"><img src="${addressOf(frame, shown, '.svg')}" alt="${shown.chart.title[frame.language]}" style="max-width:100%"></a>`;

const frameCode = (frame: PageFrame, shown: ShownChart): Html =>
  html`<iframe src="${addressOf(frame, shown, '/frame')}" title="${shown.chart.title[frame.language]}" width="100%" height="640" loading="lazy"></iframe>`;
