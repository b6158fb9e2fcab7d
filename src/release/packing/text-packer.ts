import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transform } from 'node:stream';
import { constants, crc32, createDeflateRaw, createZstdCompress } from 'node:zlib';
import type { PackedBody, Packing } from '../../model/index.ts';
import {
  type Deflated,
  deflatedPiece,
  followedBy,
  GZIP_HEADER,
  GZIP_LEVEL,
  gzipEnd,
  NOTHING_DEFLATED,
} from './gzip-member.ts';
import { type HashedFile, writeHashed } from './hashed-file.ts';

/** Bytes that are packed at once: always as many, so that what is packed does not depend on how texts come. */
const PIECE = 256 * 1024;

/** A file to be packed. */
export interface FileToPack {
  /** The release's folder. */
  readonly folder: string;
  /** Path inside it; the packing is its last extension. */
  readonly path: string;
  readonly packing: Packing;
}

/** Text around the body; both empty where a syntax needs neither. */
export interface Frame {
  readonly head: string;
  readonly tail: string;
}

const NO_FRAME: Frame = { head: '', tail: '' };

/** A file that was packed; of gzip, where the body lies. */
export interface PackedFile extends HashedFile {
  readonly body?: PackedBody;
}

/**
 * Packs one text into several files, each by its packing; bytes depend on the text alone. A gzip file is one member whose
 * head, body and tail are deflated apart, so that bodies can be joined as they are (see `joinPacked`).
 */
export class TextPacker {
  readonly #outputs: readonly Output[];
  readonly #encoder = new TextEncoder();
  readonly #free: Buffer[] = [];
  #piece: Buffer = Buffer.allocUnsafe(PIECE);
  #filled = 0;
  #deflated = NOTHING_DEFLATED;

  constructor(files: readonly FileToPack[], frame: Frame = NO_FRAME) {
    this.#outputs = files.map((file) => new Output(file, frame, () => this.#deflated));
  }

  /** @returns a promise where the caller has to wait for the compressors */
  write(text: string): Promise<unknown> | undefined {
    let rest = text;
    const waits: Promise<unknown>[] = [];
    while (rest !== '') {
      const { read, written } = this.#encoder.encodeInto(rest, this.#piece.subarray(this.#filled));
      this.#filled += written;
      if (read === rest.length) break;
      rest = rest.slice(read);
      waits.push(...this.#pass());
    }
    return waits.length > 0 ? Promise.all(waits) : undefined;
  }

  async close(): Promise<readonly PackedFile[]> {
    await Promise.all(this.#pass());
    return Promise.all(this.#outputs.map((output) => output.close()));
  }

  /** Gives up: no file is left. */
  async discard(): Promise<void> {
    await Promise.all(this.#outputs.map((output) => output.discard()));
  }

  /** Gives the piece to all compressors, and begins another: one that they are done with, where there is one. */
  #pass(): readonly Promise<unknown>[] {
    const buffer = this.#piece;
    const piece = buffer.subarray(0, this.#filled);
    this.#deflated = followedBy(this.#deflated, { length: piece.length, crc32: crc32(piece) });
    let users = this.#outputs.length;
    const done = (): void => {
      users--;
      if (users === 0) this.#free.push(buffer);
    };
    const waits = this.#outputs.flatMap((output) => output.write(piece, done) ?? []);
    this.#piece = this.#free.pop() ?? Buffer.allocUnsafe(PIECE);
    this.#filled = 0;
    return waits;
  }
}

/** One file in the making. */
class Output {
  readonly #file: FileToPack;
  readonly #compressor: Transform;
  readonly #done: Promise<PackedFile>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(file: FileToPack, frame: Frame, body: () => Deflated) {
    this.#file = file;
    this.#compressor = COMPRESSORS[file.packing]();
    const framed = file.packing === 'gz' ? gzipped(frame, body) : asItIs;
    this.#done = this.#write(framed);
    this.#done.catch(() => undefined);
  }

  /** @param done told when the piece is not needed any more */
  write(piece: Buffer, done: () => void): Promise<unknown> | undefined {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    const packed = (): void => {
      done();
      resolve();
    };
    if (this.#compressor.write(piece, packed)) return undefined;
    // The end is in the race because a full disk must end the wait for a drain that never comes.
    return Promise.race([once(this.#compressor, 'drain'), this.#done]);
  }

  async close(): Promise<PackedFile> {
    // Zstandard packs a last piece otherwise where the end comes with it: it always comes after.
    await Promise.race([this.#last, this.#done]);
    this.#compressor.end();
    return this.#done;
  }

  async discard(): Promise<void> {
    this.#compressor.destroy();
    await this.#done.catch(() => undefined);
    await rm(join(this.#file.folder, this.#file.path), { force: true });
  }

  async #write(framed: Framing): Promise<PackedFile> {
    const found: { body?: PackedBody } = {};
    const parts = framed(this.#compressor, (body) => {
      found.body = body;
    });
    return { ...(await writeHashed(parts, this.#file)), ...found };
  }
}

const COMPRESSORS: Readonly<Record<Packing, () => Transform>> = {
  gz: () =>
    createDeflateRaw({
      level: GZIP_LEVEL,
      finishFlush: constants.Z_FULL_FLUSH,
      chunkSize: 64 * 1024,
      highWaterMark: 4 * PIECE,
    } as object),
  zst: () => createZstdCompress({ chunkSize: 64 * 1024, highWaterMark: 4 * PIECE } as object),
};

type Framing = (packed: AsyncIterable<Buffer>, tell: (body: PackedBody) => void) => AsyncIterable<Buffer>;

async function* asItIs(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* packed;
}

const gzipped = (frame: Frame, body: () => Deflated): Framing =>
  async function* (packed, tell) {
    const head = deflatedPiece(frame.head);
    const tail = deflatedPiece(frame.tail);
    yield Buffer.concat([GZIP_HEADER, head.bytes]);
    let bytes = 0;
    for await (const part of packed) {
      bytes += part.length;
      yield part;
    }
    const { length, crc32 } = body();
    tell({ start: GZIP_HEADER.length + head.bytes.length, bytes, length, crc32 });
    yield Buffer.concat([tail.bytes, gzipEnd([head, body(), tail].reduce(followedBy, NOTHING_DEFLATED))]);
  };
