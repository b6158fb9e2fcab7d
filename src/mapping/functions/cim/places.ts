import { type FunctionContext, type FunctionDescription, type Run, reading } from '../function.ts';
import { cim, type Draft, MISSES, optional, parameter, VALUE } from '../namespaces.ts';
import { degrees, type Point, parsePoint, wkt } from '../places.ts';
import { epsgOf, toWgs84 } from '../projections.ts';

const WRONG = 'not-coordinates';

const located = (give: (found: Point) => string) =>
  reading(WRONG, (value) => {
    const found = parsePoint(value);
    return found && give(found);
  });

const latLon = ({ latitude, longitude }: Point): string => `${degrees(latitude)},${degrees(longitude)}`;

/** `529 649,175` and `1576050.27` → a number. */
const metres = (text: string): number => {
  const plain = text.replace(/[\s\u00A0\u202F]+/g, '').replace(',', '.');
  return /^[-+]?\d{1,9}(?:\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
};

/** Easting and northing go by pairs, and one without the other is told; where there is one system, it is that of all. */
const projected: Run = ([xs = [], ys = [], systems = [], misses = []], context) =>
  Array.from({ length: Math.max(xs.length, ys.length) }).flatMap((_, index) =>
    convert([xs[index] ?? '', ys[index] ?? ''], systems[index] ?? systems[0] ?? '2154', misses[0], context),
  );

function convert(
  [x, y]: readonly [string, string],
  system: string,
  misses: string | undefined,
  { note }: FunctionContext,
): readonly string[] {
  const transform = toWgs84(epsgOf(system) ?? 0);
  const found = transform?.(metres(x), metres(y));
  if (found) return [latLon(found)];
  if (misses === 'literal') return [`${x} ${y}`];
  if (misses !== 'quiet') note(transform ? WRONG : 'unknown-projection', transform ? `${x} ; ${y}` : system);
  return [];
}

const X = parameter('x', 'les abscisses (est)', 'eastings');
const Y = parameter('y', 'les ordonnées (nord)', 'northings');
const EPSG: Draft = parameter(
  'epsg',
  'le système : code EPSG, ou nom (« Lambert93 », « Lambert3 sud », « CC43 »)',
  'the system: EPSG code, or name (“Lambert93”, “Lambert3 sud”, “CC43”)',
);
const TOULOUSE = { x: '529649.175553827', y: '148831.737097628' };

export const PLACES: readonly FunctionDescription[] = [
  cim(
    'latitude',
    'La latitude d’un « lat,lon ».',
    'The latitude of “lat,lon”.',
    [VALUE, MISSES],
    located((found) => degrees(found.latitude)),
    [
      [{ value: '48.86, 2.3266' }, '48.86'],
      [{ value: '652000, 6862000' }, [], WRONG],
    ],
  ),
  cim(
    'longitude',
    'La longitude d’un « lat,lon ».',
    'The longitude of “lat,lon”.',
    [VALUE, MISSES],
    located((found) => degrees(found.longitude)),
    [[{ value: '48.86,2.3266' }, '2.3266']],
  ),
  cim(
    'wkt',
    'Le point d’un « lat,lon » en WKT, longitude d’abord.',
    'The point of “lat,lon” in WKT, longitude first.',
    [VALUE, MISSES],
    located(wkt),
    [
      [{ value: '[-20.8789, 55.4481]' }, 'POINT(55.4481 -20.8789)'],
      [{ value: '0,0' }, [], WRONG],
    ],
  ),
  cim(
    'toWgs84',
    'Des coordonnées projetées en « lat,lon » (WGS84), vérifiées sur l’aire du système.',
    'Projected coordinates as “lat,lon” (WGS84), checked against the area of the system.',
    [X, Y, EPSG, MISSES],
    projected,
    [
      [{ x: '700000', y: '6600000', epsg: '2154' }, '46.5,3'],
      [{ ...TOULOUSE, epsg: 'Lambert3 sud' }, '43.6360645,1.4646691'],
      [{ x: '6600000', y: '700000', epsg: '2154' }, [], WRONG],
      [{ x: 'X', y: 'Y', epsg: 'Lambert93' }, [], WRONG],
      [{ x: '1', y: '2', epsg: 'Lambert 7' }, [], 'unknown-projection'],
    ],
  ),
  cim(
    'lambertToWgs84',
    'Comme toWgs84 ; sans système, Lambert-93.',
    'As toWgs84; without a system, Lambert-93.',
    [X, Y, optional(EPSG), MISSES],
    projected,
    [
      [{ x: '648 237,27', y: '6 862 271,92' }, '48.8584021,2.2944995'],
      [{ x: '1576050.27', y: '2271665.12', epsg: 'EPSG:3943' }, '43.6348977,1.4638762'],
      [{ x: [], y: '6862271' }, [], WRONG],
    ],
  ),
];
