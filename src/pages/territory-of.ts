import { createExtent, type Extent } from './extent.ts';
import { TERRITORIES } from './territories.ts';
import type { Coordinates, Territory } from './territory.ts';

/** The territory whose map shows a point, beyond its borders too; undefined far abroad and at sea. */
export const territoryShowing = ({ latitude, longitude }: Coordinates): Territory | undefined =>
  TERRITORIES.find((territory) => isInBox(territory, latitude, longitude));

/** The territory that a point belongs to: neighbours by land are abroad, islands and waters before the coast are not. */
export function territoryOf(place: Coordinates): Territory | undefined {
  const territory = territoryShowing(place);
  return territory && extentOf(territory)(place.latitude, place.longitude) ? territory : undefined;
}

/** Whether a territory's map shows a point. */
export const isInBox = (
  { south, west, north, east }: Territory,
  latitude: number,
  longitude: number,
): boolean => latitude >= south && latitude <= north && longitude >= west && longitude <= east;

const EVERYTHING: Extent = () => true;
/** Made when first asked for. */
const MADE = new Map<Territory, Extent>();

/** What of the box of a territory belongs to it. */
export function extentOf(territory: Territory): Extent {
  const { extent } = territory;
  if (extent === undefined) return EVERYTHING;
  const made = MADE.get(territory) ?? createExtent(extent);
  MADE.set(territory, made);
  return made;
}
