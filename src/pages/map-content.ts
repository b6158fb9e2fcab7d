import type { Dataset, FoundResource } from '../model/index.ts';
import type { Reading } from './links.ts';
import type { PlaceTally } from './place-tally.ts';
import type { SearchState } from './search-address.ts';
import type { Stand } from './search-facets.ts';

/** What the map page is made of. */
export interface MapContent extends Omit<Reading, 'frame'> {
  readonly state: SearchState;
  /** Things that were found, those without a place included. */
  readonly found: number;
  readonly tally: PlaceTally;
  /** One page of the things that have a place, the best first. */
  readonly things: readonly FoundResource[];
  readonly datasets: readonly Dataset[];
}

/** A content and where it stands. */
export interface MapStand extends Stand {
  readonly content: MapContent;
}
