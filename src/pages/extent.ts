import { pathRings } from './path-rings.ts';
import type { Point } from './projection.ts';

/** Whether a point, WGS84 degrees, lies within. */
export type Extent = (latitude: number, longitude: number) => boolean;

/** Degrees of a square's side, and of a band's height: few squares of a country have a border in them. */
const SIDE = 0.05;
const UNITS_A_DEGREE = 1000;

/**
 * What lies within the rings of a path (thousandths of a degree, longitude first): an odd number of edges is west of it.
 * Squares without an edge are wholly inside or outside, which is found out once; so a million points take a moment.
 */
export function createExtent(path: string): Extent {
  const edges = pathRings(path).flatMap(edgesOf);
  const south = Math.min(...edges.map(({ low }) => low));
  const north = Math.max(...edges.map(({ high }) => high));
  const west = Math.min(...edges.map((edge) => edge.west));
  const east = Math.max(...edges.map((edge) => edge.east));
  const columns = Math.floor((east - west) / SIDE) + 1;
  const bands = Array.from({ length: Math.floor((north - south) / SIDE) + 1 }, (_, row) => {
    const [low, high] = [south + row * SIDE, south + (row + 1) * SIDE];
    const within = edges.filter((edge) => edge.high >= low && edge.low <= high);
    return { edges: packed(within), squares: squaresOf(within, { low, high, west, columns }) };
  });
  return (latitude, longitude) => {
    const band = bands[Math.floor((latitude - south) / SIDE)];
    const square = band?.squares[Math.floor((longitude - west) / SIDE)];
    if (band === undefined || square === undefined) return false;
    return square === MIXED ? isWithin(band.edges, latitude, longitude) : square === INSIDE;
  };
}

const INSIDE = 1;
const MIXED = 2;
/** Degrees by which sums of decimals may be off. */
const NEARLY = 1e-9;

interface Band {
  readonly low: number;
  readonly high: number;
  readonly west: number;
  readonly columns: number;
}

/** Of each square of a band: whether it is inside, outside, or has an edge in it. */
function squaresOf(edges: readonly Edge[], { low, high, west, columns }: Band): Uint8Array {
  const squares = new Uint8Array(columns);
  const columnOf = (longitude: number) => Math.floor((longitude - west) / SIDE);
  for (const edge of edges) {
    const [from, to] = edge.low === edge.high ? [edge.west, edge.east] : partOf(edge, low, high);
    squares.fill(MIXED, Math.max(0, columnOf(from - NEARLY)), columnOf(to + NEARLY) + 1);
  }
  const all = packed(edges);
  const middle = (low + high) / 2;
  for (const [column, square] of squares.entries())
    if (square !== MIXED && isWithin(all, middle, west + (column + 0.5) * SIDE)) squares[column] = INSIDE;
  return squares;
}

/** The longitudes that an edge has in a band. */
function partOf(edge: Edge, low: number, high: number): readonly [number, number] {
  const [from, to] = [Math.max(low, edge.low), Math.min(high, edge.high)].map(
    (latitude) => edge.start + latitude * edge.slope,
  ) as [number, number];
  return [Math.min(from, to), Math.max(from, to)];
}

/** A side of a ring, by its ends; its longitude at 0° and how much that grows by the degree, where it is not along a parallel. */
interface Edge {
  readonly low: number;
  readonly high: number;
  readonly west: number;
  readonly east: number;
  readonly start: number;
  readonly slope: number;
}

function edgesOf(ring: readonly Point[]): readonly Edge[] {
  return ring.map(([x, y], at) => {
    const [toX, toY] = ring[(at + 1) % ring.length] ?? [x, y];
    const slope = y === toY ? 0 : (toX - x) / (toY - y);
    return {
      low: Math.min(y, toY) / UNITS_A_DEGREE,
      high: Math.max(y, toY) / UNITS_A_DEGREE,
      west: Math.min(x, toX) / UNITS_A_DEGREE,
      east: Math.max(x, toX) / UNITS_A_DEGREE,
      slope,
      start: (x - slope * y) / UNITS_A_DEGREE,
    };
  });
}

const MEMBERS = 4;

const packed = (edges: readonly Edge[]): Float64Array =>
  Float64Array.from(edges.flatMap(({ low, high, start, slope }) => [low, high, start, slope]));

function isWithin(band: Float64Array, latitude: number, longitude: number): boolean {
  let isIn = false;
  for (let at = 0; at < band.length; at += MEMBERS) {
    if (latitude < (band[at] as number) || latitude >= (band[at + 1] as number)) continue;
    if ((band[at + 2] as number) + latitude * (band[at + 3] as number) < longitude) isIn = !isIn;
  }
  return isIn;
}
