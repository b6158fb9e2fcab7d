import { each, type FunctionContext, type MappingFunction } from './function.ts';

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** `48.85,2.35` or `[48.85, 2.35]`: latitude first, as French portals write it; degrees within their ranges. */
export function parsePoint(value: string): Point | undefined {
  const match = /^\s*\[?\s*(-?\d{1,3}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)\s*\]?\s*$/.exec(value);
  return match ? point(Number(match[1]), Number(match[2])) : undefined;
}

function point(latitude: number, longitude: number): Point | undefined {
  const possible =
    Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && !(latitude === 0 && longitude === 0);
  return possible ? { latitude, longitude } : undefined;
}

const read = (
  value: string,
  { note }: FunctionContext,
  give: (found: Point) => string,
): string | undefined => {
  const found = parsePoint(value);
  if (found === undefined) note('not-coordinates', value);
  return found && give(found);
};

/** Seven decimals are about a centimetre: more is noise. */
const degrees = (value: number): string =>
  value
    .toFixed(7)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0');

const wkt = ({ latitude, longitude }: Point): string => `POINT(${degrees(longitude)} ${degrees(latitude)})`;

export const PLACE_FUNCTIONS: Readonly<Record<string, MappingFunction>> = {
  latitude: each(['value'], 1, (value, _, context) =>
    read(value, context, (found) => degrees(found.latitude)),
  ),
  longitude: each(['value'], 1, (value, _, context) =>
    read(value, context, (found) => degrees(found.longitude)),
  ),
  wkt: each(['value'], 1, (value, _, context) => read(value, context, wkt)),
  /** INSEE code of a commune: the zero that spreadsheets lose is given back. */
  inseeCode: each(['value'], 1, (value, _, { note }) => {
    const code = value
      .trim()
      .toUpperCase()
      .replace(/^\d{4}$/, '0$&');
    if (/^(?!00)(\d{5}|2[AB]\d{3})$/.test(code)) return code;
    note('not-an-insee-code', value);
    return undefined;
  }),
};
