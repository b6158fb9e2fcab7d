import type { Dataset, Facet, FindAnswer, FoundPlaces } from '../model/index.ts';
import type { PageFrame } from './frame.ts';
import type { Reading } from './links.ts';
import type { SearchState } from './search-address.ts';

/** Things of one page. */
export const PAGE_THINGS = 20;
/** Things that pages lead to. */
export const MOST_PAGED = 10_000;
/** Things in one file of results. */
export const MOST_IN_FILE = 10_000;

/** What a page of results is made of. */
export interface SearchContent extends Omit<Reading, 'frame'> {
  readonly state: SearchState;
  readonly answer: FindAnswer;
  /** Where what was found lies. */
  readonly places: FoundPlaces;
  /** Declared datasets, for their titles. */
  readonly datasets: readonly Dataset[];
  /** Where nothing was found: how much there would be without one of the choices. */
  readonly loosened?: readonly LoosenedChoice[];
}

export interface LoosenedChoice {
  readonly facet: Facet;
  readonly value: string;
  readonly total: number;
}

/** What it takes to name the values of facets. */
export interface SearchReading extends Reading {
  readonly datasets: readonly Dataset[];
}

export const readingOf = (frame: PageFrame, { terms, label, datasets }: SearchContent): SearchReading => ({
  frame,
  terms,
  label,
  datasets,
});
