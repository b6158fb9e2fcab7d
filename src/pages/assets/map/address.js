// @ts-check

const VIEW = /^#(\d{1,2}(?:\.\d{1,2})?)\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/;

/**
 * The view that a fragment names (`#6/46.5/2.5`: zoom, latitude, longitude); undefined for any other fragment.
 * @param {string} hash
 * @returns {{ zoom: number, latitude: number, longitude: number } | undefined}
 */
export function readView(hash) {
  const [, zoom, latitude, longitude] = (VIEW.exec(hash) ?? []).map(Number);
  if (zoom === undefined || latitude === undefined || longitude === undefined) return undefined;
  if (zoom > 18 || Math.abs(latitude) > 85 || Math.abs(longitude) > 180) return undefined;
  return { zoom, latitude, longitude };
}

/** The fragment of a view, as exact as its zoom can show. */
export function writeView({ zoom, latitude, longitude }) {
  const digits = Math.max(1, Math.ceil((zoom * Math.LN2 + Math.log(256 / 360)) / Math.LN10));
  return `#${zoom}/${latitude.toFixed(digits)}/${longitude.toFixed(digits)}`;
}

/**
 * The address of data for a question and a part of the map.
 * @param {string} path
 * @param {{ parameters: string, language: string }} settings
 * @param {Record<string, string | number>} more
 */
export function dataAddress(path, { parameters, language }, more) {
  const pairs = Object.entries({ ...more, lang: language }).map(([name, value]) => `${name}=${value}`);
  return `${path}${parameters === '' ? '?' : `${parameters}&`}${pairs.join('&')}`;
}

/** West, south, east, north, to a metre or so, within what the Earth has. */
export function writtenBounds({ west, south, east, north }) {
  const kept = (value, most) => Math.min(most, Math.max(-most, Number(value.toFixed(5))));
  return [kept(west, 180), kept(south, 90), kept(east, 180), kept(north, 90)].join(',');
}
