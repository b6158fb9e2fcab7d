import { askedTitle } from './facet-names.ts';
import { type PageFrame, page, pageAddress } from './frame.ts';
import { type Fragment, type Html, html, interspersed } from './html.ts';
import { anchor } from './links.ts';
import { mapAddress } from './map-address.ts';
import {
  chosenCount,
  firstPage,
  SEARCH_DATA,
  type SearchState,
  searchAddress,
  searchParameters,
} from './search-address.ts';
import { searchBox } from './search-box.ts';
import { MOST_IN_FILE, readingOf, type SearchContent } from './search-content.ts';
import { chosenValues, facetColumn, facetLists, type Stand } from './search-facets.ts';
import { searchFile } from './search-file.ts';
import { searchHead } from './search-head.ts';
import { hitList } from './search-hits.ts';
import { placesOfResults } from './search-map.ts';
import { nothingFound } from './search-nothing.ts';
import { pageCount, paging } from './search-paging.ts';
import { isQueryPartial, questionAddress } from './search-query.ts';
import { SEARCH } from './texts/search-texts.ts';
import { filled } from './texts/table.ts';
import { counted, numberText, quoted } from './typography.ts';

/** The search: what was found and how it can be narrowed; where nothing was asked, what there is. */
export function searchPage(frame: PageFrame, content: SearchContent): string {
  const { state, answer } = content;
  const stand: Stand = { state, reading: readingOf(frame, content) };
  const isAsked = state.text !== undefined || chosenCount(state.chosen) > 0;
  const title = isAsked ? askedTitle(state, stand.reading) : SEARCH.title[frame.language];
  return page(frame, {
    title: withPage(title, state, answer.total, frame),
    ...(!isAsked && { description: SEARCH.lead[frame.language] }),
    section: '/search',
    searched: state,
    head: searchHead(frame, state, answer.total),
    main: isAsked ? results(content, stand) : start(content, stand),
  });
}

function withPage(title: string, { page = 1 }: SearchState, total: number, { language }: PageFrame): string {
  if (page === 1) return title;
  const pages = numberText(pageCount(total), language);
  return `${title}, ${filled(SEARCH.pageOf, language, { page: numberText(page, language), pages })}`;
}

/** Nothing was asked yet: a large box, and everything by its facets. */
function start({ answer, places }: SearchContent, stand: Stand): Html {
  const { state, reading } = stand;
  const { frame } = reading;
  const { language } = frame;
  const things = counted(answer.total, SEARCH.thing, SEARCH.things, language);
  return html`<div class="thing"><div><h1>${SEARCH.heading[language]}</h1><p class="lead">${SEARCH.lead[language]}</p>
${searchBox(frame, { name: 'grand', label: SEARCH.heading[language] })}
<section class="browse" aria-labelledby="tout"><h2 id="tout">${SEARCH.browse[language]} <span class="soft">${things}</span></h2>
<div class="facets">${facetLists(answer.facets, stand)}</div></section></div>
<aside>${placesOfResults(frame, state, places, [])}</aside></div>`;
}

function results({ answer, places, loosened = [] }: SearchContent, stand: Stand): Html {
  const { state, reading } = stand;
  const { frame } = reading;
  const { total, things, facets } = answer;
  const { language } = frame;
  return html`<h1>${state.text === undefined ? askedTitle(state, stand.reading) : html`<bdi>${quoted(state.text, language)}</bdi>`}</h1>
${correction(stand, answer.correction)}${total > 0 && summary(stand, total)}${chosenValues(stand)}
<div class="found">${total > 0 && facetColumn(facets, stand)}
<section aria-label="${SEARCH.results[language]}">${total > 0 ? html`${hitList(things, reading)}${paging(frame, state, total)}` : nothingFound(stand, loosened)}</section>
${total > 0 && html`<aside>${placesOfResults(frame, state, places, things)}</aside>`}</div>`;
}

function correction({ state, reading }: Stand, meant: string | undefined): Html | false {
  if (meant === undefined) return false;
  const { frame } = reading;
  const address = pageAddress(frame, searchAddress({ ...firstPage(state), text: meant }, frame.base));
  const link = html`<a href="${address}"><bdi>${quoted(meant, frame.language)}</bdi></a>`;
  const [before = '', after = ''] = SEARCH.meant[frame.language].split('{correction}');
  return html`<p class="meant">${before}${link}${after}</p>`;
}

/** How much was found, and the ways to take it away. */
function summary({ state, reading }: Stand, total: number): Html {
  const { frame } = reading;
  const { language } = frame;
  const things = counted(total, SEARCH.thing, SEARCH.things, language);
  const said = filled(state.text === undefined || total === 1 ? SEARCH.plain : SEARCH.best, language, {
    things,
  });
  return html`<p class="summary soft">${said} <span role="group" aria-label="${SEARCH.takeAway[language]}">${interspersed(waysAway(frame, state, total), ' · ')}</span></p>`;
}

function waysAway(frame: PageFrame, state: SearchState, total: number): readonly Fragment[] {
  const { language, base } = frame;
  const parameters = searchParameters(firstPage(state), base);
  const file = (extension: string) => pageAddress(frame, `${SEARCH_DATA}.${extension}${parameters}`);
  const files = [searchFile(frame, state, 'geojson'), searchFile(frame, state, 'csv')];
  return [
    anchor(pageAddress(frame, mapAddress(frame, firstPage(state))), SEARCH.onMap[language]),
    ...(total <= MOST_IN_FILE ? files : []),
    anchor(file('json'), SEARCH.json[language]),
    anchor(
      questionAddress(frame, state, total),
      (isQueryPartial(total) ? SEARCH.sparqlInPart : SEARCH.sparql)[language],
    ),
  ];
}
