import { type ReleasedDataset, SEVERITIES } from '../model/index.ts';
import { type PageFrame, pageAddress } from './frame.ts';
import { type Html, html } from './html.ts';
import { DATASET } from './texts/dataset-texts.ts';
import { numberText, shortened } from './typography.ts';

const MOST_GROUPS = 20;

/** What validation found in a dataset, gravest first, counted; nothing where it found nothing. */
export function qualitySection(
  { slug, quality, validation: { groups } }: ReleasedDataset,
  frame: PageFrame,
): Html | undefined {
  const { language } = frame;
  if (groups.length === 0) return undefined;
  const sorted = [...groups].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.count - a.count,
  );
  return html`<section><h2>${DATASET.quality[language]}</h2><div class="wide" tabindex="0" role="region" aria-label="${DATASET.quality[language]}"><table>
<thead><tr><th scope="col">${DATASET.finding[language]}</th><th scope="col">${DATASET.gravity[language]}</th><th scope="col" class="number">${DATASET.count[language]}</th></tr></thead>
<tbody>${sorted
    .slice(0, MOST_GROUPS)
    .map(
      ({ message, severity, count }) =>
        html`<tr><th scope="row">${shortened(message[language], 300)}</th><td>${DATASET[severity][language]}</td><td class="number">${numberText(count, language)}</td></tr>`,
    )}</tbody></table></div>${quality && html`<p><a href="${pageAddress(frame, `/dataset/${slug}/quality`)}">${DATASET.measures[language]}</a></p>`}</section>`;
}
