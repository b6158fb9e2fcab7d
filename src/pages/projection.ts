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

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Lambert's conformal conic with the parallels and the origin of Lambert-93 (IGN, RGF93): 44°, 49°; 46.5° N, 3° E. */
export function lambert93({ scale, left, top }: Fit): Projection {
  const [first, second, origin, meridian] = [44, 49, 46.5, 3].map(radians) as [
    number,
    number,
    number,
    number,
  ];
  const conic = (phi: number) => Math.tan(Math.PI / 4 + phi / 2);
  const n = Math.log(Math.cos(first) / Math.cos(second)) / Math.log(conic(second) / conic(first));
  const f = (Math.cos(first) * conic(first) ** n) / n;
  const radius = (phi: number) => f / conic(phi) ** n;
  return (latitude, longitude) => {
    const rho = radius(radians(latitude));
    const angle = n * (radians(longitude) - meridian);
    const [x, y] = [rho * Math.sin(angle), rho * Math.cos(angle) - radius(origin)];
    return [(x - left) * scale, (y - top) * scale];
  };
}

/** Plate carrée true at a parallel: enough for an island. */
export function equirectangular({ scale, left, top }: Fit, parallel: number): Projection {
  const width = Math.cos(radians(parallel));
  return (latitude, longitude) => [
    (radians(longitude) * width - left) * scale,
    (-radians(latitude) - top) * scale,
  ];
}
