import { Buffer } from 'node:buffer';
import { constants, createZstdCompress, zstdCompressSync } from 'node:zlib';
import { type FrameContext, MOST, throughContext } from './frame-context.ts';

/** With a checksum: a damaged frame is an error, never another text. */
const PARAMS = { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 };

/**
 * Packs texts as frames of zstd (RFC 8878) with one dictionary, one after the other in one context, as `FrameReader`
 * unpacks them. Wherever something is not as expected Node's function packs, which makes a context for each call.
 */
export class FrameWriter {
  readonly #dictionary: Uint8Array;
  readonly #room = Buffer.allocUnsafeSlow(MOST);
  #stream: ReturnType<typeof createZstdCompress> | undefined;

  constructor(dictionary: Uint8Array) {
    this.#dictionary = dictionary;
  }

  /** The octets are in a room that the next frame is packed into. */
  pack(text: string): Buffer {
    const octets = Buffer.from(text);
    const length = throughContext(this.#opened() as FrameContext, octets, this.#room);
    if (length > 0) return this.#room.subarray(0, length);
    this.#stream?.destroy();
    this.#stream = undefined;
    return zstdCompressSync(octets, { dictionary: this.#dictionary, params: PARAMS });
  }

  #opened(): ReturnType<typeof createZstdCompress> {
    if (this.#stream) return this.#stream;
    this.#stream = createZstdCompress({ dictionary: this.#dictionary, params: PARAMS }).on(
      'error',
      () => undefined,
    );
    return this.#stream;
  }
}
