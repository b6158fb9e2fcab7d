import type { PlaceColumns } from '../../model/index.ts';
import { type GatheredCell, GatheredSquares } from './gathered-squares.ts';
import { cellAround, type MercatorGrid, mercatorGrid } from './mercator-grid.ts';

export interface GatheredPlaces {
  /** Found things that have a place. */
  readonly located: number;
  /** Those in the squares: as many as the cells count together. */
  readonly gathered: number;
  /** Row by row, from the north-west. */
  readonly cells: readonly GatheredCell[];
}

/**
 * Gathers found things by the squares of a grid: every thing in one of them is in exactly one cell. Many things are gathered
 * once, in fine squares, from which large ones are made; an index of clusters (supercluster 9.1) takes seconds and hundreds
 * of megabytes for a million, for each question anew.
 */
export function gatherCells(places: PlaceColumns, grid: MercatorGrid): GatheredPlaces {
  const { things } = places;
  const squares = things.length > FEW ? fromLeaves(places, grid) : fromPlaces(places, grid);
  const cells: GatheredCell[] = [];
  let gathered = 0;
  for (const [cell, count] of squares.counts.entries()) {
    if (count === 0) continue;
    gathered += count;
    cells.push(squares.cell(cell, things));
  }
  return { located: things.length, gathered, cells };
}

/** Things that are gathered anew for every view, in less than a millisecond. */
const FEW = 20_000;
/** Level of the fine squares: a department, seen whole. */
const LEAF_ZOOM = 8;
const WORLD = { south: -90, west: -180, north: 90, east: 180 } as const;

function fromPlaces(
  { things, latitudes, longitudes }: PlaceColumns,
  grid: MercatorGrid,
  ranks?: Uint32Array,
): GatheredSquares {
  const squares = new GatheredSquares(grid.columns * grid.rows);
  const many = ranks?.length ?? things.length;
  for (let at = 0; at < many; at++) {
    const rank = ranks ? (ranks[at] as number) : at;
    const latitude = latitudes[rank] as number;
    const longitude = longitudes[rank] as number;
    const cell = grid.cellOf(latitude, longitude);
    if (cell >= 0) squares.put(cell, rank, latitude, longitude);
  }
  return squares;
}

/** Fine squares that hold something. */
interface Leaves {
  /** Rank of a thing → number of its leaf. */
  readonly of: Int32Array;
  /** Number of a leaf → its square on the grid of the whole world. */
  readonly cells: readonly number[];
  readonly squares: GatheredSquares;
}

const LEAF_GRID = mercatorGrid(WORLD, LEAF_ZOOM);
/** Leaves go with the columns that they were made from. */
const LEAVES = new WeakMap<PlaceColumns, Leaves>();

function leavesOf(places: PlaceColumns): Leaves {
  const known = LEAVES.get(places);
  if (known) return known;
  const made = gatherLeaves(places);
  LEAVES.set(places, made);
  return made;
}

function gatherLeaves({ things, latitudes, longitudes }: PlaceColumns): Leaves {
  const numbers = new Int32Array(LEAF_GRID.size ** 2);
  const of = new Int32Array(things.length);
  const cells: number[] = [];
  for (let rank = 0; rank < things.length; rank++) {
    const cell = LEAF_GRID.cellOf(latitudes[rank] as number, longitudes[rank] as number);
    if (numbers[cell] === 0) numbers[cell] = cells.push(cell);
    of[rank] = (numbers[cell] as number) - 1;
  }
  const squares = new GatheredSquares(cells.length);
  for (let rank = 0; rank < things.length; rank++)
    squares.put(of[rank] as number, rank, latitudes[rank] as number, longitudes[rank] as number);
  return { of, cells, squares };
}

function fromLeaves(places: PlaceColumns, grid: MercatorGrid): GatheredSquares {
  const leaves = leavesOf(places);
  if (grid.zoom > LEAF_ZOOM) return fromPlaces(places, grid, ranksNear(grid, leaves));
  const squares = new GatheredSquares(grid.columns * grid.rows);
  for (const [leaf, at] of leaves.cells.entries()) {
    const row = Math.floor(at / LEAF_GRID.columns);
    const cell = cellAround(grid, row, at % LEAF_GRID.columns, LEAF_ZOOM);
    if (cell >= 0) squares.add(cell, leaves.squares, leaf);
  }
  return squares;
}

/** The things in leaves that hold some of a grid of a finer level: most are far off. */
function ranksNear(grid: MercatorGrid, { of, cells, squares }: Leaves): Uint32Array {
  const shift = grid.zoom - LEAF_ZOOM;
  const within = (value: number, from: number, many: number) =>
    value >= from >> shift && value <= (from + many - 1) >> shift;
  const isNear = Uint8Array.from(cells, (at) => {
    const [row, column] = [Math.floor(at / LEAF_GRID.columns), at % LEAF_GRID.columns];
    const isInColumns =
      within(column, grid.first, grid.columns) || within(column + LEAF_GRID.size, grid.first, grid.columns);
    return isInColumns && within(row, grid.top, grid.rows) ? 1 : 0;
  });
  const ranks = new Uint32Array(
    squares.counts.reduce((sum, count, leaf) => sum + count * (isNear[leaf] ?? 0), 0),
  );
  let end = 0;
  for (let rank = 0; end < ranks.length; rank++) if (isNear[of[rank] as number] === 1) ranks[end++] = rank;
  return ranks;
}
