// @ts-check

const radians = (degrees) => (degrees * Math.PI) / 180;

/**
 * From WGS84 degrees to the units of a drawing, as the drawing says it was projected.
 * @param {{ kind: 'lambert93' | 'equirectangular', scale: number, left: number, top: number, parallel?: number }} projection
 * @returns {(latitude: number, longitude: number) => [number, number]}
 */
export const projectionOf = (projection) =>
  projection.kind === 'lambert93' ? lambert93(projection) : equirectangular(projection);

/**
 * Lambert's conformal conic with the parallels and the origin of Lambert-93: 44°, 49°; 46.5° N, 3° E.
 * @returns {(latitude: number, longitude: number) => [number, number]}
 */
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

/**
 * Plate carrée true at a parallel.
 * @returns {(latitude: number, longitude: number) => [number, number]}
 */
function equirectangular({ scale, left, top, parallel = 0 }) {
  const width = Math.cos(radians(parallel));
  return (latitude, longitude) => [
    (radians(longitude) * width - left) * scale,
    (-radians(latitude) - top) * scale,
  ];
}

/**
 * Where each territory stands on one sheet: the first large; the others in equal cells, below it on a narrow sheet, beside
 * it on a wide one.
 * @param {readonly { width: number, height: number }[]} territories
 * @param {boolean} isWide
 */
export function sheetOf(territories, isWide) {
  const [main = { width: 1000, height: 1000 }] = territories;
  const columns = isWide ? Math.ceil((territories.length - 1) / 3) : 5;
  const cell = isWide ? 230 : main.width / columns;
  const [left, top] = isWide ? [main.width + 30, 0] : [0, main.height + 40];
  const high = isWide ? main.height / 3 : cell * 1.2;
  const rows = Math.ceil((territories.length - 1) / columns);
  const cells = territories.map(({ width, height }, index) => {
    if (index === 0) return { left: 0, top: 0, scale: 1 };
    const [column, row] = [(index - 1) % columns, Math.floor((index - 1) / columns)];
    const scale = (cell * 0.76) / Math.max(width, height);
    return { left: left + column * cell + cell * 0.12, top: top + row * high + (isWide ? 20 : 0), scale };
  });
  const width = isWide ? left + columns * cell : main.width;
  return { cells, width, height: isWide ? main.height : top + rows * high };
}
