/** A geometry of GeoJSON (RFC 7946): longitude before latitude, WGS84. */
export interface Geometry {
  readonly type: string;
  readonly coordinates: Coordinates;
}

export type Coordinates = readonly number[] | readonly Coordinates[];

const TYPES: Readonly<Record<string, readonly [type: string, depth: number]>> = {
  POINT: ['Point', 0],
  LINESTRING: ['LineString', 1],
  POLYGON: ['Polygon', 2],
  MULTIPOINT: ['MultiPoint', 1],
  MULTILINESTRING: ['MultiLineString', 2],
  MULTIPOLYGON: ['MultiPolygon', 3],
};

/** `<crs> TYPE [Z|M|ZM] (…)`, as GeoSPARQL writes it. Without system it is CRS84: longitude first. */
const WKT = /^\s*(?:<([^>]*)>\s*)?([A-Z]+)\s*(?:(?:ZM?|M)\s*)?(\(.*\))\s*$/is;
const LONGITUDE_FIRST = /\/CRS84$/;
const LATITUDE_FIRST = /\/EPSG\/[^/]*\/4326$/;

/** A geometry literal of GeoSPARQL; undefined where it is empty, of another system, or no geometry. */
export function geometryOfWkt(text: string): Geometry | undefined {
  const [, system, name = '', body = ''] = WKT.exec(text) ?? [];
  const known = TYPES[name.toUpperCase()];
  if (!known || (system !== undefined && !LONGITUDE_FIRST.test(system) && !LATITUDE_FIRST.test(system)))
    return undefined;
  const isSwapped = system !== undefined && LATITUDE_FIRST.test(system);
  const [type, depth] = known;
  const read = coordinatesOf(body, isSwapped);
  // A point stands in parentheses of its own, alone or in a list, where GeoJSON has none.
  const isWrapped = type === 'Point' || (type === 'MultiPoint' && read !== undefined && hasDepth(read, 2));
  const coordinates = isWrapped ? unwrapped(read, type) : read;
  return coordinates && hasDepth(coordinates, depth) ? { type, coordinates } : undefined;
}

function unwrapped(read: Coordinates | undefined, type: string): Coordinates | undefined {
  if (type !== 'Point') return (read as readonly (readonly Coordinates[])[]).flat();
  return read?.length === 1 ? (read[0] as Coordinates) : undefined;
}

/** `((1 2, 3 4))` → `[[[1,2],[3,4]]]`, read as JSON. */
function coordinatesOf(body: string, isSwapped: boolean): Coordinates | undefined {
  const written = body.replace(/[^(),]+/g, (text) => {
    const position = text.trim();
    return position === '' ? '' : pointText(position.split(/\s+/).map(Number), isSwapped);
  });
  try {
    return JSON.parse(written.replaceAll('(', '[').replaceAll(')', ']')) as Coordinates;
  } catch {
    // Not a list of numbers: no geometry.
    return undefined;
  }
}

function pointText([x = Number.NaN, y = Number.NaN]: readonly number[], isSwapped: boolean): string {
  const [longitude, latitude] = isSwapped ? [y, x] : [x, y];
  const isOnEarth = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  return isOnEarth ? JSON.stringify([longitude, latitude]) : 'off the Earth';
}

/** Lists within lists, down to positions. */
function hasDepth(coordinates: Coordinates, depth: number): boolean {
  if (depth === 0) return coordinates.length === 2 && coordinates.every((one) => typeof one === 'number');
  return (
    coordinates.length > 0 && coordinates.every((one) => typeof one !== 'number' && hasDepth(one, depth - 1))
  );
}
