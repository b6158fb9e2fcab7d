import { scriptAddress } from './assets.ts';
import { type PageFrame, pageAddress } from './frame.ts';
import { type Fragment, html } from './html.ts';
import {
  chosenCount,
  firstPage,
  SEARCH_DATA,
  type SearchState,
  searchAddress,
  searchParameters,
} from './search-address.ts';
import { pagingHead } from './search-paging.ts';

/** The same results for programs. */
const FORMATS = [
  ['JSON', 'application/json', 'json'],
  ['GeoJSON', 'application/geo+json', 'geojson'],
  ['CSV', 'text/csv', 'csv'],
] as const;

/** Combinations of choices are without number: robots keep to pages with few. */
const MOST_FOR_ROBOTS = 1;

/** What the document's head says of a state of the search: its address, its formats, its neighbours. */
export function searchHead(frame: PageFrame, state: SearchState, total: number): Fragment {
  const { base } = frame;
  const canonical =
    base.slice(0, -1) + searchAddress({ ...firstPage(state), ...(state.page && { page: state.page }) }, base);
  const parameters = searchParameters(firstPage(state), base);
  const isForRobots = chosenCount(state.chosen) <= MOST_FOR_ROBOTS && state.all === undefined;
  return html`<link rel="stylesheet" href="${scriptAddress('site', 'search.css')}">
<link rel="canonical" href="${canonical}">
${!isForRobots && html`<meta name="robots" content="noindex, follow">\n`}${pagingHead(frame, state, total)}${FORMATS.map(
  ([name, type, extension]) =>
    html`<link rel="alternate" type="${type}" title="${name}" href="${pageAddress(frame, `${SEARCH_DATA}.${extension}${parameters}`)}">\n`,
)}`;
}
