import { type MapBounds, type PlaceColumns, unitsOf } from '../../model/index.ts';

/** A part of the found things that lie in some bounds. */
export interface ThingsInBounds {
  /** Numbers of things, the best first. */
  readonly things: readonly number[];
  /** Things in the bounds, on all pages. */
  readonly total: number;
  /** Found things that have a place. */
  readonly located: number;
}

/**
 * Counts what lies in bounds, their edges included, or everywhere, and takes a page of it; `west` beyond `east` crosses the
 * antimeridian.
 */
export function thingsInBounds(
  { things, latitudes, longitudes }: PlaceColumns,
  { bounds, offset, limit }: { readonly bounds?: MapBounds; readonly offset: number; readonly limit: number },
): ThingsInBounds {
  const located = things.length;
  if (!bounds) return { things: [...things.subarray(offset, offset + limit)], total: located, located };
  const [south, west, north, east] = [bounds.south, bounds.west, bounds.north, bounds.east].map(unitsOf) as [
    number,
    number,
    number,
    number,
  ];
  const isRound = west > east;
  const taken: number[] = [];
  let total = 0;
  for (let rank = 0; rank < located; rank++) {
    const latitude = latitudes[rank] as number;
    if (latitude < south || latitude > north) continue;
    const longitude = longitudes[rank] as number;
    const isIn = isRound ? longitude >= west || longitude <= east : longitude >= west && longitude <= east;
    if (!isIn) continue;
    if (total >= offset && taken.length < limit) taken.push(things[rank] as number);
    total++;
  }
  return { things: taken, total, located };
}
