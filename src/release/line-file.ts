import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Octets written at once. */
const PIECE = 1 << 16;
/** Octets of UTF-8 for a unit of UTF-16, at most. */
const MOST_OCTETS = 3;

/**
 * A plain file of lines in the making: what is given is written soon, and not kept. Lines wait as octets, because a text
 * made of parts of other texts would keep all of those in memory.
 */
export class LineFile {
  readonly path: string;
  readonly #pending = Buffer.allocUnsafe(PIECE);
  #filled = 0;
  #descriptor: number | undefined;

  /** @param path absolute; its folder is made */
  constructor(path: string) {
    this.path = path;
    mkdirSync(dirname(path), { recursive: true });
    this.#descriptor = openSync(path, 'w');
  }

  add(line: string): void {
    const most = MOST_OCTETS * (line.length + 1);
    if (this.#filled + most > PIECE) this.#flush();
    if (most > PIECE) this.#write(Buffer.from(`${line}\n`));
    else this.#filled += this.#pending.write(`${line}\n`, this.#filled);
  }

  /** May be called again. */
  close(): void {
    if (this.#descriptor === undefined) return;
    this.#flush();
    closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  #flush(): void {
    this.#write(this.#pending.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #write(octets: Buffer): void {
    if (this.#descriptor === undefined) return;
    for (let at = 0; at < octets.length; ) at += writeSync(this.#descriptor, octets, at);
  }
}
