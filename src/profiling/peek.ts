import { isAscii, isUtf8 } from 'node:buffer';
import type { Source } from '../model/index.ts';
import { lastWholeLetter, openBytes } from '../sources/index.ts';

/** So much of a file's beginning is looked at closely. */
const HEAD = 1 << 18;
/** So much of the bytes around letters beyond ASCII tells a file's encoding. */
const CONTEXTS = 1 << 16;
const AROUND = 12;

/** A file's bytes, unpacked, as far as they were seen. */
export interface Peek {
  readonly head: Buffer;
  /** Whether the head is the whole file. */
  readonly isWhole: boolean;
  readonly isAscii: boolean;
  readonly isUtf8: boolean;
  /** Pieces of the file around bytes beyond ASCII, apart by line feeds. */
  readonly contexts: Buffer;
}

/**
 * Reads a file's beginning, or all of it, as bytes: what its encoding is told by.
 * @param how `beginning`: reading its records will tell whether the rest is as its beginning is
 */
export async function peek(source: Source, how: 'beginning' | 'all', signal?: AbortSignal): Promise<Peek> {
  const head: Uint8Array[] = [];
  const contexts = new Contexts();
  const utf8 = new Utf8Proof();
  let bytes = 0;
  let ascii = true;
  let isCut = false;
  for await (const chunk of await openBytes(source)) {
    signal?.throwIfAborted();
    if (bytes < HEAD) head.push(chunk);
    else if (how === 'beginning') {
      isCut = true;
      break;
    }
    bytes += chunk.length;
    if (isAscii(chunk)) utf8.ascii();
    else {
      ascii = false;
      utf8.add(chunk);
      contexts.add(chunk);
    }
  }
  const beginning = Buffer.concat(head);
  return {
    head: beginning,
    isWhole: !isCut && beginning.length === bytes,
    isAscii: ascii,
    isUtf8: utf8.holds(isCut),
    contexts: contexts.bytes(),
  };
}

/** Whether all bytes are UTF-8, whatever the pieces they come in. */
class Utf8Proof {
  #holds = true;
  #rest: Uint8Array = new Uint8Array();

  ascii(): void {
    this.#holds &&= this.#rest.length === 0;
  }

  add(chunk: Uint8Array): void {
    if (!this.#holds) return;
    const whole = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const end = lastWholeLetter(whole);
    this.#rest = Uint8Array.from(whole.subarray(end));
    this.#holds = isUtf8(whole.subarray(0, end));
  }

  /** @param isCut whether the last letter may be cut */
  holds(isCut: boolean): boolean {
    return this.#holds && (isCut || this.#rest.length === 0);
  }
}

class Contexts {
  readonly #found: Uint8Array[] = [];
  #length = 0;

  add(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length && this.#length < CONTEXTS; at++) {
      if ((chunk[at] ?? 0) < 0x80) continue;
      let end = at;
      while (end < chunk.length && end - at < 8 * AROUND && (chunk[end] ?? 0) >= 0x80) end++;
      const piece = Uint8Array.from(chunk.subarray(Math.max(0, at - AROUND), end + AROUND));
      this.#found.push(piece, FEED);
      this.#length += piece.length + 1;
      at = end + AROUND - 1;
    }
  }

  bytes(): Buffer {
    return Buffer.concat(this.#found);
  }
}

const FEED = Uint8Array.of(10);
