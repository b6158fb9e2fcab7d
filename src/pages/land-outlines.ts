import type { Language } from '../model/index.ts';
import { pathRings } from './path-rings.ts';
import { type Point, unprojectionOf } from './projection.ts';
import { TERRITORIES } from './territories.ts';
import type { Territory } from './territory.ts';

/** A territory for maps that know degrees only. */
export interface LandOutline {
  readonly name: string;
  /** As in GeoJSON: west, south, east, north. */
  readonly box: readonly [number, number, number, number];
  /** Closed rings: latitude, longitude, to a hundred metres. */
  readonly rings: readonly (readonly Point[])[];
}

/** Made once: to find degrees again for every point takes ten milliseconds. */
const MADE = new Map<Territory, LandOutline['rings']>();

/** The outlines of France and its territories in degrees. */
export const landOutlines = (language: Language): readonly LandOutline[] =>
  TERRITORIES.map((territory) => ({
    name: territory.name[language],
    box: [territory.west, territory.south, territory.east, territory.north],
    rings: ringsOf(territory),
  }));

function ringsOf(territory: Territory): LandOutline['rings'] {
  const made = MADE.get(territory) ?? unprojectedRings(territory);
  MADE.set(territory, made);
  return made;
}

function unprojectedRings({ outline, projection }: Territory): LandOutline['rings'] {
  const unproject = unprojectionOf(projection);
  const rounded = (point: Point): Point => {
    const [latitude, longitude] = unproject(point);
    return [Number(latitude.toFixed(3)), Number(longitude.toFixed(3))];
  };
  return pathRings(outline).map((ring) => ring.map(rounded));
}
