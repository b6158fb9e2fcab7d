import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import xz from 'xz-decompress';

/** Unpacks xz as it is read, by a decoder in WebAssembly that its package brings along. */
export async function* unxz(packed: Readable): AsyncGenerator<Uint8Array> {
  const unpacked = new xz.XzReadableStream(Readable.toWeb(packed) as never);
  try {
    yield* unpacked as unknown as ReadableStream<Uint8Array>;
  } finally {
    packed.destroy();
  }
}
