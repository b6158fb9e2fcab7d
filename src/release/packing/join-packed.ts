import { createReadStream } from 'node:fs';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createGunzip, createZstdCompress, createZstdDecompress } from 'node:zlib';
import type { PackedBody } from '../../model/index.ts';
import {
  type Deflated,
  type DeflatedPiece,
  deflatedPiece,
  followedBy,
  GZIP_HEADER,
  gzipEnd,
  NOTHING_DEFLATED,
} from './gzip-member.ts';
import { type HashedFile, writeHashed } from './hashed-file.ts';

/** Octets packed at once. */
const PIECE = 256 * 1024;

/** Where a joined file is written. */
export interface JoinedFile {
  readonly folder: string;
  readonly path: string;
}

/** Texts written around and between bodies. */
export interface JoinFrame {
  readonly head: string;
  readonly separator: string;
  readonly tail: string;
}

/** A gzip file of `TextPacker`. */
export interface PackedPart {
  /** Absolute. */
  readonly path: string;
  readonly body: PackedBody;
}

/** Joins the bodies of gzip files into one gzip file of one member, copied as they are: what no text says is left out. */
export function joinGzip(
  parts: readonly PackedPart[],
  { head, separator, tail }: JoinFrame,
  file: JoinedFile,
): Promise<HashedFile> {
  const between = deflatedPiece(separator);
  let sum: Deflated = NOTHING_DEFLATED;
  const add = (piece: DeflatedPiece): Buffer => {
    sum = followedBy(sum, piece);
    return piece.bytes;
  };
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield GZIP_HEADER;
    yield add(deflatedPiece(head));
    let isFirst = true;
    for (const { path, body } of parts.filter(({ body }) => body.length > 0)) {
      if (!isFirst) yield add(between);
      isFirst = false;
      const { start, bytes } = body;
      yield* createReadStream(path, { start, end: start + bytes - 1, highWaterMark: 1 << 20 });
      sum = followedBy(sum, body);
    }
    yield add(deflatedPiece(tail));
    yield gzipEnd(sum);
  }
  return writeHashed(bytes(), file);
}

/**
 * Joins Zstandard files into one frame. Frames after each other would be as good by RFC 8878, but readers of several
 * languages, Node's among them, silently stop after the first.
 * @param paths absolute
 */
export function joinZstandard(paths: readonly string[], file: JoinedFile): Promise<HashedFile> {
  async function* texts(): AsyncGenerator<Buffer> {
    for (const path of paths) yield* through(createReadStream(path, PIECES), createZstdDecompress(PIECES));
  }
  return packAsZstandard(texts(), file);
}

/** Packs a gzip file's text as Zstandard. */
export const repackAsZstandard = (gzip: string, file: JoinedFile): Promise<HashedFile> =>
  packAsZstandard(through(createReadStream(gzip, PIECES), createGunzip(PIECES)), file);

const PIECES = { chunkSize: PIECE, highWaterMark: PIECE };

/** Where a text is cut decides how it is packed: it is cut in the same places however it comes. */
function packAsZstandard(parts: AsyncIterable<Buffer>, file: JoinedFile): Promise<HashedFile> {
  // Whoever reads it hears of its errors, if later.
  const compressor = createZstdCompress(PIECES).on('error', () => undefined);
  void feed(compressor, inPieces(parts));
  return writeHashed(compressor, file);
}

/** The end comes after the last piece was packed, never with it: that would be packed otherwise. */
async function feed(compressor: Transform, pieces: AsyncIterable<Buffer>): Promise<void> {
  try {
    for await (const piece of pieces)
      await new Promise<void>((resolve, reject) =>
        compressor.write(piece, (error) => (error ? reject(error) : resolve())),
      );
    compressor.end();
  } catch (error) {
    // Who reads what is packed learns of it.
    compressor.destroy(error as Error);
  }
}

async function* inPieces(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let piece = Buffer.allocUnsafe(PIECE);
  let filled = 0;
  for await (const part of parts)
    for (let at = 0; at < part.length; ) {
      const copied = part.copy(piece, filled, at);
      at += copied;
      filled += copied;
      if (filled < PIECE) continue;
      yield piece;
      piece = Buffer.allocUnsafe(PIECE);
      filled = 0;
    }
  if (filled > 0) yield piece.subarray(0, filled);
}

/** Who reads the end of a pipe learns of the errors at its beginning. */
const through = (source: Readable, transform: Transform): Transform =>
  pipeline(source, transform, () => undefined);
