import type { Language } from '../model/index.ts';
import { scriptAddress } from './assets.ts';
import { type Html, html } from './html.ts';
import { facetPairs, SEARCH_PAGE, type SearchState } from './search-address.ts';
import { SEARCH_BOX } from './texts/search-texts.ts';

/** The page that a box stands in: what it needs of its frame, which itself holds a box. */
export interface BoxFrame {
  readonly language: Language;
  readonly languageChosen?: boolean;
  readonly base: string;
}

/** What a search box starts from. */
export interface SearchBox {
  /** Tells boxes of one page apart: a part of `id` attributes. */
  readonly name: string;
  /** What the box is for, where it is not the one of every page. */
  readonly label?: string;
  /** What was asked: its words stand in the box. */
  readonly state?: SearchState | undefined;
  /** Whether the facets that were chosen stay chosen. */
  readonly keepsFacets?: boolean;
}

/**
 * A form of one line that goes to the search page: it works without scripts. Where scripts run, what is typed is completed
 * (`assets/search/suggest.js`, WAI-ARIA combobox).
 */
export function searchBox(frame: BoxFrame, { name, state, keepsFacets = false, ...texts }: SearchBox): Html {
  const { language, languageChosen, base } = frame;
  const id = `chercher-${name}`;
  const { label = SEARCH_BOX[keepsFacets ? 'within' : 'label'][language] } = texts;
  const kept = keepsFacets && state ? facetPairs(state.chosen, base) : [];
  return html`<form class="search" role="search" aria-label="${label}" action="${SEARCH_PAGE}" method="get" data-suggest="/api/suggest.json?lang=${language}" data-found="${SEARCH_BOX.found[language]}"><label${!keepsFacets && html` class="unseen"`} for="${id}">${label}</label><input type="search" id="${id}" name="q" value="${state?.text ?? ''}" placeholder="${SEARCH_BOX.placeholder[language]}" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="300" enterkeyhint="search">${languageChosen && html`<input type="hidden" name="lang" value="${language}">`}${kept.map(([facet, value]) => html`<input type="hidden" name="${facet}" value="${value}">`)}<button>${SEARCH_BOX.search[language]}</button></form>`;
}

/** The script of all search boxes of a page. */
export const searchBoxScript = (): Html =>
  html`<script type="module" src="${scriptAddress('search', 'suggest.js')}"></script>\n`;
