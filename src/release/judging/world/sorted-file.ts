import { closeSync, openSync, readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { detached } from '../../../rdf/index.ts';

/** Bytes between two places that are remembered: what is read to find one line. Larger files have larger steps. */
const LEAST_STEP = 4 * 1024;
/** Places that are remembered of a file. */
const MOST_MARKS = 65_536;
const PIECE = 1 << 20;
/** Characters remembered of a line: enough to tell most subjects apart. */
const KEY = 160;
const LINE_FEED = 10;
const FEED = Buffer.of(LINE_FEED);

/** A place in the file: a line begins there, with these characters. */
interface Mark {
  readonly key: string;
  readonly offset: number;
}

/**
 * A file of lines in order (by UTF-16 code unit), in which the lines with a common beginning are found without reading
 * the rest: some bytes in memory for each 4 kB of the file, 16 MB at most. Reading is synchronous, because validation is.
 */
export class SortedFile {
  readonly #descriptor: number;
  readonly #marks: readonly Mark[];
  readonly #buffer: Buffer;

  private constructor(descriptor: number, marks: readonly Mark[], step: number) {
    this.#descriptor = descriptor;
    this.#marks = marks;
    this.#buffer = Buffer.allocUnsafe(2 * step);
  }

  /** Reads the file once for its marks. */
  static async open(path: string): Promise<SortedFile> {
    const file = await open(path);
    try {
      const step = stepOf((await file.stat()).size);
      return new SortedFile(openSync(path, 'r'), await marksOf(file, step), step);
    } finally {
      await file.close();
    }
  }

  /** The lines that begin with these characters, in order, without line feeds. */
  linesOf(beginning: string): readonly string[] {
    const wanted = Buffer.from(beginning);
    const found: string[] = [];
    for (const lines of this.#linesFrom(this.#offsetBefore(beginning))) {
      for (const line of beginningWith(wanted, lines)) found.push(line);
      const last = lines.toString('utf8', lines.lastIndexOf(LINE_FEED) + 1);
      if (last > beginning && !last.startsWith(beginning)) break;
    }
    return found;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  /** The last remembered place that is surely before the first such line. */
  #offsetBefore(beginning: string): number {
    let [low, high] = [0, this.#marks.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const key = this.#marks[middle]?.key ?? '';
      if (key < beginning && !beginning.startsWith(key)) low = middle + 1;
      else high = middle;
    }
    return this.#marks[low - 1]?.offset ?? 0;
  }

  /** The bytes of whole lines, some at a time, without the last line feed. */
  *#linesFrom(start: number): Generator<Buffer> {
    let begun: Buffer[] = [];
    for (let at = start; ; ) {
      const size = readSync(this.#descriptor, this.#buffer, 0, this.#buffer.length, at);
      if (size === 0) return;
      at += size;
      const bytes = this.#buffer.subarray(0, size);
      const end = bytes.lastIndexOf(LINE_FEED);
      const rest = Buffer.from(bytes.subarray(end + 1));
      if (end < 0) begun.push(rest);
      else {
        const whole = bytes.subarray(0, end);
        yield begun.length === 0 ? whole : Buffer.concat([...begun, whole]);
        begun = rest.length === 0 ? [] : [rest];
      }
    }
  }
}

/** The lines, among these, that begin so: they stand together, and only they are decoded. */
function* beginningWith(wanted: Buffer, lines: Buffer): Generator<string> {
  const isFirst = lines.subarray(0, wanted.length).equals(wanted);
  const feed = isFirst ? -1 : lines.indexOf(Buffer.concat([FEED, wanted]));
  if (!isFirst && feed < 0) return;
  for (let start = feed + 1; lines.subarray(start, start + wanted.length).equals(wanted); ) {
    const end = lines.indexOf(LINE_FEED, start);
    yield lines.toString('utf8', start, end < 0 ? lines.length : end);
    if (end < 0) return;
    start = end + 1;
  }
}

/** Doubled until the marks are few enough. */
function stepOf(size: number): number {
  let step = LEAST_STEP;
  while (size / step > MOST_MARKS && step < PIECE) step *= 2;
  return step;
}

/** The first line after each step of the file. */
async function marksOf(file: FileHandle, step: number): Promise<readonly Mark[]> {
  const marks: Mark[] = [];
  const piece = Buffer.allocUnsafe(PIECE + 4 * KEY);
  for (let start = 0; ; start += PIECE) {
    const { bytesRead } = await file.read(piece, 0, piece.length, start);
    for (let at = 0; at < Math.min(bytesRead, PIECE); at += step) {
      const begins = start + at === 0 ? 0 : piece.subarray(0, bytesRead).indexOf(LINE_FEED, at) + 1;
      const isLine = (start + at === 0 || begins > 0) && begins < bytesRead;
      const offset = start + begins;
      if (isLine && offset !== marks.at(-1)?.offset)
        marks.push({ key: keyAt(piece.subarray(begins, bytesRead)), offset });
    }
    if (bytesRead < piece.length) return marks;
  }
}

/** The first characters of a line; those that the bytes cut in two are left out. */
function keyAt(bytes: Buffer): string {
  const end = bytes.indexOf(LINE_FEED);
  const text = bytes.toString('utf8', 0, Math.min(end < 0 ? bytes.length : end, 4 * KEY));
  return detached(text.slice(0, KEY).replace(/[\uFFFD\uD800-\uDBFF]+$/, ''));
}
