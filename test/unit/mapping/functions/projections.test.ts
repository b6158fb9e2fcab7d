import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { epsgOf, toWgs84 } from '../../../../src/mapping/functions/projections.ts';
import { conic, type Ellipsoid, GRS80, NTF, toNtf, transverse } from './forward.ts';

/** Two points in each system, brought there by formulas that are not those of the library. */
type Forward = (latitude: number, longitude: number) => readonly [number, number];
const lambert =
  (
    ellipsoid: Ellipsoid,
    parallels: readonly [number, number],
    origin: readonly [number, number],
    offsets: readonly [number, number],
    scale = 1,
  ): Forward =>
  (latitude, longitude) =>
    conic(ellipsoid, parallels, origin, offsets, scale)(latitude, longitude);

const zone =
  (parallel: number, scale: number, x: number, y: number): Forward =>
  (latitude, longitude) =>
    lambert(NTF, [parallel, parallel], [parallel, 2.337229167], [x, y], scale)(...toNtf(latitude, longitude));

const utm = (number: number, south: boolean): Forward => transverse(GRS80, number * 6 - 183, south ? 1e7 : 0);

const cc = (parallel: number): Forward =>
  lambert(
    GRS80,
    [parallel - 0.75, parallel + 0.75],
    [parallel, 3],
    [1_700_000, (parallel - 42) * 1e6 + 200_000 + 1e6],
  );

const SYSTEMS: readonly (readonly [
  epsg: number,
  forward: Forward,
  ...points: readonly (readonly [number, number])[],
])[] = [
  [2154, lambert(GRS80, [44, 49], [46.5, 3], [700_000, 6_600_000]), [48.8584, 2.2945], [43.6047, 1.4442]],
  ...[42, 43, 44, 45, 46, 47, 48, 49, 50].map(
    (parallel) => [3900 + parallel, cc(parallel), [parallel + 0.4, 1.5], [parallel - 0.6, 6.1]] as const,
  ),
  [27561, zone(49.5, 0.999877341, 600_000, 200_000), [50.63, 3.06], [48.8584, 2.2945]],
  [27562, zone(46.8, 0.99987742, 600_000, 200_000), [47.22, -1.55], [46.2, 6.1]],
  [27563, zone(44.1, 0.999877499, 600_000, 200_000), [43.6047, 1.4442], [43.3, 5.4]],
  [27564, zone(42.165, 0.99994471, 234.358, 185861.369), [41.92, 8.74], [42.7, 9.45]],
  [27571, zone(49.5, 0.999877341, 600_000, 1_200_000), [50.63, 3.06], [48.8584, 2.2945]],
  [27572, zone(46.8, 0.99987742, 600_000, 2_200_000), [47.22, -1.55], [43.6047, 1.4442]],
  [27573, zone(44.1, 0.999877499, 600_000, 3_200_000), [43.6047, 1.4442], [43.3, 5.4]],
  [27574, zone(42.165, 0.99994471, 234.358, 4_185_861.369), [41.92, 8.74], [42.7, 9.45]],
  [32620, utm(20, false), [16.24, -61.53], [14.6, -61.07]],
  [5490, utm(20, false), [16.24, -61.53], [14.6, -61.07]],
  [2972, utm(22, false), [4.94, -52.33], [5.5, -54.03]],
  [4467, utm(21, false), [46.78, -56.17], [47.1, -56.38]],
  [2975, utm(40, true), [-20.88, 55.45], [-21.34, 55.48]],
  [4471, utm(38, true), [-12.78, 45.23], [-12.97, 45.1]],
  [32738, utm(38, true), [-12.78, 45.23], [-12.97, 45.1]],
  [3297, utm(6, true), [-17.54, -149.57], [-16.5, -151.74]],
  [
    3163,
    lambert(GRS80, [-20.6666666666667, -22.3333333333333], [-21.5, 166], [400_000, 300_000]),
    [-22.27, 166.44],
    [-20.72, 164.94],
  ],
  [25832, utm(32, false), [48.58, 7.75], [42.7, 9.45]],
];

describe('Coordinates of a projected system', () => {
  it.each(SYSTEMS)('EPSG:%d become the latitude and longitude they came from', (epsg, forward, ...points) => {
    for (const [latitude, longitude] of points) {
      const found = toWgs84(epsg)?.(...forward(latitude, longitude));
      expect(found?.latitude).toBeCloseTo(latitude, 6);
      expect(found?.longitude).toBeCloseTo(longitude, 6);
    }
  });

  it.each([
    ['axes exchanged', 2154, 6_600_000, 700_000],
    ['another system', 2154, 529_649, 148_831],
    ['another zone', 3943, 1_576_116, 6_271_791],
    ['nothing', 2154, Number.NaN, 0],
    ['infinity', 32620, Number.POSITIVE_INFINITY, 0],
    ['0 and 0', 4326, 0, 0],
  ])('are nowhere with %s', (_, epsg, x, y) => {
    expect(toWgs84(epsg)?.(x, y)).toBeUndefined();
  });

  it('of an unknown system have no reading', () => {
    expect(toWgs84(9999)).toBeUndefined();
  });
});

describe('A system of coordinates', () => {
  it.each([
    ['2154', 2154],
    ['EPSG:3943', 3943],
    ['http://www.opengis.net/def/crs/EPSG/0/4326', 4326],
    ['urn:ogc:def:crs:EPSG::2975', 2975],
    ['Lambert93', 2154],
    ['Lambert 93', 2154],
    ['Lambert3 sud', 27563],
    ['Lambert II étendu', undefined],
    ['Lambert 2 étendu', 27572],
    ['RGF93 / CC43', undefined],
    ['CC50', 3950],
    ['', undefined],
    ['Lambert', undefined],
  ])('%j is EPSG:%s', (text, epsg) => {
    expect(epsgOf(text)).toBe(epsg);
  });
});

const TOULOUSE = join(import.meta.dirname, '../../../../../shared/data/real/merimee-toulouse-2020.geojson');

/** Both coordinates of each building as the file has them: a cell `x ; y`, and `lat, lon`. */
function buildings(
  column: string,
): readonly (readonly [x: number, y: number, latitude: number, longitude: number])[] {
  const { features } = JSON.parse(readFileSync(TOULOUSE, 'utf8')) as {
    features: readonly { properties: Readonly<Record<string, string>> }[];
  };
  return features.flatMap(({ properties }) => {
    const [x = Number.NaN, y = Number.NaN] = (properties[column] ?? '').split(';').map(Number);
    const [latitude = Number.NaN, longitude = Number.NaN] = (properties['chpcoorwgs84'] ?? '')
      .split(',')
      .map(Number);
    return [x, y, latitude, longitude].every(Number.isFinite) ? [[x, y, latitude, longitude] as const] : [];
  });
}

const whenThere = existsSync(TOULOUSE) ? it : it.skip;

describe('The inventory of Toulouse (skipped without ../shared)', () => {
  whenThere.each([
    ['CC43', 'chpcoorlb93', 3943],
    ['Lambert III sud', 'chpcoor', 27563],
  ])('is where it says, in %s, within five metres for 99 in 100', (_, column, epsg) => {
    const all = buildings(column);
    const near = all.filter(([x, y, latitude, longitude]) => {
      const found = toWgs84(epsg)?.(x, y);
      return (
        found !== undefined &&
        Math.abs(found.latitude - latitude) < 5e-5 &&
        Math.abs(found.longitude - longitude) < 6e-5
      );
    });
    expect(all.length).toBeGreaterThan(1000);
    expect(near.length / all.length).toBeGreaterThan(0.99);
  });
});
