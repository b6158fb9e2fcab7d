import { facetValueName } from './facet-names.ts';
import { pageAddress } from './frame.ts';
import { type Html, html } from './html.ts';
import { chosenCount, SEARCH_PAGE, type SearchState, searchAddress, withoutFacet } from './search-address.ts';
import type { LoosenedChoice } from './search-content.ts';
import type { Stand } from './search-facets.ts';
import { SEARCH } from './texts/search-texts.ts';
import { filled } from './texts/table.ts';
import { counted, quoted } from './typography.ts';

/** What to do where nothing was found. */
export function nothingFound(stand: Stand, loosened: readonly LoosenedChoice[]): Html {
  const { state, reading } = stand;
  const { language } = reading.frame;
  return html`<section class="nothing"><p class="lead">${sentence(state, language)}</p>
<h2>${SEARCH.loosen[language]}</h2><ul class="remedies">${remedies(stand, loosened).map((one) => html`<li>${one}</li>`)}</ul></section>`;
}

function sentence({ text, chosen }: SearchState, language: 'fr' | 'en'): string {
  if (text === undefined) return SEARCH.none[language];
  const question = quoted(text, language);
  return filled(chosenCount(chosen) > 0 ? SEARCH.noneWith : SEARCH.noneOf, language, { question });
}

function remedies(stand: Stand, loosened: readonly LoosenedChoice[]): readonly Html[] {
  const { state, reading } = stand;
  const { language, base } = reading.frame;
  const { text, chosen } = state;
  const link = (target: SearchState, words: string) =>
    html`<a href="${pageAddress(reading.frame, searchAddress(target, base))}">${words}</a>`;
  const hasChosen = chosenCount(chosen) > 0;
  return [
    ...loosened.map(({ facet, value, total }) => {
      const words = filled(SEARCH.looseOne, language, { value: facetValueName(facet, value, reading) });
      const things = counted(total, SEARCH.thing, SEARCH.things, language);
      return html`${link(withoutFacet(state, facet, value), words)} <span class="soft">${things}</span>`;
    }),
    ...(text !== undefined && hasChosen
      ? [
          link({ text, chosen: {} }, filled(SEARCH.looseAll, language, { question: quoted(text, language) })),
          link({ chosen }, SEARCH.looseText[language]),
        ]
      : []),
    ...(text?.includes(' ') ? [html`${SEARCH.fewerWords[language]}`] : []),
    ...(text === undefined ? [] : [html`${SEARCH.beginning[language]}`]),
    html`<a href="${pageAddress(reading.frame, SEARCH_PAGE)}">${SEARCH.fromTheTop[language]}</a>`,
  ];
}
