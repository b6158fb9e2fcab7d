import { geo } from '../rdf/index.ts';

/** Where rows of a result say where things are: well-known text, or a latitude and a longitude. */
export type PlaceVariables =
  | { readonly wkt: string }
  | { readonly latitude: string; readonly longitude: string };

/** Rows of a result, as far as their places matter. */
interface Rows {
  readonly variables: readonly string[];
  readonly rows: readonly Readonly<
    Record<string, { readonly value: unknown; readonly datatype?: string } | undefined>
  >[];
}

/** By its values a column is well-known text, by its name and its values a latitude or a longitude; as `places.js` has it. */
export function placeVariables(table: Rows): PlaceVariables | undefined {
  const wkt = table.variables.find((name) =>
    table.rows.some((row) => row[name]?.datatype === geo.wktLiteral),
  );
  if (wkt !== undefined) return { wkt };
  const latitude = columnLike(/^lat(?:itude)?|lat(?:itude)?$/i, table, 90);
  const longitude = columnLike(/^(?:lon|long|lng|longitude)|(?:lon|long|lng|longitude)$/i, table, 180);
  if (latitude === undefined || longitude === undefined || latitude === longitude) return undefined;
  return { latitude, longitude };
}

const columnLike = (pattern: RegExp, { variables, rows }: Rows, most: number): string | undefined =>
  variables.find((name) => {
    if (!pattern.test(name)) return false;
    const values = rows.flatMap((row) => (row[name] === undefined ? [] : [Number(row[name].value)]));
    return values.length > 0 && values.every((value) => Number.isFinite(value) && Math.abs(value) <= most);
  });
