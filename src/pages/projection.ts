/** A point in the units of a drawing, x to the right, y downwards. */
export type Point = readonly [x: number, y: number];

/** From WGS84 degrees to the units of a drawing. */
export type Projection = (latitude: number, longitude: number) => Point;

/** Where a plane is laid on the paper: units per radian, and the plane's point at the paper's corner. */
export interface Fit {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** How an outline was projected, as data: browsers project by it too. */
export type PaperProjection =
  | ({ readonly kind: 'lambert93' } & Fit)
  /** True at the parallel, in degrees. */
  | ({ readonly kind: 'equirectangular'; readonly parallel: number } & Fit);

export const projectionOf = (projection: PaperProjection): Projection =>
  projection.kind === 'lambert93' ? lambert93(projection) : equirectangular(projection, projection.parallel);

const radians = (value: number): number => (value * Math.PI) / 180;
const degrees = (value: number): number => (value * 180) / Math.PI;

/** Lambert's conformal conic with the parallels and the origin of Lambert-93 (IGN, RGF93): 44°, 49°; 46.5° N, 3° E. */
export function lambert93({ scale, left, top }: Fit): Projection {
  const { n, meridian, radius, origin } = cone();
  return (latitude, longitude) => {
    const rho = radius(radians(latitude));
    const angle = n * (radians(longitude) - meridian);
    const [x, y] = [rho * Math.sin(angle), rho * Math.cos(angle) - origin];
    return [(x - left) * scale, (y - top) * scale];
  };
}

function cone() {
  const [first, second, parallel, meridian] = [44, 49, 46.5, 3].map(radians) as [
    number,
    number,
    number,
    number,
  ];
  const conic = (phi: number) => Math.tan(Math.PI / 4 + phi / 2);
  const n = Math.log(Math.cos(first) / Math.cos(second)) / Math.log(conic(second) / conic(first));
  const f = (Math.cos(first) * conic(first) ** n) / n;
  const radius = (phi: number) => f / conic(phi) ** n;
  const latitudeAt = (rho: number) => 2 * Math.atan((f / rho) ** (1 / n)) - Math.PI / 2;
  return { n, meridian, radius, latitudeAt, origin: radius(parallel) };
}

/** Plate carrée true at a parallel: enough for an island. */
export function equirectangular({ scale, left, top }: Fit, parallel: number): Projection {
  const width = Math.cos(radians(parallel));
  return (latitude, longitude) => [
    (radians(longitude) * width - left) * scale,
    (-radians(latitude) - top) * scale,
  ];
}

/** From the units of a drawing back to WGS84 degrees: latitude, longitude. */
export function unprojectionOf(projection: PaperProjection): (point: Point) => Point {
  const { scale, left, top } = projection;
  const onPlane = ([x, y]: Point): Point => [x / scale + left, y / scale + top];
  if (projection.kind === 'equirectangular') {
    const width = Math.cos(radians(projection.parallel));
    return (point) => {
      const [x, y] = onPlane(point);
      return [degrees(-y), degrees(x / width)];
    };
  }
  const { n, meridian, latitudeAt, origin } = cone();
  return (point) => {
    const [x, y] = onPlane(point);
    const longitude = Math.atan2(x, y + origin) / n + meridian;
    return [degrees(latitudeAt(Math.hypot(x, y + origin))), degrees(longitude)];
  };
}
