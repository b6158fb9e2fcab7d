import { type MapBounds, type PlaceColumns, UNITS_A_DEGREE } from '../model/index.ts';
import type { Extent } from './extent.ts';
import { TERRITORIES } from './territories.ts';
import type { Coordinates, Territory } from './territory.ts';
import { extentOf, isInBox } from './territory-of.ts';

/** A dot of a drawn map: so many places, all of one small square, and the first of them. */
export interface CountedPlace extends Coordinates {
  readonly count: number;
}

/** How much lies in one territory, or outside all of them. */
export interface TerritoryCount {
  /** Absent: abroad, or at sea. */
  readonly territory?: Territory;
  readonly count: number;
  /** The least that holds it. */
  readonly box: MapBounds;
}

/** Where everything lies that was found, however much it is. */
export interface PlaceTally {
  /** Things that have a place. */
  readonly total: number;
  /** In the order of `TERRITORIES`, elsewhere last; those without any left out. */
  readonly territories: readonly TerritoryCount[];
  /** What drawn maps show, neighbours beyond a border too; at most `SQUARES`² for each. */
  readonly dots: readonly CountedPlace[];
}

/** Squares of a territory's box from side to side: as fine as a drawing shows. */
const SQUARES = 250;
const ALL_SQUARES = (SQUARES + 1) ** 2;

/** Counts places, each once: a million take a moment, and little room. */
export function tallyPlaces(places: PlaceColumns): PlaceTally {
  const { latitudes, longitudes } = places;
  const parts = TERRITORIES.map((territory) => createPart(territory));
  const elsewhere = createCount();
  for (let at = 0; at < latitudes.length; at++) {
    const latitude = (latitudes[at] as number) / UNITS_A_DEGREE;
    const longitude = (longitudes[at] as number) / UNITS_A_DEGREE;
    const part = partAt(parts, latitude, longitude);
    if (part) addDot(part, at, latitude, longitude);
    addTo(part?.extent(latitude, longitude) ? part.inside : elsewhere, latitude, longitude);
  }
  return {
    total: latitudes.length,
    territories: [
      ...parts.map(({ territory, inside }) => ({ territory, ...told(inside) })),
      told(elsewhere),
    ].filter(({ count }) => count > 0),
    dots: parts.flatMap((part) => dotsOf(part, places)),
  };
}

/** Places and the least that holds them. */
interface Count {
  count: number;
  south: number;
  west: number;
  north: number;
  east: number;
}

const createCount = (): Count => ({ count: 0, south: 91, west: 181, north: -91, east: -181 });

function addTo(into: Count, latitude: number, longitude: number): void {
  into.count++;
  if (latitude < into.south) into.south = latitude;
  if (longitude < into.west) into.west = longitude;
  if (latitude > into.north) into.north = latitude;
  if (longitude > into.east) into.east = longitude;
}

const told = ({ count, ...box }: Count): TerritoryCount => ({ count, box });

/** What a territory's map shows. */
interface Part {
  readonly territory: Territory;
  readonly extent: Extent;
  readonly inside: Count;
  /** By square: how many there are, and the rank of the first from 1 on. Made with the first. */
  squares?: { readonly counts: Uint32Array; readonly firsts: Uint32Array };
}

const createPart = (territory: Territory): Part => ({
  territory,
  extent: extentOf(territory),
  inside: createCount(),
});

function partAt(parts: readonly Part[], latitude: number, longitude: number): Part | undefined {
  for (const part of parts) if (isInBox(part.territory, latitude, longitude)) return part;
  return undefined;
}

function addDot(part: Part, rank: number, latitude: number, longitude: number): void {
  part.squares ??= { counts: new Uint32Array(ALL_SQUARES), firsts: new Uint32Array(ALL_SQUARES) };
  const { counts, firsts } = part.squares;
  const square = squareOf(part.territory, latitude, longitude);
  const count = counts[square] as number;
  if (count === 0) firsts[square] = rank + 1;
  counts[square] = count + 1;
}

function dotsOf({ squares }: Part, { latitudes, longitudes }: PlaceColumns): readonly CountedPlace[] {
  if (!squares) return [];
  return squares.firsts.reduce<CountedPlace[]>((dots, first, square) => {
    if (first === 0) return dots;
    const latitude = (latitudes[first - 1] as number) / UNITS_A_DEGREE;
    const longitude = (longitudes[first - 1] as number) / UNITS_A_DEGREE;
    dots.push({ latitude, longitude, count: squares.counts[square] as number });
    return dots;
  }, []);
}

function squareOf({ south, west, north, east }: Territory, latitude: number, longitude: number): number {
  const row = Math.floor(((latitude - south) / (north - south)) * SQUARES);
  const column = Math.floor(((longitude - west) / (east - west)) * SQUARES);
  return row * (SQUARES + 1) + column;
}
