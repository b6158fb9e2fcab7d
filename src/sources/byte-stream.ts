import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { isNativeError } from 'node:util/types';
import { createGunzip } from 'node:zlib';
import { type Compression, RefusedInput, type Source } from '../model/index.ts';
import { damagedArchive, emptyFile, missing, notAFile, unpacksTooMuch } from './source-complaints.ts';
import { tarEntry } from './tar-entry.ts';
import { unxz } from './unxz.ts';
import { zipEntry } from './zip-entry.ts';

/** Bytes are read in pieces of this size. */
export const PIECE = 1 << 16;

/** Past this many bytes, a file that unpacks to more than this many times its size is refused. */
const SUSPECT_BYTES = 1 << 26;
const SUSPECT_RATIO = 300;

/** Opens a source's bytes, unpacked. The one file inside an archive is the source. */
export async function openBytes(source: Source): Promise<AsyncIterable<Uint8Array>> {
  const { path, shown } = source;
  const size = await readableSize(path, shown);
  const compression = source.compression ?? packingOf(await firstBytes(path, shown));
  if (compression === 'none') return createReadStream(path, { highWaterMark: PIECE });
  const unpacked = UNPACKERS[compression](path, shown);
  return bounded(unpacked, { shown, size, compression, maybeTar: source.compression === undefined });
}

type Unpacker = (path: string, shown: string) => AsyncIterable<Uint8Array>;

/** A new packing is a new row. */
const UNPACKERS: Readonly<Record<Exclude<Compression, 'none'>, Unpacker>> = {
  gzip: (path) => gunzipped(path),
  zip: zipEntry,
  'tar.gz': (path, shown) => tarEntry(gunzipped(path), shown),
  'tar.xz': (path, shown) => tarEntry(unxz(createReadStream(path, { highWaterMark: PIECE })), shown),
};

async function* gunzipped(path: string): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: PIECE });
  const unpacked = createGunzip({ chunkSize: PIECE });
  file.on('error', (error) => unpacked.destroy(error));
  try {
    yield* file.pipe(unpacked) as AsyncIterable<Uint8Array>;
  } finally {
    file.destroy();
  }
}

async function readableSize(path: string, shown: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (!('isFile' in found)) throw new RefusedInput([missing(shown, found.code ?? found.message)]);
  if (!found.isFile()) throw new RefusedInput([notAFile(shown)]);
  if (found.size === 0) throw new RefusedInput([emptyFile(shown)]);
  return found.size;
}

async function firstBytes(path: string, shown: string): Promise<Uint8Array> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new RefusedInput([missing(shown, error.code ?? error.message)]);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const MAGIC: readonly (readonly [Compression, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 3, 4]],
  ['tar.xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
];

function packingOf(bytes: Uint8Array): Compression {
  const found = MAGIC.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte));
  return found?.[0] ?? 'none';
}

interface Packed {
  readonly shown: string;
  readonly size: number;
  readonly compression: Compression;
  readonly maybeTar: boolean;
}

/** Unpacked bytes, refused where they are damaged or grow past all measure; a gzip that holds a tar is opened too. */
async function* bounded(bytes: AsyncIterable<Uint8Array>, packed: Packed): AsyncGenerator<Uint8Array> {
  let total = 0;
  try {
    const unpacked = packed.compression === 'gzip' && packed.maybeTar ? untarred(bytes, packed.shown) : bytes;
    for await (const chunk of unpacked) {
      total += chunk.length;
      if (total > SUSPECT_BYTES && total > packed.size * SUSPECT_RATIO)
        throw new RefusedInput([unpacksTooMuch(packed.shown, SUSPECT_RATIO)]);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof RefusedInput || !isNativeError(error)) throw error;
    throw new RefusedInput([damagedArchive(packed.shown, packed.compression, error.message)]);
  }
  if (total === 0) throw new RefusedInput([emptyFile(packed.shown)]);
}

/** The file inside, where unpacked bytes are those of a tar. */
async function* untarred(bytes: AsyncIterable<Uint8Array>, shown: string): AsyncGenerator<Uint8Array> {
  const source = bytes[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) return;
  const whole = (async function* () {
    try {
      yield first.value;
      for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
    } finally {
      await source.return?.();
    }
  })();
  yield* isTar(first.value) ? tarEntry(whole, shown) : whole;
}

const isTar = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar';
