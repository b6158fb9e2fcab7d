// @ts-check

const WKT = 'http://www.opengis.net/ont/geosparql#wktLiteral';
/** CRS84 is the default, longitude first; EPSG 4326 has latitude first (GeoSPARQL 1.1, 8.5.1). */
const LATITUDE_FIRST = /EPSG\/0\/4326/i;
/** Coordinates in one shape; what has more is a country's coast, and no place of a table. */
const MOST_COORDINATES = 5000;

/**
 * How a table says where things are: a column with WKT, or a latitude and a longitude.
 * @param {{ variables: string[], rows: any[] }} table
 * @returns {((row: any) => Shape | undefined) | undefined}
 * @typedef {{ kind: 'points' | 'line' | 'area', parts: [number, number][][] }} Shape coordinates: latitude, longitude
 */
export function placesOf(table) {
  const [first = '', second] = placeVariables(table);
  if (first === '') return undefined;
  if (second === undefined)
    return (row) => (row[first] === undefined ? undefined : shapeOfWkt(row[first].value));
  return (row) => pointOf(row[first]?.value, row[second]?.value);
}

/**
 * The columns that say so: one with WKT, or a latitude and a longitude; none where there are none. The server finds the same.
 * @param {{ variables: string[], rows: any[] }} table
 * @returns {string[]}
 */
export function placeVariables({ variables, rows }) {
  const wkt = variables.find((name) => rows.some((row) => row[name]?.datatype === WKT));
  if (wkt !== undefined) return [wkt];
  const latitude = columnLike(/^lat(?:itude)?|lat(?:itude)?$/i, variables, rows, 90);
  const longitude = columnLike(
    /^(?:lon|long|lng|longitude)|(?:lon|long|lng|longitude)$/i,
    variables,
    rows,
    180,
  );
  return latitude === undefined || longitude === undefined || latitude === longitude
    ? []
    : [latitude, longitude];
}

/** @type {Record<string, Shape['kind']>} */
const KINDS = { POINT: 'points', LINESTRING: 'line', POLYGON: 'area' };

const columnLike = (pattern, variables, rows, most) =>
  variables.find((name) => {
    if (!pattern.test(name)) return false;
    const values = rows.flatMap((row) => (row[name] === undefined ? [] : [Number(row[name].value)]));
    return values.length > 0 && values.every((value) => Number.isFinite(value) && Math.abs(value) <= most);
  });

/** @returns {Shape | undefined} */
function pointOf(latitude, longitude) {
  if (latitude === undefined || longitude === undefined) return undefined;
  return { kind: 'points', parts: [[[Number(latitude), Number(longitude)]]] };
}

/**
 * Reads points, lines and areas; undefined for what is none of them, or refers to another plane than degrees.
 * @param {string} text
 * @returns {Shape | undefined}
 */
export function shapeOfWkt(text) {
  const [, crs, name = '', body = ''] =
    /^\s*(?:<([^>]*)>\s*)?(?:MULTI)?(POINT|LINESTRING|POLYGON)\s*Z?M?\s*(\(.*\))\s*$/is.exec(text) ?? [];
  if (body === '' || (crs !== undefined && !/CRS84|EPSG\/0\/4326/i.test(crs))) return undefined;
  const isSwapped = crs !== undefined && LATITUDE_FIRST.test(crs);
  /** @type {[number, number][][]} */
  const parts = (body.match(/\([^()]+\)/g) ?? []).map((ring) =>
    ring
      .slice(1, -1)
      .split(',')
      .map((pair) => pair.trim().split(/\s+/).map(Number))
      .map(([x = Number.NaN, y = Number.NaN]) => (isSwapped ? [x, y] : [y, x])),
  );
  const all = parts.flat();
  const isSound = all.every(
    ([latitude, longitude]) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180,
  );
  if (all.length === 0 || all.length > MOST_COORDINATES || !isSound) return undefined;
  const kind = KINDS[name.toUpperCase()];
  return kind && { kind, parts };
}

/**
 * Outline of a territory as rings of points in its own units: paths of `M`, `l` and `z`.
 * @param {string} path
 * @returns {[number, number][][]}
 */
export function ringsOf(path) {
  const rings = [];
  let [x, y] = [0, 0];
  for (const [, command, numbers] of path.matchAll(/([Mlz])([^Mlz]*)/g)) {
    const values = (numbers.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    for (let at = 0; at + 1 < values.length; at += 2) {
      [x, y] = command === 'M' ? [values[at], values[at + 1]] : [x + values[at], y + values[at + 1]];
      if (command === 'M') rings.push([]);
      rings.at(-1)?.push([x, y]);
    }
  }
  return rings;
}
