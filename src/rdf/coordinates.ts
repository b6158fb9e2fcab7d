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
