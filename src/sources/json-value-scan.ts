import { MAX_DEPTH } from './json-path.ts';

/** A value that nests deeper than records may. */
export class TooDeep extends Error {}

/**
 * Finds the end of one JSON value without parsing it: by depth of brackets, strings skipped. The value may come in any
 * pieces. Only its outline is checked; who wants the value parses it.
 */
export class JsonValueScan {
  #depth = 0;
  #inString = false;
  #escaped = false;
  #scalar = false;
  #digits = 0;
  /** Whether the value holds an integer of more than fifteen digits, perhaps too long for a double. */
  hasLongNumber = false;

  /** Begins a value with its first character. */
  begin(first: number): void {
    this.#depth = 0;
    this.#inString = false;
    this.#escaped = false;
    this.#digits = 0;
    this.#scalar = first !== 123 && first !== 91 && first !== 34;
    this.hasLongNumber = false;
  }

  /** A number, true, false or null, which only what follows ends. */
  get isScalar(): boolean {
    return this.#scalar;
  }

  /** The offset after the value, or -1 where the text ends inside it. */
  advance(text: string, from: number): number {
    if (this.#scalar) return this.#scalarEnd(text, from);
    if (!this.#inString) return this.#bracketsEnd(text, from);
    const at = this.#stringEnd(text, from);
    return at < 0 || this.#depth === 0 ? at : this.#bracketsEnd(text, at);
  }

  #bracketsEnd(text: string, from: number): number {
    const length = text.length;
    for (let at = from; at >= 0 && at < length; ) {
      const code = text.charCodeAt(at++);
      // Most of what stands between strings is none of this: commas, colons, spaces, digits.
      if (code === 34) at = this.#stringEnd(text, at);
      else if (code > 90) this.#bracket(code);
      else this.#digit(code);
      if (this.#depth === 0 && at >= 0) return at;
    }
    return -1;
  }

  #bracket(code: number): void {
    this.#digits = 0;
    if (code === 125 || code === 93) this.#depth--;
    else if ((code === 123 || code === 91) && ++this.#depth > MAX_DEPTH) throw new TooDeep();
  }

  /** What follows a point is a fraction: doubles hold it as well as they can. */
  #digit(code: number): void {
    this.#digits = code < 58 && code > 47 ? this.#digits + 1 : code === 46 ? -1e9 : 0;
    if (this.#digits > 15) this.hasLongNumber = true;
  }

  /** The offset after the closing quote, from within the string. */
  #stringEnd(text: string, from: number): number {
    let at = from;
    if (this.#escaped && at < text.length) {
      at++;
      this.#escaped = false;
    }
    for (;;) {
      const quote = text.indexOf('"', at);
      const end = quote < 0 ? text.length : quote;
      let slashes = 0;
      while (end - slashes > at && text.charCodeAt(end - slashes - 1) === 92) slashes++;
      const escaped = slashes % 2 === 1;
      this.#inString = quote < 0;
      if (quote < 0) {
        this.#escaped ||= escaped;
        return -1;
      }
      if (!escaped) return quote + 1;
      at = quote + 1;
    }
  }

  #scalarEnd(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code <= 32 || ENDS_SCALAR.has(code)) return at;
      if (++this.#digits > 15) this.hasLongNumber = true;
    }
    return -1;
  }
}

const ENDS_SCALAR: ReadonlySet<number> = new Set([...',]}{["'].map((letter) => letter.charCodeAt(0)));
