import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { unitsOf } from '../../model/index.ts';

/** Things in the order of their numbers: resource, place, values of facets. */
export interface FoundThingRow {
  readonly resource: number;
  readonly place: { readonly latitude: number; readonly longitude: number } | undefined;
  /** Numbers of values, ascending. */
  readonly values: readonly number[];
}

export interface PackedChunk {
  readonly resources: Uint8Array;
  readonly places: Uint8Array;
  readonly facets: Uint8Array;
}

/** Stands for a place that there is not. */
export const NOWHERE = -0x80000000;

const PACKING = { params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 } };

export function packChunk(rows: readonly FoundThingRow[]): PackedChunk {
  const places = rows.flatMap(({ place }) =>
    place ? [unitsOf(place.latitude), unitsOf(place.longitude)] : [NOWHERE, NOWHERE],
  );
  const facets: number[] = [];
  for (const { values } of rows) {
    pushNumber(facets, values.length);
    let before = 0;
    for (const value of values) {
      pushNumber(facets, value - before);
      before = value;
    }
  }
  return {
    resources: packed(new Uint8Array(Uint32Array.from(rows, ({ resource }) => resource).buffer)),
    places: packed(new Uint8Array(Int32Array.from(places).buffer)),
    facets: packed(Uint8Array.from(facets)),
  };
}

const packed = (bytes: Uint8Array): Uint8Array => zstdCompressSync(bytes, PACKING);

/** @throws Error where the octets are damaged */
export const unpacked = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const buffer = zstdDecompressSync(bytes);
  // Arrays of whole numbers begin where such a number may.
  return new Uint8Array(buffer);
};

/** Seven bits an octet, the lowest first; the highest bit says that more follow. */
function pushNumber(octets: number[], number: number): void {
  let rest = number;
  for (; rest > 127; rest >>>= 7) octets.push((rest & 127) | 128);
  octets.push(rest);
}

/** Where values of things go that are read. */
export interface ReadValues {
  readonly values: Uint16Array | Uint32Array;
  /** Where the values of each thing begin, and at last where they end. */
  readonly starts: Uint32Array;
}

/**
 * Reads the values of the things of a chunk.
 * @param things read before, and how many values they have
 * @returns the same with this chunk
 */
export function readValues(
  octets: Uint8Array,
  { values, starts }: ReadValues,
  read: { readonly things: number; readonly end: number },
): { readonly things: number; readonly end: number } {
  let { things, end } = read;
  for (let at = 0; at < octets.length; ) {
    let left = 0;
    for (let shift = 0; ; shift += 7) {
      const octet = octets[at++] as number;
      left |= (octet & 127) << shift;
      if (octet < 128) break;
    }
    starts[things++] = end;
    for (let value = 0; left > 0; left--) {
      for (let shift = 0; ; shift += 7) {
        const octet = octets[at++] as number;
        value += (octet & 127) << shift;
        if (octet < 128) break;
      }
      values[end++] = value;
    }
  }
  starts[things] = end;
  return { things, end };
}
