import { literalParts } from './n-quads.ts';
import { isNumberText } from './number-text.ts';
import { schema, wgs } from './vocabulary.ts';

/** A property that says one half of a place: with the other half of the same vocabulary it is a point. */
export interface CoordinateProperty {
  readonly pair: 'wgs' | 'schema';
  readonly axis: 'latitude' | 'longitude';
}

/** Property IRI → which half of a place it says. */
export const COORDINATES: ReadonlyMap<string, CoordinateProperty> = new Map([
  [wgs.lat, { pair: 'wgs', axis: 'latitude' }],
  [wgs.long, { pair: 'wgs', axis: 'longitude' }],
  [schema.latitude, { pair: 'schema', axis: 'latitude' }],
  [schema.longitude, { pair: 'schema', axis: 'longitude' }],
]);

/** Degrees that there are on Earth. */
export const MOST_DEGREES: Readonly<Record<CoordinateProperty['axis'], number>> = {
  latitude: 90,
  longitude: 180,
};

/** What one statement says of a place, in degrees. */
export interface Coordinate extends CoordinateProperty {
  readonly degrees: number;
}

/**
 * The half of a place that a statement says; undefined where it says none, or none on Earth.
 * @param object N-Triples text
 */
export function coordinateOf(predicate: string, object: string): Coordinate | undefined {
  const known = COORDINATES.get(predicate);
  const text = known && object.startsWith('"') ? literalParts(object).escaped : '';
  const degrees = isNumberText(text) ? Number(text) : Number.NaN;
  return known && Math.abs(degrees) <= MOST_DEGREES[known.axis] ? { ...known, degrees } : undefined;
}
