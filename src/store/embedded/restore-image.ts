import { Buffer } from 'node:buffer';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Store } from 'oxigraph';
import { type ImageHeader, type KeptValue, NoImage, readHeader, readWhole } from './image-file.ts';
import { failedProbe } from './image-probes.ts';
import type { Insides, OpenedOxigraph } from './oxigraph-module.ts';

const PAGE = 65_536;
/** Read and summed at once: small enough to be near the processor still. */
const BLOCK = 1 << 20;

/** A store made from an image. */
export interface RestoredStore {
  readonly store: Store;
  readonly quads: number;
  /** Tells the file from any other, and from itself once it is changed. */
  readonly checked: string;
}

/**
 * Puts an image into a fresh instance of the package. Any doubt is an error, after which the instance is of no use. The
 * file that was restored last in this process is not summed and counted again, as long as nobody has touched it.
 *
 * @throws NoImage, and what the file system says (missing)
 */
export function restoreImage(
  {
    key,
    file,
    checked,
  }: { readonly key: string; readonly file: string; readonly checked?: string | undefined },
  { Store: StoreClass, namedNode, insides }: OpenedOxigraph,
): RestoredStore {
  if (insides === undefined) throw new NoImage('The memory of this version of Oxigraph is out of reach.');
  const descriptor = openSync(file, 'r');
  try {
    const stats = fstatSync(descriptor, { bigint: true });
    const identity = [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join();
    const { header, bytes } = readHeader(descriptor);
    checkHeader(header, { key, length: Number(stats.size) - bytes });
    const crc = fillMemory(insides, header, { descriptor, at: bytes, isSummed: identity !== checked });
    if (crc !== header.crc32) throw new NoImage('It is damaged.');
    fillTable(insides, header);
    const store = Object.create(StoreClass.prototype, {
      __wbg_ptr: { value: header.pointer, writable: true },
    }) as Store;
    // They are counted one by one.
    if (identity !== checked && store.size !== header.quads)
      throw new NoImage('It has another number of statements.');
    const failed = failedProbe({ store, namedNode }, header.probes);
    if (failed) throw new NoImage(`It answers otherwise than before: ${failed.query}`);
    drawRandomly(store);
    return { store, quads: header.quads, checked: identity };
  } finally {
    closeSync(descriptor);
  }
}

function checkHeader(header: ImageHeader, { key, length }: { key: string; length: number }): void {
  if (header.key !== key) throw new NoImage('It is of another release or another version of Oxigraph.');
  const expected = header.parts.reduce((sum, [from, to]) => sum + to - from, 0);
  if (length !== expected) throw new NoImage(`It has ${length} bytes of memory, not ${expected}.`);
}

/** Reads the memory from the file; gives its sum, which is that of the header where it is not to be summed. */
function fillMemory(
  { memory }: Insides,
  header: ImageHeader,
  {
    descriptor,
    at,
    isSummed,
  }: { readonly descriptor: number; readonly at: number; readonly isSummed: boolean },
): number {
  const initial = memory.buffer.byteLength;
  if (header.bytes < initial) throw new NoImage('Its memory is smaller than that of an empty store.');
  memory.grow((header.bytes - initial) / PAGE);
  const bytes = Buffer.from(memory.buffer);
  bytes.fill(0, 0, initial);
  let position = at;
  let crc = 0;
  for (const [from, to] of header.parts)
    for (let start = from; start < to; start += BLOCK) {
      const block = readWhole(descriptor, bytes.subarray(start, Math.min(to, start + BLOCK)), position);
      if (isSummed) crc = crc32(block, crc);
      position += block.length;
    }
  return isSummed ? crc : header.crc32;
}

/** The memory refers to values by their number: names of properties that it looks up, for one. */
function fillTable({ externrefs }: Insides, header: ImageHeader): void {
  const { length, values } = header.externrefs;
  if (length > externrefs.length) externrefs.grow(length - externrefs.length);
  for (let at = 0; at < externrefs.length; at++) externrefs.set(at, null);
  for (const [at, kept] of values) externrefs.set(at, revived(kept));
}

const revived = (kept: KeptValue): unknown => {
  if (kept.is === 'value') return kept.value;
  return kept.is === 'global' ? globalThis : undefined;
};

const HUNDRED = Array.from({ length: 100 }, (_, number) => number).join(' ');

/**
 * The state of the random numbers is in the image too: all that are made from it would give the same UUIDs. It is seeded
 * anew from the system after 64 KiB; ten thousand numbers are more.
 */
function drawRandomly(store: Store): void {
  const draw = `SELECT (COUNT(?c) AS ?n) { VALUES ?a { ${HUNDRED} } VALUES ?b { ${HUNDRED} } BIND(RAND() AS ?c) }`;
  store.query(draw, { results_format: 'text/csv' });
}
