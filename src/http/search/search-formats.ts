import { firstPage, SEARCH_DATA, type SearchState, searchParameters } from '../../pages/index.ts';
import type { Alternate } from '../problem.ts';

/** A way to send what was found. */
export interface SearchFormat {
  readonly extension: 'json' | 'geojson' | 'csv';
  readonly name: string;
  readonly mediaType: string;
}

/** In the order of preference: what a client that takes anything gets comes first. */
export const SEARCH_FORMATS: readonly SearchFormat[] = [
  { extension: 'json', name: 'JSON', mediaType: 'application/json' },
  { extension: 'geojson', name: 'GeoJSON', mediaType: 'application/geo+json' },
  { extension: 'csv', name: 'CSV', mediaType: 'text/csv' },
];

/** Addresses that a Link header can hold; a longer one has its formats listed without. */
const LONGEST_LINKED = 1000;

/** The same results in each format. */
export function searchAlternates(state: SearchState, base: string): readonly Alternate[] {
  const parameters = searchParameters(firstPage(state), base);
  if (parameters.length > LONGEST_LINKED) return [];
  return SEARCH_FORMATS.map(({ extension, name, mediaType }) => ({
    path: `${SEARCH_DATA}.${extension}${parameters}`,
    mediaType,
    name,
  }));
}
