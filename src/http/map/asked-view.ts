import type { MapBounds } from '../../model/index.ts';
import { addressForm, type Form, valuesOf } from '../form.ts';
import { badValue, brokenAddress, repeatedParameter } from '../search/search-problems.ts';

/** Zoom levels of Web Mercator, as tiles have them. */
export const MOST_ZOOM = 18;

/** What an address says of the part of the map that is looked at. */
export interface AskedView {
  /** Absent: everywhere. */
  readonly bounds?: MapBounds;
  /** Absent: the whole world on one tile. */
  readonly zoom: number;
}

const EXAMPLE = '-5.2,41.3,9.7,51.2';
const DEGREES = /^-?\d{1,3}(?:\.\d{1,20})?$/;

/**
 * Reads `bounds=west,south,east,north` (in the order of a GeoJSON bbox; west beyond east crosses the antimeridian) and
 * `zoom`. Empty values count as none.
 * @throws HttpProblem 400 that names the parameter, its value and what is accepted
 */
export function readView(originalUrl: string): AskedView {
  const form = addressForm(originalUrl);
  if (!form) throw brokenAddress();
  const bounds = readBounds(single(form, 'bounds'));
  return { zoom: readZoom(single(form, 'zoom')), ...(bounds && { bounds }) };
}

function single(form: Form, name: string): string | undefined {
  const values = valuesOf(form, name).filter((value) => value.trim() !== '');
  if (new Set(values).size > 1) throw repeatedParameter(name);
  return values[0]?.trim();
}

function readBounds(written: string | undefined): MapBounds | undefined {
  if (written === undefined) return undefined;
  const parts = written.split(',');
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = parts.map((part) =>
    DEGREES.test(part) ? Number(part) : Number.NaN,
  );
  const isOnEarth =
    Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && south <= north && north <= 90;
  if (parts.length === 4 && isOnEarth) return { south, west, north, east };
  throw badValue(
    { name: 'bounds', value: written },
    {
      fr: `ouest,sud,est,nord en degrés (${EXAMPLE})`,
      en: `west,south,east,north in degrees (${EXAMPLE})`,
    },
  );
}

function readZoom(written: string | undefined): number {
  if (written === undefined) return 0;
  const zoom = /^\d{1,2}$/.test(written) ? Number(written) : Number.NaN;
  if (zoom <= MOST_ZOOM) return zoom;
  throw badValue(
    { name: 'zoom', value: written },
    { fr: `un nombre entier, de 0 à ${MOST_ZOOM}`, en: `a whole number from 0 to ${MOST_ZOOM}` },
  );
}
