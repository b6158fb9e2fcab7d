import { Buffer } from 'node:buffer';
import { createZstdDecompress, zstdDecompressSync } from 'node:zlib';
import { type FrameContext, MOST, throughContext } from './frame-context.ts';

/**
 * Unpacks frames of zstd (RFC 8878) that were packed with one dictionary, one after the other in one context: Node's
 * function makes a context for each call, which takes three times as long as unpacking 8 KB. Wherever something is not
 * as expected that function is asked, and what it says counts.
 */
export class FrameReader {
  readonly #dictionary: Uint8Array;
  readonly #room = Buffer.allocUnsafeSlow(MOST);
  #stream: ReturnType<typeof createZstdDecompress> | undefined;

  constructor(dictionary: Uint8Array) {
    this.#dictionary = dictionary;
  }

  /**
   * The octets are in a room that the next frame is unpacked into.
   * @throws Error where they are damaged, or were packed with another dictionary
   */
  unpack(frame: Uint8Array): Buffer {
    const length = throughContext(this.#opened() as FrameContext, frame, this.#room);
    if (length > 0) return this.#room.subarray(0, length);
    // The context may be in the middle of a frame.
    this.#stream?.destroy();
    this.#stream = undefined;
    return zstdDecompressSync(frame, { dictionary: this.#dictionary });
  }

  #opened(): ReturnType<typeof createZstdDecompress> {
    if (this.#stream) return this.#stream;
    // Errors are told by the function that is asked afterwards.
    this.#stream = createZstdDecompress({ dictionary: this.#dictionary }).on('error', () => undefined);
    return this.#stream;
  }
}
