import { type MapBounds, UNITS_A_DEGREE } from '../../model/index.ts';

/** Things in one square of the map. */
export interface GatheredCell {
  readonly count: number;
  /** The middle of their places. */
  readonly latitude: number;
  readonly longitude: number;
  /** The least that holds them all. */
  readonly box: MapBounds;
  /** The best of them. */
  readonly thing: number;
}

const HIGHEST = 0x7fffffff;

/** What is gathered of so many squares, column by column, in units. */
export class GatheredSquares {
  readonly counts: Uint32Array;
  /** The rank of the best thing of a square. */
  readonly best: Uint32Array;
  readonly #latitudes: Float64Array;
  readonly #longitudes: Float64Array;
  readonly #south: Int32Array;
  readonly #west: Int32Array;
  readonly #north: Int32Array;
  readonly #east: Int32Array;

  constructor(size: number) {
    this.counts = new Uint32Array(size);
    this.best = new Uint32Array(size);
    [this.#latitudes, this.#longitudes] = [new Float64Array(size), new Float64Array(size)];
    [this.#south, this.#west] = [new Int32Array(size).fill(HIGHEST), new Int32Array(size).fill(HIGHEST)];
    [this.#north, this.#east] = [new Int32Array(size).fill(-HIGHEST), new Int32Array(size).fill(-HIGHEST)];
  }

  /** Puts a thing into a square: the best first. */
  put(cell: number, rank: number, latitude: number, longitude: number): void {
    const count = this.counts[cell] as number;
    if (count === 0) this.best[cell] = rank;
    this.counts[cell] = count + 1;
    this.#latitudes[cell] = (this.#latitudes[cell] as number) + latitude;
    this.#longitudes[cell] = (this.#longitudes[cell] as number) + longitude;
    if (latitude < (this.#south[cell] as number)) this.#south[cell] = latitude;
    if (latitude > (this.#north[cell] as number)) this.#north[cell] = latitude;
    if (longitude < (this.#west[cell] as number)) this.#west[cell] = longitude;
    if (longitude > (this.#east[cell] as number)) this.#east[cell] = longitude;
  }

  /** Puts everything of a square of others into one of these. */
  add(cell: number, others: GatheredSquares, from: number): void {
    const rank = others.best[from] as number;
    if (this.counts[cell] === 0 || rank < (this.best[cell] as number)) this.best[cell] = rank;
    this.counts[cell] = (this.counts[cell] as number) + (others.counts[from] as number);
    for (const [into, out] of [
      [this.#latitudes, others.#latitudes],
      [this.#longitudes, others.#longitudes],
    ] as const)
      into[cell] = (into[cell] as number) + (out[from] as number);
    this.#south[cell] = Math.min(this.#south[cell] as number, others.#south[from] as number);
    this.#west[cell] = Math.min(this.#west[cell] as number, others.#west[from] as number);
    this.#north[cell] = Math.max(this.#north[cell] as number, others.#north[from] as number);
    this.#east[cell] = Math.max(this.#east[cell] as number, others.#east[from] as number);
  }

  /** A square in degrees, its best thing by number. */
  cell(cell: number, things: Uint32Array): GatheredCell {
    const count = this.counts[cell] as number;
    const degrees = (units: Int32Array) => (units[cell] as number) / UNITS_A_DEGREE;
    const box = {
      south: degrees(this.#south),
      west: degrees(this.#west),
      north: degrees(this.#north),
      east: degrees(this.#east),
    };
    // The mean of one spot is that spot, to the last digit.
    const mean = (sums: Float64Array, low: number, high: number) =>
      Math.min(high, Math.max(low, (sums[cell] as number) / count / UNITS_A_DEGREE));
    return {
      count,
      latitude: mean(this.#latitudes, box.south, box.north),
      longitude: mean(this.#longitudes, box.west, box.east),
      box,
      thing: things[this.best[cell] as number] as number,
    };
  }
}
