import proj4 from 'proj4';

/** Communes by their INSEE code, with a point of each (latitude, longitude). */
export const METROPOLIS: readonly (readonly [insee: string, latitude: number, longitude: number])[] = [
  ['59350', 50.632, 3.058],
  ['75056', 48.857, 2.352],
  ['31555', 43.605, 1.444],
  ['06088', 43.703, 7.266],
  ['29019', 48.39, -4.486],
  ['67482', 48.573, 7.752],
  ['33063', 44.841, -0.58],
  ['69123', 45.758, 4.835],
  ['21231', 47.322, 5.041],
  ['66136', 42.699, 2.895],
  ['63113', 45.777, 3.087],
  ['2A004', 41.927, 8.737],
];

export const OVERSEAS: readonly (readonly [insee: string, latitude: number, longitude: number])[] = [
  ['97411', -20.879, 55.448],
  ['97105', 15.997, -61.732],
  ['97302', 4.937, -52.33],
  ['97611', -12.78, 45.228],
  ['97209', 14.604, -61.067],
  ['98818', -22.276, 166.458],
];

/** Several points around each, so that no two are the same. */
export const around = (
  points: readonly (readonly [string, number, number])[],
  count: number,
): readonly (readonly [insee: string, latitude: number, longitude: number])[] =>
  Array.from({ length: count }, (_, index) => {
    const [insee, latitude, longitude] = points[index % points.length] as readonly [string, number, number];
    const far = Math.floor(index / points.length) / 200;
    return [insee, latitude + far, longitude - far];
  });

const GRS80 = '+ellps=GRS80 +units=m +no_defs';
const NTF = '+a=6378249.2 +b=6356515 +towgs84=-168,-60,320 +pm=paris +units=m +no_defs';

/** As the EPSG register defines them. */
export const DEFINITIONS: Readonly<Record<number, string>> = {
  2154: `+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 ${GRS80}`,
  27572: `+proj=lcc +lat_1=46.8 +lat_0=46.8 +lon_0=0 +k_0=0.99987742 +x_0=600000 +y_0=2200000 ${NTF}`,
  27561: `+proj=lcc +lat_1=49.5 +lat_0=49.5 +lon_0=0 +k_0=0.999877341 +x_0=600000 +y_0=200000 ${NTF}`,
  27563: `+proj=lcc +lat_1=44.1 +lat_0=44.1 +lon_0=0 +k_0=0.999877499 +x_0=600000 +y_0=200000 ${NTF}`,
  3943: `+proj=lcc +lat_1=42.25 +lat_2=43.75 +lat_0=43 +lon_0=3 +x_0=1700000 +y_0=2200000 ${GRS80}`,
  3944: `+proj=lcc +lat_1=43.25 +lat_2=44.75 +lat_0=44 +lon_0=3 +x_0=1700000 +y_0=3200000 ${GRS80}`,
  3946: `+proj=lcc +lat_1=45.25 +lat_2=46.75 +lat_0=46 +lon_0=3 +x_0=1700000 +y_0=5200000 ${GRS80}`,
  3948: `+proj=lcc +lat_1=47.25 +lat_2=48.75 +lat_0=48 +lon_0=3 +x_0=1700000 +y_0=7200000 ${GRS80}`,
  3950: `+proj=lcc +lat_1=49.25 +lat_2=50.75 +lat_0=50 +lon_0=3 +x_0=1700000 +y_0=9200000 ${GRS80}`,
  2975: `+proj=utm +zone=40 +south ${GRS80}`,
  5490: `+proj=utm +zone=20 ${GRS80}`,
  2972: `+proj=utm +zone=22 ${GRS80}`,
  4471: `+proj=utm +zone=38 +south ${GRS80}`,
  3163: `+proj=lcc +lat_1=-20.66666666666667 +lat_2=-22.33333333333333 +lat_0=-21.5 +lon_0=166 +x_0=400000 +y_0=300000 ${GRS80}`,
};

/** Metres of a point in a system. */
export function metres(epsg: number, latitude: number, longitude: number): readonly [number, number] {
  const [x = 0, y = 0] = proj4('EPSG:4326', DEFINITIONS[epsg] ?? '').forward([longitude, latitude]);
  return [Math.round(x), Math.round(y)];
}
