import type { FacetCounts, FacetValue } from '../model/index.ts';
import { facetKey, facetTitle, facetValueName } from './facet-names.ts';
import { pageAddress } from './frame.ts';
import { type Html, html } from './html.ts';
import {
  chosenCount,
  firstPage,
  type SearchState,
  searchAddress,
  withFacet,
  withoutFacet,
} from './search-address.ts';
import { searchBox } from './search-box.ts';
import type { SearchReading } from './search-content.ts';
import { SEARCH } from './texts/search-texts.ts';
import { filled } from './texts/table.ts';
import { numberText } from './typography.ts';

/** Values of a list that is folded. */
const SHOWN = 8;
/** Values of a list that is not, on one page. */
export const MOST_SHOWN = 150;

/** A state of the search and what names its values. */
export interface Stand {
  readonly state: SearchState;
  readonly reading: SearchReading;
}

/** The values of all facets, each a link: to choose it, or to take it away. Folded where there is little room. */
export function facetColumn(facets: readonly FacetCounts[], stand: Stand): Html {
  const { state, reading } = stand;
  const { frame } = reading;
  const within =
    chosenCount(state.chosen) > 0 && searchBox(frame, { name: 'dans', state, keepsFacets: true });
  return html`<details class="refine"${state.all !== undefined && html` open`}><summary>${SEARCH.refine[frame.language]}</summary>
<nav aria-label="${SEARCH.refine[frame.language]}">${within}${facetLists(facets, stand)}</nav></details>`;
}

/** The lists alone, those that leave nothing to choose left out. */
export const facetLists = (facets: readonly FacetCounts[], stand: Stand): readonly Html[] =>
  facets.filter(({ values }) => values.length > 0).map((counts) => facetList(counts, stand));

function facetList(counts: FacetCounts, stand: Stand): Html {
  const { reading, state } = stand;
  const { language } = reading.frame;
  const key = facetKey(counts);
  const isWhole = state.all === key || state.all === counts.facet;
  const chosen = state.chosen[counts.facet] ?? [];
  const [everyday, special] = parted(counts, reading);
  const values = isWhole ? everyday.slice(0, MOST_SHOWN) : everyday.slice(0, SHOWN);
  const rest = counts.values.filter((one) => chosen.includes(one.value) && !values.includes(one));
  const list = (some: readonly FacetValue[]) =>
    html`<ul>${some.map((one) => html`<li>${valueLink(one, counts, stand)}</li>`)}</ul>`;
  const apart = isWhole ? special.filter((one) => !rest.includes(one)) : [];
  return html`<section class="facet" id="${key}"><h2>${facetTitle(counts, reading)}</h2>
${list([...rest, ...values])}${apart.length > 0 && html`<h3 class="small soft">${SEARCH.forSpecialists[language]}</h3>${list(apart)}`}
${isWhole && counts.total > values.length + apart.length && html`<p class="small soft">${filled(SEARCH.moreValues, language, { shown: numberText(values.length + apart.length, language), count: numberText(counts.total, language) })}</p>`}${foldLink({ counts, key, isWhole, shown: values.length }, stand)}</section>`;
}

/**
 * What everybody is shown, and what is left to those who ask for all: classes that an ontology declares for an audience
 * (`dcterms:audience`), unless there are no others.
 */
function parted(
  { facet, values }: FacetCounts,
  { terms }: SearchReading,
): readonly [everyday: readonly FacetValue[], special: readonly FacetValue[]] {
  if (facet !== 'type') return [values, []];
  const special = values.filter(({ value }) => terms.find(value)?.audiences !== undefined);
  return special.length === values.length
    ? [values, []]
    : [values.filter((one) => !special.includes(one)), special];
}

function valueLink({ value, count }: FacetValue, { facet }: FacetCounts, { state, reading }: Stand): Html {
  const { frame } = reading;
  const { language, base } = frame;
  const isChosen = state.chosen[facet]?.includes(value) ?? false;
  const target = isChosen ? withoutFacet(state, facet, value) : withFacet(state, facet, value);
  const address = pageAddress(frame, searchAddress(target, base));
  const name = facetValueName(facet, value, reading);
  const label = isChosen
    ? html`<span class="unseen">${filled(SEARCH.remove, language, { value: '' })}</span><bdi>${name}</bdi> <span aria-hidden="true">×</span>`
    : html`<bdi>${name}</bdi>`;
  return html`<a href="${address}" rel="nofollow"${isChosen && html` aria-current="true"`}><span>${label}</span> <span class="number">${numberText(count, language)}</span></a>`;
}

interface Fold {
  readonly counts: FacetCounts;
  readonly key: string;
  readonly isWhole: boolean;
  readonly shown: number;
}

/** To all values of a list, or back to the first of them. */
function foldLink({ counts, key, isWhole, shown }: Fold, { state, reading }: Stand): Html | false {
  const { language, base } = reading.frame;
  if (!isWhole && counts.total <= shown) return false;
  const target = isWhole ? firstPage(state) : { ...firstPage(state), all: key };
  const address = pageAddress(reading.frame, `${searchAddress(target, base)}#${key}`);
  const text = isWhole
    ? SEARCH.showFewer[language]
    : filled(SEARCH.showAll, language, { count: numberText(counts.total, language) });
  return html`<p class="small"><a href="${address}" rel="nofollow">${text}<span class="unseen"> – ${facetTitle(counts, reading)}</span></a></p>`;
}

/** What was chosen, above the results: each taken away by following it. */
export function chosenValues({ state, reading }: Stand): Html | false {
  const { frame } = reading;
  const { language, base } = frame;
  const chosen = Object.entries(state.chosen) as [FacetCounts['facet'], readonly string[]][];
  const all = chosen.flatMap(([facet, values]) => values.map((value) => ({ facet, value })));
  if (all.length === 0) return false;
  const to = (target: SearchState) => pageAddress(frame, searchAddress(target, base));
  return html`<ul class="chosen" aria-label="${SEARCH.chosen[language]}">${all.map(({ facet, value }) => {
    const name = facetValueName(facet, value, reading);
    return html`<li><a href="${to(withoutFacet(state, facet, value))}"><span class="unseen">${filled(SEARCH.remove, language, { value: '' })}</span><bdi>${name}</bdi> <span aria-hidden="true">×</span></a></li>`;
  })}${all.length > 1 && html`<li><a class="plain" href="${to({ ...firstPage(state), chosen: {} })}">${SEARCH.removeAll[language]}</a></li>`}</ul>`;
}
