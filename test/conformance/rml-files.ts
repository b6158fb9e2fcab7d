import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import tar from 'tar-stream';
import { XzReadableStream } from 'xz-decompress';

/** A file without its wrappings, which are told so that two files can be compared in them. */
export interface UnwrappedFile {
  readonly text: string;
  /** Extension of the syntax: `.nq`. */
  readonly syntax: string;
  readonly encoding: 'utf-8' | 'utf-16';
  /** Name inside the archive, where there is one. */
  readonly entry: string | undefined;
}

type Unpacked = Pick<UnwrappedFile, 'entry'> & { readonly bytes: Buffer };

const UNPACKERS: readonly (readonly [string, (packed: Buffer) => Promise<Unpacked>])[] = [
  ['.tar.gz', (packed) => onlyEntryOfTar(gunzipSync(packed))],
  ['.tar.xz', async (packed) => onlyEntryOfTar(await unxz(packed))],
  ['.zip', async (packed) => onlyEntryOfZip(packed)],
  ['.gz', async (packed) => ({ bytes: gunzipSync(packed), entry: undefined })],
];

/** Reads a file as its name says it is packed: one that is not fails. */
export async function readUnwrapped(path: string): Promise<UnwrappedFile> {
  const [extension, unpack] = UNPACKERS.find(([end]) => path.endsWith(end)) ?? ['', plain];
  const { bytes, entry } = await unpack(readFileSync(path));
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return {
    text: new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes),
    syntax: extname(path.slice(0, path.length - extension.length)),
    encoding: wide ? 'utf-16' : 'utf-8',
    entry,
  };
}

const unxz = async (packed: Buffer): Promise<Buffer> =>
  Buffer.from(
    await new Response(new XzReadableStream(new Blob([new Uint8Array(packed)]).stream())).arrayBuffer(),
  );

const plain = async (bytes: Buffer): Promise<Unpacked> => ({ bytes, entry: undefined });

async function onlyEntryOfTar(bytes: Buffer): Promise<Unpacked> {
  const found: Unpacked[] = [];
  const archive = tar.extract();
  archive.on('entry', async (header, stream, next) => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    found.push({ bytes: Buffer.concat(chunks), entry: header.name });
    next();
  });
  await pipeline([bytes], archive);
  return only(found);
}

/** By the central directory (PKWARE APPNOTE 4.3.12), for archives of files that are deflated or stored. */
function onlyEntryOfZip(bytes: Buffer): Unpacked {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const found = Array.from({ length: count }, () => {
    const size = bytes.readUInt32LE(at + 20);
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + size);
    const entry = bytes.toString('utf8', at + 46, at + 46 + name);
    const stored = bytes.readUInt16LE(at + 10) === 0;
    at += 46 + name + extra + comment;
    return { bytes: stored ? content : inflateRawSync(content), entry };
  });
  return only(found);
}

function only(found: readonly Unpacked[]): Unpacked {
  const [one, ...more] = found;
  if (one === undefined || more.length > 0) throw new Error(`An archive with ${found.length} entries.`);
  return one;
}
