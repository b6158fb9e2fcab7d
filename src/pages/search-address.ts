import { type ChosenFacets, FACETS, type Facet, pathOfIri } from '../model/index.ts';
import { compactIri } from '../rdf/index.ts';

/** All that an address of the search says, but for its language. */
export interface SearchState {
  readonly text?: string;
  readonly chosen: ChosenFacets;
  /** From 1 on; absent: 1. */
  readonly page?: number;
  /** The facet of which all values are shown: its name, or for concepts `concept-` and the slug of the vocabulary. */
  readonly all?: string;
}

/** Where the search has a page, and where it has data. */
export const SEARCH_PAGE = '/search';
export const SEARCH_DATA = '/api/search';

/**
 * A state of the search as the query of an address, `?` included, or nothing: the same state always in the same letters,
 * as forms of browsers would write it. IRIs of the base are written as paths, others with a prefix where one is known, so
 * that addresses can be read.
 */
export function searchParameters(
  state: SearchState,
  base: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const { text = '', chosen, page = 1, all } = state;
  const pairs: readonly (readonly [string, string])[] = [
    ...(text === '' ? [] : [['q', text] as const]),
    ...facetPairs(chosen, base),
    ...(page === 1 ? [] : [['page', String(page)] as const]),
    ...(all === undefined ? [] : [['all', all] as const]),
    ...Object.entries(more),
  ];
  return pairs.length === 0
    ? ''
    : `?${pairs.map(([name, value]) => `${name}=${encodedValue(value)}`).join('&')}`;
}

/** The values that were chosen, as names and values of a form. */
export const facetPairs = (chosen: ChosenFacets, base: string): readonly (readonly [Facet, string])[] =>
  FACETS.flatMap((facet) =>
    [...(chosen[facet] ?? [])].sort().map((value) => [facet, writtenValue(value, base)] as const),
  );

/** A value of a facet as addresses write it. */
export function writtenValue(value: string, base: string): string {
  const compact = pathOfIri(value, base) ?? compactIri(value);
  return compact.startsWith('<') ? value : compact;
}

/** Address of a state's page. */
export const searchAddress = (state: SearchState, base: string): string =>
  SEARCH_PAGE + searchParameters(state, base);

/** The same with one more value, from the first page on. */
export function withFacet(state: SearchState, facet: Facet, value: string): SearchState {
  const before = state.chosen[facet] ?? [];
  const values = before.includes(value) ? before : [...before, value];
  return { ...firstPage(state), chosen: { ...state.chosen, [facet]: values } };
}

/** The same without a value, or without all values of a facet. */
export function withoutFacet(state: SearchState, facet: Facet, value?: string): SearchState {
  const values = (state.chosen[facet] ?? []).filter((one) => value !== undefined && one !== value);
  const { [facet]: _left, ...others } = state.chosen;
  return { ...firstPage(state), chosen: values.length === 0 ? others : { ...others, [facet]: values } };
}

/** The same from the first page on, with facets folded. */
export const firstPage = ({ text, chosen }: SearchState): SearchState => ({
  chosen,
  ...(text !== undefined && { text }),
});

/** How many values were chosen. */
export const chosenCount = (chosen: ChosenFacets): number =>
  FACETS.reduce((sum, facet) => sum + (chosen[facet]?.length ?? 0), 0);

/** Percent-encoded where a query needs it (RFC 3986 section 3.4): colons and slashes of IRIs stay. */
const encodedValue = (value: string): string =>
  encodeURIComponent(value.toWellFormed())
    .replace(/%(?:2F|3A|40|2C)/g, decodeURIComponent)
    .replaceAll('%20', '+');
