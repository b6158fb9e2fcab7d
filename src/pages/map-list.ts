import { pageAddress } from './frame.ts';
import { type Html, html } from './html.ts';
import { mapAddress } from './map-address.ts';
import type { MapStand } from './map-content.ts';
import { MOST_PAGED } from './search-content.ts';
import { hitList } from './search-hits.ts';
import { pageCount } from './search-paging.ts';
import { MAP } from './texts/map-texts.ts';
import { filled } from './texts/table.ts';
import { numberText } from './typography.ts';

/** The things that have a place, in words. Where scripts run, those in view take their place. */
export function mapList({ content, state, reading }: MapStand): Html {
  const { frame } = reading;
  const { language } = frame;
  const { things, tally } = content;
  const beyond = filled(MAP.beyond, language, { most: numberText(MOST_PAGED, language) });
  return html`<section class="beside" aria-labelledby="liste"><h2 id="liste">${MAP.list[language]}</h2>
<p class="in-view small soft" role="status"></p>
${hitList(things, reading, 'h3')}${pages()}${tally.total > MOST_PAGED && html`<p class="small soft">${beyond}</p>`}</section>`;

  function pages(): Html | false {
    const { page = 1 } = state;
    const last = pageCount(tally.total);
    if (last === 1) return false;
    const link = (to: number, text: string, relation: string) =>
      html`<a href="${pageAddress(frame, mapAddress(frame, { ...state, page: to }))}" rel="${relation}">${text}</a>`;
    const here = filled(MAP.pageOf, language, {
      page: numberText(page, language),
      pages: numberText(last, language),
    });
    return html`<nav class="turning" aria-label="${MAP.pages[language]}"><span>${page > 1 && link(page - 1, MAP.previous[language], 'prev')}</span><span class="soft">${here}</span><span>${page < last && link(page + 1, MAP.next[language], 'next')}</span></nav>`;
  }
}
