import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Store } from 'oxigraph';
import { encodeHeader, type KeptValue, type KeptValues, NoImage } from './image-file.ts';
import { recordProbes } from './image-probes.ts';
import type { OpenedOxigraph } from './oxigraph-module.ts';

const PAGE = 65_536;
const ZERO = Buffer.alloc(PAGE);
const BLOCK = 1 << 20;
/** A part of an image that is older than this many milliseconds was left behind. */
const LEFT_BEHIND = 3_600_000;

/**
 * Writes the memory of a store beside, renames it into place, and removes images of other keys. Gives the bytes written.
 * @throws NoImage, and what the file system says (disk full, read-only)
 */
export function writeImage(
  { key, file }: { readonly key: string; readonly file: string },
  { namedNode, insides }: OpenedOxigraph,
  { store, quads }: { readonly store: Store; readonly quads: number },
): number {
  if (insides === undefined) throw new NoImage('The memory of this version of Oxigraph is out of reach.');
  const probes = recordProbes({ store, namedNode });
  const externrefs = keptValues(insides.externrefs);
  const memory = Buffer.from(insides.memory.buffer);
  const parts = partsOf(memory);
  const pointer = (store as unknown as { readonly __wbg_ptr: number }).__wbg_ptr;
  const sum = parts.reduce((crc, [from, to]) => sumOf(memory.subarray(from, to), crc), 0);
  const header = { key, bytes: memory.length, parts, crc32: sum, pointer, quads, externrefs, probes };
  return writeAside(file, [encodeHeader(header), ...parts.map(([from, to]) => memory.subarray(from, to))]);
}

/** Block by block, as the memory is read again: each is still near the processor. */
function sumOf(part: Buffer, start: number): number {
  let crc = start;
  for (let at = 0; at < part.length; at += BLOCK) crc = crc32(part.subarray(at, at + BLOCK), crc);
  return crc;
}

/** Pages that are not zero, neighbours together: about a third of a memory has never been used. */
function partsOf(memory: Buffer): readonly [number, number][] {
  const parts: [number, number][] = [];
  for (let from = 0; from < memory.length; from += PAGE) {
    if (memory.compare(ZERO, 0, PAGE, from, from + PAGE) === 0) continue;
    const last = parts.at(-1);
    if (last?.[1] === from) last[1] = from + PAGE;
    else parts.push([from, from + PAGE]);
  }
  return parts;
}

function keptValues(table: WebAssembly.Table): KeptValues {
  const all = Array.from({ length: table.length }, (_, at) => [at, table.get(at) as unknown] as const);
  const values = all.filter(([, value]) => value !== null).map(([at, value]) => [at, kept(value)] as const);
  return { length: table.length, values };
}

function kept(value: unknown): KeptValue {
  if (value === undefined) return { is: 'undefined' };
  if (value === globalThis) return { is: 'global' };
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return { is: 'value', value };
  throw new NoImage(`The memory refers to a value that cannot be written: ${typeof value}.`);
}

function writeAside(file: string, contents: readonly Buffer[]): number {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  const aside = join(folder, `store-${randomUUID()}.part`);
  try {
    const bytes = writeAll(aside, contents);
    renameSync(aside, file);
    removeOthers(folder, basename(file));
    return bytes;
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

function writeAll(file: string, contents: readonly Buffer[]): number {
  const descriptor = openSync(file, 'wx');
  let bytes = 0;
  try {
    for (const content of contents)
      for (let done = 0; done < content.length; ) {
        const length = Math.min(content.length - done, BLOCK << 4);
        const written = writeSync(descriptor, content, done, length);
        done += written;
        bytes += written;
      }
  } finally {
    closeSync(descriptor);
  }
  return bytes;
}

function removeOthers(folder: string, kept: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const isOld = (): boolean =>
      Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > LEFT_BEHIND;
    if (/^store-[0-9a-f]+\.image$/.test(name) ? name !== kept : /^store-.+\.part$/.test(name) && isOld())
      rmSync(path, { force: true });
  }
}
