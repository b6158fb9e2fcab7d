import { type SearchState, searchParameters } from './search-address.ts';

/** Where the map has a page. */
export const MAP_PAGE = '/map';

/** Address of a state of the search on the map, its page of the list included; in no language. */
export const mapAddress = (
  { base }: { readonly base: string },
  { text, chosen, page }: SearchState,
): string => {
  const state = { chosen, ...(text !== undefined && { text }), ...(page !== undefined && { page }) };
  return MAP_PAGE + searchParameters(state, base);
};
