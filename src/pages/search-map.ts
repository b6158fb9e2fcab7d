import type { FoundPlaces, FoundResource } from '../model/index.ts';
import { type PageFrame, pageAddress } from './frame.ts';
import { type Html, html } from './html.ts';
import { mapAddress } from './map-address.ts';
import { mapOfMany } from './place-map.ts';
import { firstPage, type SearchState } from './search-address.ts';
import { FRAME } from './texts/frame-texts.ts';
import { SEARCH } from './texts/search-texts.ts';
import { filled } from './texts/table.ts';
import { counted, numberText } from './typography.ts';

/** Where what was found lies, drawn small, with how much of it has a place; the things of this page apart. */
export function placesOfResults(
  frame: PageFrame,
  state: SearchState,
  found: FoundPlaces,
  things: readonly FoundResource[],
): Html {
  const { language } = frame;
  const apart = things.flatMap(({ place }) => place ?? []);
  const { places, total } = found;
  if (total === 0) return html`<p class="small soft">${SEARCH.noPlace[language]}</p>`;
  const count = counted(total, SEARCH.place1, SEARCH.placeN, language);
  const shown = numberText(places.length, language);
  const isPart = places.length < total;
  return html`<figure class="places">${mapOfMany(places, SEARCH.mapLabel[language], language, apart)}
<figcaption class="small soft">${count}.${apart.length > 0 && apart.length < total && html` <span class="key">${SEARCH.placesOfPage[language]}</span>`}${isPart && ` ${filled(SEARCH.somePlaces, language, { count: shown })}`} <a href="${pageAddress(frame, mapAddress(frame, firstPage(state)))}">${SEARCH.openMap[language]}</a>. ${FRAME.outlines[language]}</figcaption></figure>`;
}
