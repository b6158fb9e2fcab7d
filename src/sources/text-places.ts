import type { ByteCount } from './encodings.ts';

const NEVER = Number.POSITIVE_INFINITY;

/**
 * Keeps line and byte offset while a text is walked forwards, piece by piece. Lines end in LF, CRLF or CR. Nothing is
 * counted letter by letter: line feeds are found by `indexOf`, bytes by the difference of two places.
 */
export class TextPlaces {
  /** From 1. */
  line = 1;
  /** Bytes from the beginning of the file; -1 where the encoding does not tell. */
  offset: number;
  readonly #count: ByteCount | undefined;
  #text = '';
  #at = 0;
  #feed = NEVER;
  #return = NEVER;
  #afterReturn = false;
  #ascii = false;

  constructor(count: ByteCount | undefined, offset = 0) {
    this.#count = count;
    this.offset = count === undefined ? -1 : offset;
  }

  /** The next text (it never cuts a surrogate pair), which begins where the last one was left by `moveTo`. `ascii`: it has one byte a letter for sure. */
  piece(text: string, ascii: boolean): void {
    this.#text = text;
    this.#ascii = ascii;
    this.#at = 0;
    // A line feed after a carriage return that ended the last piece is the same line's end.
    const from = this.#afterReturn && text.charCodeAt(0) === 10 ? 1 : 0;
    if (text !== '') this.#afterReturn = false;
    this.#feed = this.#next('\n', from);
    this.#return = this.#next('\r', 0);
  }

  /** Walks on to an offset in the piece, which is not before the last one. */
  moveTo(at: number): void {
    if (at <= this.#at) return;
    while (this.#feed < at) {
      this.line++;
      this.#feed = this.#next('\n', this.#feed + 1);
    }
    while (this.#return < at) this.#countReturn();
    if (this.#count !== undefined)
      this.offset += this.#ascii ? at - this.#at : this.#count(this.#text, this.#at, at);
    this.#at = at;
  }

  #countReturn(): void {
    const next = this.#return + 1;
    if (this.#text.charCodeAt(next) !== 10) {
      this.line++;
      this.#afterReturn = next === this.#text.length;
    }
    this.#return = this.#next('\r', next);
  }

  #next(wanted: string, from: number): number {
    const found = this.#text.indexOf(wanted, from);
    return found < 0 ? NEVER : found;
  }
}
