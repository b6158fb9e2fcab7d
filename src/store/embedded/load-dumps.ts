import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Store } from 'oxigraph';

/** Bytes given to the store at once: bounds the memory of loading, whatever the size of a dump. */
const PART_BYTES = 4 << 20;
const LINE_FEED = 10;

/** Loads an N-Quads dump, gzip. Rejects for what cannot be read; the store then holds a part of it. */
export async function loadDump(store: Store, file: string, base: string): Promise<void> {
  for await (const part of wholeLines(file)) {
    // Without a transaction, Oxigraph sets aside 168 MB for each part, which its memory keeps: twice as much for a
    // million statements, in the same time.
    store.load(part, { format: 'application/n-quads', base_iri: base });
  }
}

/** The unpacked file in parts of some megabytes that end with a line. */
async function* wholeLines(file: string): AsyncGenerator<Uint8Array> {
  // A failure of either stream ends the loop below with that error; the callback has nothing to add.
  const unpacked = pipeline(createReadStream(file), createGunzip({ chunkSize: 1 << 18 }), () => {});
  let kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    kept.push(chunk);
    size += chunk.length;
    const end = size < PART_BYTES ? -1 : chunk.lastIndexOf(LINE_FEED);
    if (end < 0) continue;
    const all = Buffer.concat(kept);
    const cut = size - chunk.length + end + 1;
    yield all.subarray(0, cut);
    kept = [all.subarray(cut)];
    size -= cut;
  }
  if (size > 0) yield Buffer.concat(kept);
}
