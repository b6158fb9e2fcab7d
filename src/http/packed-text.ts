import { Buffer } from 'node:buffer';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How a text goes over the wire. */
export type Encoding = 'br' | 'gzip' | 'identity';

const packGzip = promisify(gzip);
const packBrotli = promisify(brotliCompress);
/** As quick as gzip, and smaller. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** A text in UTF-8, and packed once for each encoding that somebody asked for. */
export class PackedText {
  readonly plain: Buffer;
  readonly #packed = new Map<Encoding, Promise<Buffer>>();
  readonly #ready = new Map<Encoding, Buffer>();
  #bytes: number;

  constructor(text: string | Buffer) {
    this.plain = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
    this.#bytes = this.plain.length;
    this.#ready.set('identity', this.plain);
  }

  /** Octets held in memory. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The octets of one encoding; packing runs beside the main thread. */
  as(encoding: Encoding): Promise<Buffer> | Buffer {
    if (encoding === 'identity') return this.plain;
    return this.#ready.get(encoding) ?? this.#packed.get(encoding) ?? this.#pack(encoding);
  }

  /** The octets of one encoding, where they have been made. */
  ready(encoding: Encoding): Buffer | undefined {
    return this.#ready.get(encoding);
  }

  #pack(encoding: 'br' | 'gzip'): Promise<Buffer> {
    const packing = encoding === 'br' ? packBrotli(this.plain, BROTLI) : packGzip(this.plain);
    const counted = packing.then((octets) => {
      this.#bytes += octets.length;
      this.#ready.set(encoding, octets);
      return octets;
    });
    this.#packed.set(encoding, counted);
    return counted;
  }
}
