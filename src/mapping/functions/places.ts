export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** `48.85,2.35` or `[48.85, 2.35]`: latitude first, as French portals write it; degrees within their ranges. */
export function parsePoint(value: string): Point | undefined {
  const match = /^\s*\[?\s*(-?\d{1,3}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)\s*\]?\s*$/.exec(value);
  return match ? point(Number(match[1]), Number(match[2])) : undefined;
}

export function point(latitude: number, longitude: number): Point | undefined {
  const possible =
    Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && !(latitude === 0 && longitude === 0);
  return possible ? { latitude, longitude } : undefined;
}

/** Seven decimals are about a centimetre: more is noise. */
export const degrees = (value: number): string =>
  value
    .toFixed(7)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0');

export const wkt = ({ latitude, longitude }: Point): string =>
  `POINT(${degrees(longitude)} ${degrees(latitude)})`;
