import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { utf8Text } from './n-quads.ts';

/** Octets read at a time: the text of so many is small enough to die young. */
const PIECE = 1 << 16;
const LINE_FEED = 10;
const NOTHING = Buffer.alloc(0);

/**
 * Reads an N-Quads file (plain, or gzip when its name ends in `.gz`) as batches of lines without line feeds, some hundreds
 * at a time. Empty lines are left out. A line is a part of the text it was read with: who keeps one keeps a copy
 * (`detached`), or all of that text stays in memory.
 */
export async function* readQuadLines(path: string): AsyncGenerator<readonly string[]> {
  const file = createReadStream(path, { highWaterMark: PIECE });
  const stream: Readable = path.endsWith('.gz') ? file.pipe(createGunzip({ chunkSize: PIECE })) : file;
  file.on('error', (error) => stream.destroy(error));
  let begun: readonly Buffer[] = [];
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      const end = piece.lastIndexOf(LINE_FEED);
      if (end < 0) begun = [...begun, piece];
      else {
        yield linesOf(begun, piece.subarray(0, end));
        begun = end + 1 < piece.length ? [piece.subarray(end + 1)] : [];
      }
    }
    if (begun.length > 0) yield linesOf(begun, NOTHING);
  } finally {
    // Who stops reading early leaves no file open.
    file.destroy();
  }
}

/** What was begun ends in this piece: only whole lines are decoded, so that no character is cut in two. */
function linesOf(begun: readonly Buffer[], piece: Buffer): readonly string[] {
  const first = begun.length === 0 ? -1 : piece.indexOf(LINE_FEED);
  if (begun.length === 0) return textLines(piece);
  const [head, rest] = first < 0 ? [piece, NOTHING] : [piece.subarray(0, first), piece.subarray(first + 1)];
  return [...textLines(Buffer.concat([...begun, head])), ...textLines(rest)];
}

const textLines = (octets: Buffer): readonly string[] =>
  utf8Text(octets)
    .split('\n')
    .filter((line) => line !== '');
