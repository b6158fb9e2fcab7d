import type { DatabaseSync } from 'node:sqlite';
import { type MapBounds, type PlaceColumns, unitsOf } from '../../model/index.ts';
import { CHUNK } from './finder-tables.ts';
import { NOWHERE, readValues, unpacked } from './found-things-chunk.ts';
import { addTo, emptySet, type NumberSet, sizeOf } from './number-set.ts';

interface ChunkRow {
  readonly chunk: number;
  readonly resources: Uint8Array;
  readonly places: Uint8Array;
  readonly facets: Uint8Array;
}

/** What is known of every thing by its number, in memory: some thirty octets a thing. */
export class FoundThings {
  readonly size: number;
  /** Number of a thing → its resource. */
  readonly resources: Uint32Array;
  readonly #resourceCount: number;
  readonly #places: Int32Array;
  /** Values of the facets of all things, one after the other. */
  readonly #values: Uint32Array | Uint16Array;
  /** Number of a thing → where its values begin. */
  readonly #starts: Uint32Array;

  constructor(database: DatabaseSync, { values }: { values: number }) {
    const rows = database
      .prepare('SELECT * FROM found_things ORDER BY chunk')
      .all() as unknown as readonly ChunkRow[];
    const parts = rows.map(({ resources }) => new Uint32Array(unpacked(resources).buffer));
    this.size = parts.reduce((sum, { length }) => sum + length, 0);
    this.resources = new Uint32Array(this.size);
    this.#places = new Int32Array(2 * this.size);
    this.#starts = new Uint32Array(this.size + 1);
    for (const [at, part] of parts.entries()) this.resources.set(part, at * CHUNK);
    for (const { chunk, places } of rows)
      this.#places.set(new Int32Array(unpacked(places).buffer), 2 * chunk * CHUNK);
    this.#resourceCount = 1 + this.resources.reduce((most, one) => Math.max(one, most), 0);
    const facets = rows.map((row) => unpacked(row.facets));
    const room = facets.reduce((sum, { length }) => sum + length, 0);
    const all = values < 65_536 ? new Uint16Array(room) : new Uint32Array(room);
    const into = { values: all, starts: this.#starts };
    const { end } = facets.reduce((read, octets) => readValues(octets, into, read), { things: 0, end: 0 });
    this.#values = all.slice(0, end);
  }

  /** Those of some things that have a place, set after set. */
  columnsOf(sets: readonly NumberSet[]): PlaceColumns {
    const room = sets.reduce((sum, set) => sum + sizeOf(set), 0);
    const things = new Uint32Array(room);
    const [latitudes, longitudes] = [new Int32Array(room), new Int32Array(room)];
    let end = 0;
    for (const set of sets)
      for (let word = 0; word < set.length; word++)
        for (let bits = set[word] as number; bits !== 0; bits &= bits - 1) {
          const number = (word << 5) + 31 - Math.clz32(bits & -bits);
          const latitude = this.#places[2 * number] as number;
          if (latitude === NOWHERE) continue;
          things[end] = number;
          latitudes[end] = latitude;
          longitudes[end++] = this.#places[2 * number + 1] as number;
        }
    // Things without a place keep no room.
    const kept = <T extends Uint32Array | Int32Array>(column: T) => column.slice(0, end) as T;
    return { things: kept(things), latitudes: kept(latitudes), longitudes: kept(longitudes) };
  }

  /** How many of some things have each value. */
  countValues(set: NumberSet, values: number): Uint32Array {
    const counts = new Uint32Array(values);
    const all = this.#values;
    const starts = this.#starts;
    for (let word = 0; word < set.length; word++)
      for (let bits = set[word] as number; bits !== 0; bits &= bits - 1) {
        const number = (word << 5) + 31 - Math.clz32(bits & -bits);
        const end = starts[number + 1] as number;
        for (let at = starts[number] as number; at < end; at++) {
          const value = all[at] as number;
          counts[value] = (counts[value] as number) + 1;
        }
      }
    return counts;
  }

  /** Those of some things that have a value. */
  having(value: number, set: NumberSet): NumberSet {
    const having = new Uint32Array(set.length);
    const all = this.#values;
    const starts = this.#starts;
    for (let word = 0; word < set.length; word++) {
      let found = 0;
      for (let bits = set[word] as number; bits !== 0; bits &= bits - 1) {
        const lowest = bits & -bits;
        const number = (word << 5) + 31 - Math.clz32(lowest);
        const end = starts[number + 1] as number;
        for (let at = starts[number] as number; at < end; at++)
          if (all[at] === value) {
            found |= lowest;
            break;
          }
      }
      having[word] = found;
    }
    return having;
  }

  /** Resources of those of some things that lie within bounds, or have a place at all. */
  placed(
    set: NumberSet,
    bounds: MapBounds | undefined,
  ): { readonly total: number; readonly resources: NumberSet } {
    const resources = emptySet(this.#resourceCount);
    const isIn = boundsTest(bounds);
    let total = 0;
    for (let word = 0; word < set.length; word++)
      for (let bits = set[word] as number; bits !== 0; bits &= bits - 1) {
        const number = (word << 5) + 31 - Math.clz32(bits & -bits);
        const latitude = this.#places[2 * number] as number;
        if (latitude === NOWHERE || !isIn(latitude, this.#places[2 * number + 1] as number)) continue;
        total++;
        addTo(resources, this.resources[number] as number);
      }
    return { total, resources };
  }
}

/** Tells whether a place, in units, lies within bounds, in degrees. */
function boundsTest(bounds: MapBounds | undefined): (latitude: number, longitude: number) => boolean {
  if (!bounds) return () => true;
  const [south, west, north, east] = [bounds.south, bounds.west, bounds.north, bounds.east].map(unitsOf) as [
    number,
    number,
    number,
    number,
  ];
  return (latitude, longitude) => {
    if (latitude < south || latitude > north) return false;
    return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
  };
}
