// @ts-check

const radians = (degrees) => (degrees * Math.PI) / 180;

/**
 * From WGS84 degrees to the units of a drawing, as the drawing says it was projected.
 * @param {{ kind: 'lambert93' | 'equirectangular', scale: number, left: number, top: number, parallel?: number }} projection
 * @returns {(latitude: number, longitude: number) => [number, number]}
 */
export const projectionOf = (projection) =>
  projection.kind === 'lambert93' ? lambert93(projection) : equirectangular(projection);

/** Lambert's conformal conic with the parallels and the origin of Lambert-93: 44°, 49°; 46.5° N, 3° E. */
function lambert93({ scale, left, top }) {
  const conic = (phi) => Math.tan(Math.PI / 4 + phi / 2);
  const [first, second] = [radians(44), radians(49)];
  const n = Math.log(Math.cos(first) / Math.cos(second)) / Math.log(conic(second) / conic(first));
  const f = (Math.cos(first) * conic(first) ** n) / n;
  const radius = (latitude) => f / conic(radians(latitude)) ** n;
  return (latitude, longitude) => {
    const angle = n * radians(longitude - 3);
    const rho = radius(latitude);
    return [(rho * Math.sin(angle) - left) * scale, (rho * Math.cos(angle) - radius(46.5) - top) * scale];
  };
}

/** Plate carrée true at a parallel. */
function equirectangular({ scale, left, top, parallel = 0 }) {
  const width = Math.cos(radians(parallel));
  return (latitude, longitude) => [(radians(longitude) * width - left) * scale, (-radians(latitude) - top) * scale];
}

/**
 * Where each territory stands on one sheet: the first large, the others in rows of equal cells below it.
 * @param {readonly { width: number, height: number }[]} territories
 * @returns {{ left: number, top: number, scale: number, size: number }[]}
 */
export function sheetOf(territories) {
  const [main] = territories;
  if (main === undefined) return [];
  const columns = 5;
  const cell = main.width / columns;
  return territories.map(({ width, height }, index) => {
    if (index === 0) return { left: 0, top: 0, scale: 1, size: main.width };
    const [column, row] = [(index - 1) % columns, Math.floor((index - 1) / columns)];
    const scale = (cell * 0.78) / Math.max(width, height);
    return {
      left: column * cell + cell * 0.11,
      top: main.height + 40 + row * cell * 1.15,
      scale,
      size: cell,
    };
  });
}
