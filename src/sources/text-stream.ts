import { isAscii } from 'node:buffer';
import { RefusedInput, type Source } from '../model/index.ts';
import { openBytes } from './byte-stream.ts';
import { type ByteCount, byteCountOf, createDecoder, type Decoder, encodingOf } from './encodings.ts';
import { otherLikeness } from './looks.ts';
import { illEncoded, looksLike, unknownEncoding } from './source-complaints.ts';
import { TextPlaces } from './text-places.ts';

/** A piece of decoded text; `ascii`: every letter took one byte. */
export interface TextPiece {
  readonly text: string;
  readonly ascii: boolean;
}

/** A file's text: where it begins (after byte order marks, one or several), how its bytes are counted, its pieces. */
export interface DecodedText {
  /** Line and byte offset of the text's beginning, to be moved along. */
  readonly places: TextPlaces;
  readonly pieces: AsyncIterable<TextPiece>;
}

/**
 * Opens a source's text, unpacked and decoded as it is read. `declared` finds the encoding that the file itself
 * declares, which wins over the source's.
 * @throws RefusedInput where there is no such file or encoding; while pieces are read, where a byte is not of the
 * encoding (with its line) or the archive is damaged
 */
export async function openText(
  source: Source,
  declared?: (firstBytes: Uint8Array) => string | undefined,
): Promise<DecodedText> {
  const bytes = (await openBytes(source))[Symbol.asyncIterator]();
  const firstBytes = await beginning(bytes);
  const encoding = knownEncoding(source, declared?.(firstBytes) ?? source.dialect.encoding, firstBytes);
  const count = byteCountOf(encoding);
  const marks = marksIn(firstBytes, encoding);
  const other = otherLikeness(source, firstBytes, beginningOf(firstBytes.subarray(marks), encoding));
  if (other !== undefined) {
    await bytes.return?.();
    throw new RefusedInput([looksLike(source, other)]);
  }
  return {
    places: new TextPlaces(count, marks),
    pieces: pieces({ source, encoding, count }, prepended(firstBytes.subarray(marks), bytes)),
  };
}

/** Text enough to tell what kind of file it is; ill-encoded bytes are told when they are read. */
const beginningOf = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding).decode(bytes.subarray(0, 2048));

/** The first piece, long enough to tell byte order marks and an XML declaration. */
async function beginning(bytes: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let length = 0; length < 1024; ) {
    const next = await bytes.next();
    if (next.done) break;
    parts.push(next.value);
    length += next.value.length;
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}

function knownEncoding({ shown }: Source, label: string, firstBytes: Uint8Array): string {
  try {
    return encodingOf(label, firstBytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_NOT_SUPPORTED') throw error;
    throw new RefusedInput([unknownEncoding(shown, label)]);
  }
}

const MARKS: Readonly<Record<string, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

/** How many bytes of byte order marks a file begins with. */
function marksIn(bytes: Uint8Array, encoding: string): number {
  const mark = MARKS[encoding];
  let at = 0;
  if (mark) while (mark.every((byte, index) => bytes[at + index] === byte)) at += mark.length;
  return at;
}

async function* prepended(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

interface Encoded {
  readonly source: Source;
  readonly encoding: string;
  readonly count: ByteCount | undefined;
}

async function* pieces(encoded: Encoded, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TextPiece> {
  const decoder = createDecoder(encoded.encoding);
  const narrow = encoded.encoding === 'utf-8';
  let readBytes = 0;
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk);
    if (text === undefined) throw await refusal(encoded, readBytes);
    readBytes += chunk.length;
    if (text !== '') yield { text, ascii: narrow && text.length === chunk.length && isAscii(chunk) };
  }
  const rest = decoder.end();
  if (rest === undefined) throw await refusal(encoded, readBytes);
  if (rest !== '') yield { text: rest, ascii: false };
}

async function refusal({ source, encoding }: Encoded, goodBytes: number): Promise<RefusedInput> {
  return new RefusedInput([
    illEncoded(source.shown, await illEncodedLine(source, encoding, goodBytes), encoding),
  ]);
}

/** The line of the first ill-encoded byte: the file is read again, slowly where the fault must be. */
async function illEncodedLine(source: Source, encoding: string, goodBytes: number): Promise<number> {
  const decoder = createDecoder(encoding);
  const places = new TextPlaces(undefined);
  let at = 0;
  for await (const chunk of await openBytes(source)) {
    const parts = at + chunk.length < goodBytes ? [chunk] : linesOf(chunk, encoding);
    for (const part of parts) if (!counted(decoder, part, places)) return places.line;
    at += chunk.length;
  }
  return places.line;
}

function counted(decoder: Decoder, bytes: Uint8Array, places: TextPlaces): boolean {
  const text = decoder.decode(bytes);
  if (text === undefined) return false;
  places.piece(text, false);
  places.moveTo(text.length);
  return true;
}

/** Cut behind each line feed, with all its bytes: else its line would be told one too low. */
function* linesOf(bytes: Uint8Array, encoding: string): Generator<Uint8Array> {
  const behind = encoding === 'utf-16le' ? 2 : 1;
  let from = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
    yield bytes.subarray(from, end + behind);
    from = end + behind;
  }
  yield bytes.subarray(from);
}
