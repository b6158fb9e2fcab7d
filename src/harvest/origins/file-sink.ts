import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { tooLarge } from '../web/web-failures.ts';

/** A file that is made piece by piece, with back-pressure and a bound. */
export class FileSink {
  readonly #stream;
  readonly #hash = createHash('sha256');
  readonly #url: string;
  readonly #most: number;
  readonly #ended: Promise<void>;
  #bytes = 0;

  constructor(path: string, { url, most }: { readonly url: string; readonly most: number }) {
    this.#stream = createWriteStream(path, { flush: true });
    this.#ended = finished(this.#stream);
    // What goes wrong is told by the next call.
    this.#ended.catch(() => undefined);
    this.#url = url;
    this.#most = most;
  }

  /** @throws HarvestFailure past the bound */
  async write(text: string): Promise<void> {
    if (this.#stream.errored) await this.#ended;
    const bytes = Buffer.from(text);
    this.#bytes += bytes.length;
    if (this.#bytes > this.#most) throw tooLarge(this.#url, this.#most);
    this.#hash.update(bytes);
    if (!this.#stream.write(bytes)) await Promise.race([once(this.#stream, 'drain'), this.#ended]);
  }

  async close(): Promise<{ readonly bytes: number; readonly sha256: string }> {
    this.#stream.end();
    await this.#ended;
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  /** Ends it whatever has come. */
  discard(): void {
    this.#stream.destroy();
  }
}

/** Makes a file; what is thrown while it is made leaves no open file. */
export async function madeFile(
  path: string,
  bound: { readonly url: string; readonly most: number },
  make: (sink: FileSink) => Promise<void>,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const sink = new FileSink(path, bound);
  try {
    await make(sink);
    return await sink.close();
  } catch (error) {
    sink.discard();
    throw error;
  }
}
