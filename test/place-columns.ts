import { type PlaceColumns, unitsOf } from '../src/model/index.ts';

/** Places as a finder gives them, numbered in their order. */
export const columnsOf = (
  places: readonly { readonly latitude: number; readonly longitude: number }[],
): PlaceColumns => ({
  things: Uint32Array.from(places, (_, index) => index),
  latitudes: Int32Array.from(places, ({ latitude }) => unitsOf(latitude)),
  longitudes: Int32Array.from(places, ({ longitude }) => unitsOf(longitude)),
});
