import { geo, type RDF, schema, wgs } from '../rdf/index.ts';
import type { Sheet, Statements } from './sheet.ts';
import type { Coordinates } from './territory.ts';

/** Where a thing is: WGS84 degrees, in the digits of the data, and the statements that say so. */
export interface SaidPlace {
  readonly subject: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Properties whose values stand in the place's cartel instead of the list. */
export const COORDINATE_PROPERTIES: ReadonlySet<string> = new Set([
  wgs.lat,
  wgs.long,
  schema.latitude,
  schema.longitude,
]);

/** Every point that a description gives, the same point once. */
export function placesOf(sheet: Sheet): readonly SaidPlace[] {
  const found = [...sheet.subjects].flatMap(([subject, statements]) =>
    [
      pair(subject, statements, wgs.lat, wgs.long),
      pair(subject, statements, schema.latitude, schema.longitude),
      ...(statements.get(geo.asWKT) ?? []).map((term) => pointOf(subject, term)),
    ].filter((place) => place !== undefined),
  );
  return [...new Map(found.map((one) => [`${one.latitude} ${one.longitude}`, one])).values()];
}

/** The point of a WKT literal (`POINT(long lat)`, CRS84), undefined for other geometries. */
export function pointOf(subject: string, term: RDF.Term): SaidPlace | undefined {
  const point = pointOfText(term.value);
  return point && { subject, ...point };
}

/** The same of the text of a literal. */
export function pointOfText(text: string): Coordinates | undefined {
  const match = /^(?:<[^>]*CRS84>\s*)?POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)$/i.exec(text.trim());
  return match ? onEarth(match[2], match[1]) : undefined;
}

function pair(subject: string, statements: Statements, latitude: string, longitude: string) {
  const place = onEarth(statements.get(latitude)?.[0]?.value, statements.get(longitude)?.[0]?.value);
  return place && { subject, ...place };
}

function onEarth(latitude = '', longitude = ''): Coordinates | undefined {
  const [north, east] = [Number.parseFloat(latitude), Number.parseFloat(longitude)];
  return Math.abs(north) <= 90 && Math.abs(east) <= 180 ? { latitude: north, longitude: east } : undefined;
}
