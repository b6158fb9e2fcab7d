/**
 * Projections written from Snyder's and Krüger's formulas, without a library: the other side of a differential test.
 */
export interface Ellipsoid {
  readonly a: number;
  readonly e: number;
}

const ellipsoid = (a: number, b: number): Ellipsoid => ({ a, e: Math.sqrt(1 - (b * b) / (a * a)) });
export const GRS80 = ellipsoid(6_378_137, 6_378_137 * (1 - 1 / 298.257222101));
export const NTF = ellipsoid(6_378_249.2, 6_356_515);
const WGS84 = ellipsoid(6_378_137, 6_378_137 * (1 - 1 / 298.257223563));

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

type Pair = readonly [number, number];

/** Lambert conformal conic (Snyder 1987, 15-1 to 15-10). */
export function conic({ a, e }: Ellipsoid, parallels: Pair, origin: Pair, offsets: Pair, scale: number) {
  const m = (phi: number) => Math.cos(phi) / Math.sqrt(1 - (e * Math.sin(phi)) ** 2);
  const t = (phi: number) =>
    Math.tan(Math.PI / 4 - phi / 2) / ((1 - e * Math.sin(phi)) / (1 + e * Math.sin(phi))) ** (e / 2);
  const [first, second] = [radians(parallels[0]), radians(parallels[1])];
  const n =
    first === second ? Math.sin(first) : Math.log(m(first) / m(second)) / Math.log(t(first) / t(second));
  const f = m(first) / (n * t(first) ** n);
  const rho = (latitude: number) => a * scale * f * t(radians(latitude)) ** n;
  return (latitude: number, longitude: number): Pair => {
    const theta = n * radians(longitude - origin[1]);
    return [
      offsets[0] + rho(latitude) * Math.sin(theta),
      offsets[1] + rho(origin[0]) - rho(latitude) * Math.cos(theta),
    ];
  };
}

/** Universal transverse Mercator (Krüger's series to the third order of n). */
export function transverse({ a, e }: Ellipsoid, meridian: number, northing: number) {
  const flattening = 1 - Math.sqrt(1 - e * e);
  const n = flattening / (2 - flattening);
  const radius = (a / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
  const alpha = [
    n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3,
    (13 / 48) * n ** 2 - (3 / 5) * n ** 3,
    (61 / 240) * n ** 3,
  ];
  return (latitude: number, longitude: number): Pair => {
    const sine = Math.sin(radians(latitude));
    const t = Math.sinh(Math.atanh(sine) - e * Math.atanh(e * sine));
    const lambda = radians(longitude - meridian);
    const xi = Math.atan2(t, Math.cos(lambda));
    const eta = Math.atanh(Math.sin(lambda) / Math.sqrt(1 + t * t));
    const sums = alpha.map((term, index) => {
      const double = 2 * (index + 1);
      return [
        term * Math.cos(double * xi) * Math.sinh(double * eta),
        term * Math.sin(double * xi) * Math.cosh(double * eta),
      ] as const;
    });
    const east = eta + sums.reduce((sum, [one]) => sum + one, 0);
    const north = xi + sums.reduce((sum, [, one]) => sum + one, 0);
    return [500_000 + 0.9996 * radius * east, northing + 0.9996 * radius * north];
  };
}

/** WGS84 → NTF by the geocentric shift of −168, −60, 320 m. */
export function toNtf(latitude: number, longitude: number): Pair {
  const [phi, lambda] = [radians(latitude), radians(longitude)];
  const normal = WGS84.a / Math.sqrt(1 - (WGS84.e * Math.sin(phi)) ** 2);
  const x = normal * Math.cos(phi) * Math.cos(lambda) + 168;
  const y = normal * Math.cos(phi) * Math.sin(lambda) + 60;
  const z = normal * (1 - WGS84.e ** 2) * Math.sin(phi) - 320;
  const p = Math.hypot(x, y);
  let found = Math.atan2(z, p * (1 - NTF.e ** 2));
  for (let turn = 0; turn < 10; turn++) {
    const radius = NTF.a / Math.sqrt(1 - (NTF.e * Math.sin(found)) ** 2);
    found = Math.atan2(z + NTF.e ** 2 * radius * Math.sin(found), p);
  }
  return [(found * 180) / Math.PI, (Math.atan2(y, x) * 180) / Math.PI];
}
