import type { Guess, PlaceGuess, SourceProfile } from '../model/index.ts';

/** Ways to one place that stand in for each other. */
const MOST = 3;

/** A guess below this is no place. */
const SURE = 0.6;

/**
 * The coordinates that things are placed by, the first first: degrees before projections, which are the measure of
 * somebody’s and stay as they were taken where there are degrees.
 */
export function usedPlaces({ places }: Pick<SourceProfile, 'places'>): readonly Guess<PlaceGuess>[] {
  const sure = places.filter(({ confidence }) => confidence >= SURE);
  const degrees = sure.filter(({ value }) => value.reference.kind === 'wgs84');
  return (degrees.length > 0 ? degrees : sure).slice(0, MOST);
}
