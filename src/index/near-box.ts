/** Mean radius of the Earth (IUGG), in kilometres. */
const EARTH_RADIUS = 6371.0088;
const FARTHEST = Math.PI * EARTH_RADIUS;
/** Boxes are a little too large: what rounding could leave out is measured afterwards. */
const MARGIN_DEGREES = 1e-6;

/** A point in WGS84 degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Degrees from south to north and from west to east; never across the antimeridian. */
export interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/** Along the great circle, on a sphere; accurate for points that are near and for antipodes. */
export function kilometresBetween(one: Point, other: Point): number {
  const [from, to] = [radians(one.latitude), radians(other.latitude)];
  const turn = radians(other.longitude - one.longitude);
  const aside = Math.cos(to) * Math.sin(turn);
  const ahead = Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(turn);
  const along = Math.sin(from) * Math.sin(to) + Math.cos(from) * Math.cos(to) * Math.cos(turn);
  return EARTH_RADIUS * Math.atan2(Math.hypot(aside, ahead), along);
}

/** One or two boxes that together hold every point at most so many kilometres away; two across the antimeridian. */
export function boxesAround({ latitude, longitude }: Point, kilometres: number): readonly Box[] {
  const angle = Math.min(kilometres, FARTHEST) / EARTH_RADIUS;
  const reach = degrees(angle) + MARGIN_DEGREES;
  const [south, north] = [latitude - reach, latitude + reach];
  if (south <= -90 || north >= 90) return [{ south, north, west: -180, east: 180 }];
  const width =
    degrees(Math.asin(Math.min(1, Math.sin(angle) / Math.cos(radians(latitude))))) + MARGIN_DEGREES;
  const [west, east] = [longitude - width, longitude + width];
  if (width >= 180) return [{ south, north, west: -180, east: 180 }];
  if (west < -180)
    return [
      { south, north, west: west + 360, east: 180 },
      { south, north, west: -180, east },
    ];
  if (east > 180)
    return [
      { south, north, west, east: 180 },
      { south, north, west: -180, east: east - 360 },
    ];
  return [{ south, north, west, east }];
}

/** A point on Earth, and a distance that can be gone. */
export const canBeNear = (near: Point & { readonly kilometres: number }): boolean =>
  Math.abs(near.latitude) <= 90 && Math.abs(near.longitude) <= 180 && near.kilometres >= 0;

const radians = (value: number): number => (value * Math.PI) / 180;
const degrees = (value: number): number => (value * 180) / Math.PI;
