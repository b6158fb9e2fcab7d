import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Characters written at once. */
const PIECE = 1 << 16;

/** A plain file of lines in the making: what is given is written soon, and not kept. */
export class LineFile {
  readonly path: string;
  #descriptor: number | undefined;
  #pending = '';

  /** @param path absolute; its folder is made */
  constructor(path: string) {
    this.path = path;
    mkdirSync(dirname(path), { recursive: true });
    this.#descriptor = openSync(path, 'w');
  }

  add(line: string): void {
    this.#pending += `${line}\n`;
    if (this.#pending.length > PIECE) this.#flush();
  }

  /** May be called again. */
  close(): void {
    if (this.#descriptor === undefined) return;
    this.#flush();
    closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  #flush(): void {
    if (this.#descriptor !== undefined && this.#pending !== '') {
      const bytes = Buffer.from(this.#pending);
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
    }
    this.#pending = '';
  }
}
