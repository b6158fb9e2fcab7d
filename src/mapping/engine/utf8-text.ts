import { escapeLiteral } from '../../rdf/index.ts';
import { iriSafe } from './iri-encoding.ts';

/** What an ASCII character is to a literal (1: must be escaped) and to a template (2: must be percent-encoded). */
const CLASSES = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const letter = String.fromCharCode(code);
  CLASSES[code] = (escapeLiteral(letter) === letter ? 0 : 1) | (iriSafe(letter) === letter ? 0 : 2);
}

/** How a value is written between what stands around it: as it is, inside quotes, inside an IRI made of a template. */
export type Spelling = 'text' | 'literal' | 'iri';

/** Classes of characters that a spelling cannot write as they are. */
const REFUSED: Readonly<Record<Spelling, number>> = { text: 0, literal: 1, iri: 2 };

/** How such values are spelt, at leisure. */
const SPELT: Readonly<Record<Spelling, (value: string) => string>> = {
  text: (value) => value,
  literal: escapeLiteral,
  iri: iriSafe,
};

/** A value in a spelling, as text. */
export const spellingOf = (value: string, spelling: Spelling): string => SPELT[spelling](value);

/**
 * Text that grows as UTF-8. Values are short and most need no escaping: they are written letter by letter, which is
 * faster than joining strings and encoding them afterwards, and leaves nothing to collect.
 */
export class Utf8Text {
  #bytes: Buffer;
  length = 0;

  /** @param capacity bytes to begin with; it grows where they do not suffice */
  constructor(capacity: number) {
    this.#bytes = Buffer.allocUnsafeSlow(capacity);
  }

  /** Appends bytes. */
  add(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Appends another text. */
  append(other: Utf8Text): void {
    const { length } = other;
    this.#room(length);
    const to = this.#bytes;
    const from = other.#bytes;
    let at = this.length;
    for (let next = 0; next < length; next++) to[at++] = from[next] as number;
    this.length = at;
  }

  toString(): string {
    return this.#bytes.toString('utf8', 0, this.length);
  }

  /** Appends a value. */
  spell(value: string, spelling: Spelling): void {
    // No UTF-16 unit takes more than three bytes.
    this.#room(value.length * 3);
    const end = encode(value, this.#bytes, this.length, REFUSED[spelling]);
    if (end >= 0) this.length = end;
    else this.#slowly(SPELT[spelling](value));
  }

  /** Hands over what was written, and begins anew. */
  take(capacity: number): Uint8Array {
    const taken = this.#bytes.subarray(0, this.length);
    this.#bytes = Buffer.allocUnsafeSlow(capacity);
    this.length = 0;
    return taken;
  }

  #slowly(text: string): void {
    this.#room(text.length * 3);
    this.length += this.#bytes.write(text, this.length);
  }

  #room(wanted: number): void {
    if (this.length + wanted <= this.#bytes.length) return;
    const more = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.length + wanted));
    more.set(this.#bytes.subarray(0, this.length));
    this.#bytes = more;
  }
}

/**
 * Writes a value as UTF-8 where each of its characters can stand as it is.
 * @returns where it ends; -1 for a value that needs more thought: surrogates, characters of a refused class
 */
function encode(value: string, bytes: Uint8Array, start: number, refused: number): number {
  let at = start;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    if (code < 0x80) {
      if (((CLASSES[code] as number) & refused) !== 0) return -1;
      bytes[at++] = code;
    } else if (code < 0x800) {
      if (code < 0xa0 && refused !== 0) return -1;
      bytes[at++] = 0xc0 | (code >> 6);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else if (code < 0xd800) {
      bytes[at++] = 0xe0 | (code >> 12);
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else return -1;
  }
  return at;
}
