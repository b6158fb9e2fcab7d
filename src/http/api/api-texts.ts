import type { PlaceVariables } from '../../pages/index.ts';
import { xsd } from '../../rdf/index.ts';
import { type ResultTable, type ResultTerm, tableOfJson } from '../sparql/result-text.ts';
import { type Geometry, geometryOfWkt } from './wkt.ts';

type Value = string | number | boolean;
type Row = Readonly<Record<string, Value>>;

const LATITUDES = ['latitude', 'lat'];
const LONGITUDES = ['longitude', 'long', 'lon', 'lng'];
const GEOMETRIES = ['wkt', 'geometrie', 'geometry'];

/** The columns of a place, found by their names; undefined where a query has none. */
export function placeColumns(columns: readonly string[]): PlaceVariables | undefined {
  const one = (names: readonly string[]) => names.find((name) => columns.includes(name));
  const [latitude, longitude, wkt] = [one(LATITUDES), one(LONGITUDES), one(GEOMETRIES)];
  if (latitude !== undefined && longitude !== undefined) return { latitude, longitude };
  return wkt === undefined ? undefined : { wkt };
}

/**
 * Rows as programmers expect them: a list of objects, a column that is not bound left out, numbers and booleans as such,
 * IRIs and all else as texts.
 * @param json SPARQL JSON, of a SELECT
 */
export const rowsText = (json: string): string => `${JSON.stringify(tableOf(json).rows.map(rowOf))}\n`;

/**
 * The rows that have a place, as GeoJSON (RFC 7946): the first column, where it is an IRI, names the feature. Others are
 * left out, and counted in `rowsWithoutPlace`.
 */
export function geoJsonText(json: string, columns: readonly string[]): string {
  return featuresText(tableOf(json), columns, placeColumns(columns));
}

/** The same of a table, by the columns of its places. */
export function featuresText(
  { rows }: ResultTable,
  columns: readonly string[],
  place: PlaceVariables | undefined,
): string {
  const features = rows.flatMap((row) => {
    const geometry = place && geometryOf(row, place);
    return geometry ? [featureOf(row, columns, geometry)] : [];
  });
  const rowsWithoutPlace = rows.length - features.length;
  return `${JSON.stringify({ type: 'FeatureCollection', features, rowsWithoutPlace })}\n`;
}

function tableOf(json: string): ResultTable {
  const table = tableOfJson(json);
  if (!table) throw new Error('The store gave a verdict where a table was asked for.');
  return table;
}

type TermRow = Readonly<Record<string, ResultTerm>>;

const rowOf = (row: TermRow): Row =>
  Object.fromEntries(Object.entries(row).map(([name, term]) => [name, jsonValue(term)]));

const NUMBERS: ReadonlySet<string | undefined> = new Set([
  xsd.decimal,
  xsd.double,
  ...['float', 'integer', 'int', 'long', 'short', 'byte', 'nonNegativeInteger', 'positiveInteger'].map(
    (name) => xsd.namespace + name,
  ),
]);

function jsonValue({ value, datatype, type }: ResultTerm): Value {
  if (typeof value !== 'string') return JSON.stringify(value);
  if (type === 'bnode') return `_:${value}`;
  if (datatype === xsd.boolean) return value === 'true' || value === '1';
  const number = NUMBERS.has(datatype) ? Number(value) : Number.NaN;
  // What JSON cannot say, or not exactly, stays a text: INF, a number of twenty digits.
  return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : value;
}

function geometryOf(row: TermRow, place: PlaceVariables): Geometry | undefined {
  if ('wkt' in place) return geometryOfWkt(textOf(row[place.wkt]));
  const [latitude, longitude] = [row[place.latitude], row[place.longitude]].map((term) => {
    const text = textOf(term);
    return text === '' ? Number.NaN : Number(text);
  }) as [number, number];
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isPlace ? { type: 'Point', coordinates: [longitude, latitude] } : undefined;
}

const textOf = (term: ResultTerm | undefined): string =>
  typeof term?.value === 'string' ? term.value.trim() : '';

function featureOf(row: TermRow, [first = '']: readonly string[], geometry: Geometry) {
  const id = row[first]?.type === 'uri' ? { id: row[first].value } : {};
  return { type: 'Feature', ...id, geometry, properties: rowOf(row) };
}
