import proj4 from 'proj4';
import { type Point, point } from './places.ts';

/** A projected system: its definition for proj4, and where it is used (degrees: south, west, north, east). */
interface Projection {
  readonly definition: string;
  readonly area: readonly [south: number, west: number, north: number, east: number];
}

const METROPOLIS = [41, -5.6, 51.6, 10.2] as const;
const GRS80 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';
/** Nouvelle triangulation de la France: a shift of three parameters, within some metres of IGN's grid. */
const NTF = '+a=6378249.2 +b=6356515 +towgs84=-168,-60,320,0,0,0,0 +pm=paris +units=m +no_defs';

const lambert93: Projection = {
  definition: `+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 ${GRS80}`,
  area: METROPOLIS,
};

const newCaledonia: Projection = {
  definition: `+proj=lcc +lat_0=-21.5 +lon_0=166 +lat_1=-20.6666666666667 +lat_2=-22.3333333333333 +x_0=400000 +y_0=300000 ${GRS80}`,
  area: [-26.5, 156, -14.8, 174.3],
};

/** Conique conforme, nine zones around a whole parallel. */
const conic = (parallel: number): Projection => ({
  definition: `+proj=lcc +lat_0=${parallel} +lon_0=3 +lat_1=${parallel - 0.75} +lat_2=${parallel + 0.75} +x_0=1700000 +y_0=${(parallel - 42) * 1_000_000 + 1_200_000} ${GRS80}`,
  area: [parallel - 1.5, -5.6, parallel + 1.5, 10.2],
});

/** Lambert zones I to IV: parallel, scale, false easting and northing. */
const ZONES: readonly (readonly [number, number, number, number])[] = [
  [49.5, 0.999877341, 600000, 200000],
  [46.8, 0.99987742, 600000, 200000],
  [44.1, 0.999877499, 600000, 200000],
  [42.165, 0.99994471, 234.358, 185861.369],
];

/** @param number 1 to 4 @param extended with the number of the zone as millions of the northing */
function lambertZone(number: number, extended: boolean): Projection | undefined {
  const [parallel, scale, x = 0, y = 0] = ZONES[number - 1] ?? [];
  if (parallel === undefined) return undefined;
  const northing = y + (extended ? number * 1_000_000 : 0);
  return {
    definition: `+proj=lcc +lat_1=${parallel} +lat_0=${parallel} +lon_0=0 +k_0=${scale} +x_0=${x} +y_0=${northing} ${NTF}`,
    area: METROPOLIS,
  };
}

const utm = (zone: number, south: boolean, datum: string): Projection => {
  const meridian = zone * 6 - 183;
  return {
    definition: `+proj=utm +zone=${zone}${south ? ' +south' : ''} ${datum}`,
    area: south ? [-80, meridian - 9, 1, meridian + 9] : [-1, meridian - 9, 84, meridian + 9],
  };
};

/** Systems of the overseas departments and territories on UTM: EPSG code → zone, south of the equator. */
const OVERSEAS: ReadonlyMap<number, readonly [zone: number, south: boolean]> = new Map([
  [5490, [20, false]],
  [4559, [20, false]],
  [2972, [22, false]],
  [4467, [21, false]],
  [2975, [40, true]],
  [4471, [38, true]],
  [3296, [5, true]],
  [3297, [6, true]],
]);

function projectionOf(epsg: number): Projection | undefined {
  const overseas = OVERSEAS.get(epsg);
  if (overseas) return utm(...overseas, GRS80);
  if (epsg === 2154) return lambert93;
  if (epsg === 3163) return newCaledonia;
  if (epsg >= 3942 && epsg <= 3950) return conic(epsg - 3900);
  if (epsg >= 27561 && epsg <= 27564) return lambertZone(epsg - 27560, false);
  if (epsg >= 27571 && epsg <= 27574) return lambertZone(epsg - 27570, true);
  if (epsg >= 32601 && epsg <= 32660) return utm(epsg - 32600, false, '+datum=WGS84 +units=m +no_defs');
  if (epsg >= 32701 && epsg <= 32760) return utm(epsg - 32700, true, '+datum=WGS84 +units=m +no_defs');
  if (epsg >= 25828 && epsg <= 25838) return utm(epsg - 25800, false, GRS80);
  if (epsg === 3857) return { definition: 'EPSG:3857', area: [-86, -180, 86, 180] };
  if ([4326, 4171, 4258].includes(epsg)) return { definition: 'EPSG:4326', area: [-90, -180, 90, 180] };
  return undefined;
}

/** Names that inventories give to systems, letters and figures only. */
const NAMES: ReadonlyMap<string, number> = new Map([
  ['lambert93', 2154],
  ['lambert1nord', 27561],
  ['lambert1', 27561],
  ['lambert2centre', 27562],
  ['lambert2', 27562],
  ['lambert3sud', 27563],
  ['lambert3', 27563],
  ['lambert4corse', 27564],
  ['lambert4', 27564],
  ['lambert1carto', 27571],
  ['lambert2etendu', 27572],
  ['lambert3carto', 27573],
  ['lambert4carto', 27574],
  ['wgs84', 4326],
]);

/** `2154`, `EPSG:2154`, an IRI of the register that ends in it, `Lambert3 sud`, `CC43`. */
export function epsgOf(text: string): number | undefined {
  const name = text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9/]/g, '');
  const figures = /(?:^|epsg|\/)(\d{4,5})$/.exec(name)?.[1];
  if (figures !== undefined) return Number(figures);
  const zone = /^(?:lambert)?(?:93)?cc(4[2-9]|50)$/.exec(name)?.[1];
  return zone === undefined ? NAMES.get(name) : 3900 + Number(zone);
}

const converters = new Map<number, ((x: number, y: number) => Point | undefined) | undefined>();

/**
 * How coordinates of a system become WGS84; undefined for a system that is not known. A point outside the area where
 * the system is used is undefined: its axes were exchanged, or it belongs to another system.
 */
export function toWgs84(epsg: number): ((x: number, y: number) => Point | undefined) | undefined {
  if (!converters.has(epsg)) converters.set(epsg, converterOf(epsg));
  return converters.get(epsg);
}

function converterOf(epsg: number): ((x: number, y: number) => Point | undefined) | undefined {
  const projection = projectionOf(epsg);
  if (projection === undefined) return undefined;
  const { forward } = proj4(projection.definition, 'EPSG:4326');
  const [south, west, north, east] = projection.area;
  return (x, y) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
    const [longitude = Number.NaN, latitude = Number.NaN] = forward([x, y]);
    const inside = latitude >= south && latitude <= north && longitude >= west && longitude <= east;
    return inside ? point(latitude, longitude) : undefined;
  };
}
