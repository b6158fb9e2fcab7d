/** Degrees as places are kept: whole numbers, to a centimetre. */
export const UNITS_A_DEGREE = 1e7;

export const unitsOf = (degrees: number): number => Math.round(degrees * UNITS_A_DEGREE);

/**
 * Found things that have a place, the best first, column by column: a million are counted and gathered in milliseconds, for
 * nothing is called or made for each. The same question gives the same object while it is remembered: what is counted from it
 * can be kept beside it.
 */
export interface PlaceColumns {
  /** Numbers of things, by which `placed` and `foundAt` tell of them while the release is served. */
  readonly things: Uint32Array;
  /** WGS84 degrees, in units (`UNITS_A_DEGREE`). */
  readonly latitudes: Int32Array;
  readonly longitudes: Int32Array;
}
