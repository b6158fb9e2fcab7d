import { type MapBounds, UNITS_A_DEGREE } from '../../model/index.ts';

/**
 * Squares of Web Mercator, all of one size on the screen, that together hold a part of the map. A square stands at the same
 * place whatever part is looked at: what is gathered in it stays together while the map is moved. Squares of one level are
 * four of the next.
 */
export interface MercatorGrid {
  readonly zoom: number;
  /** Squares around the world at this level. */
  readonly size: number;
  /** Where this grid begins among them: column from the antimeridian, row from the north. */
  readonly first: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  /** The number of the square that a point, in units, is in, row by row; -1 outside. */
  cellOf(latitude: number, longitude: number): number;
}

/** CSS pixels of a square's side; tiles have 256. */
export const CELL_PIXELS = 64;
const CELLS_A_TILE = 256 / CELL_PIXELS;

/** The grid that holds some bounds at a zoom level: whole squares. */
export function mercatorGrid({ south, west, north, east }: MapBounds, zoom: number): MercatorGrid {
  const size = CELLS_A_TILE * 2 ** zoom;
  const within = (value: number) => Math.min(size - 1, Math.max(0, Math.floor(value)));
  const columnOf = (longitude: number) => within((longitude / 360 + 0.5) * size);
  const [first, last] = [columnOf(west), columnOf(east)];
  const isRound = west > east;
  const columns = Math.min(size, last - first + 1 + (isRound ? size : 0));
  const [top, bottom] = [within(rowOf(north, size)), within(rowOf(south, size))];
  const part = { zoom, size, first, top, columns, rows: bottom - top + 1 };
  let cellOf: MercatorGrid['cellOf'] | undefined;
  return {
    ...part,
    // Tables are made for what is looked up: a grid may be refused for its size before.
    cellOf: (latitude, longitude) => {
      cellOf ??= createCellOf(part);
      return cellOf(latitude, longitude);
    },
  };
}

/** The square of a grid that holds a square of a finer level, told by its row and column around the world; -1 outside. */
export function cellAround(grid: MercatorGrid, row: number, column: number, zoom: number): number {
  const shift = zoom - grid.zoom;
  const down = (row >> shift) - grid.top;
  let right = (column >> shift) - grid.first;
  if (right < 0) right += grid.size;
  return down < 0 || down >= grid.rows || right >= grid.columns ? -1 : down * grid.columns + right;
}

/** Slices of a grid's latitudes, each of which knows the row it begins in. */
const SLICES = 4096;

/** Logarithms take too long for a million points: rows are looked up by the latitudes they begin at. */
function createCellOf(part: Omit<MercatorGrid, 'cellOf'>): MercatorGrid['cellOf'] {
  const { size, first, columns, rows } = part;
  const edges = edgesOf(part);
  const [north, south] = [edges[0] as number, edges[rows] as number];
  const slicesAUnit = SLICES / (north - south);
  const rowsOfSlices = new Uint16Array(SLICES + 1);
  for (let slice = 0, row = 0; slice <= SLICES; slice++) {
    while (row < rows - 1 && north - slice / slicesAUnit <= (edges[row + 1] as number)) row++;
    rowsOfSlices[slice] = row;
  }
  const columnsAUnit = size / (360 * UNITS_A_DEGREE);
  return (latitude, longitude) => {
    if (latitude > north || latitude <= south) return -1;
    let column = Math.min(size - 1, Math.floor(longitude * columnsAUnit + size / 2)) - first;
    if (column < 0) column += size;
    if (column >= columns) return -1;
    let row = rowsOfSlices[Math.floor((north - latitude) * slicesAUnit)] as number;
    // A slice may hold the beginning of a row, or of several near a pole.
    while (row > 0 && latitude > (edges[row] as number)) row--;
    while (row < rows - 1 && latitude <= (edges[row + 1] as number)) row++;
    return row * columns + column;
  };
}

/** Where rows begin, in units of latitude, from the north; the last ends. */
function edgesOf({ size, top, rows }: Omit<MercatorGrid, 'cellOf'>): Float64Array {
  const edges = Float64Array.from(
    { length: rows + 1 },
    (_, row) => latitudeOf(top + row, size) * UNITS_A_DEGREE,
  );
  // The poles are beyond the map: what lies there belongs to the outermost rows.
  if (top === 0) edges[0] = 90 * UNITS_A_DEGREE;
  if (top + rows === size) edges[rows] = -91 * UNITS_A_DEGREE;
  return edges;
}

const rowOf = (latitude: number, size: number): number => {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size;
};

const latitudeOf = (row: number, size: number): number =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / size))) * 180) / Math.PI;
