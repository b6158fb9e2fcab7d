import { createReadStream, createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { ZipFile } from 'yazl';
import type { Compression } from '../../model/index.ts';
import { tarOf } from './tar.ts';
import { createXz } from './xz.ts';

/** Makes `to` out of the file `from`; `entry` is its name inside an archive. */
type Packer = (from: string, to: string, entry: string) => Promise<void>;

/** One date for every entry, the first that zip knows: two runs write the same bytes. */
const MOMENT = new Date(Date.UTC(1980, 0, 1));
const MODE = 0o100644;

export const PACKERS: Readonly<Record<Compression, Packer>> = {
  none: rename,
  gzip: (from, to) => pipeline(createReadStream(from), createGzip(), createWriteStream(to)),
  zip: packZip,
  'tar.gz': (from, to, entry) => packTar(from, to, entry, createGzip()),
  'tar.xz': async (from, to, entry) => packTar(from, to, entry, await createXz()),
};

async function packZip(from: string, to: string, entry: string): Promise<void> {
  const zip = new ZipFile();
  const output = zip.outputStream as NodeJS.ReadableStream & { destroy(error: Error): void };
  zip.on('error', (error: Error) => output.destroy(error));
  zip.addFile(from, entry, { mtime: MOMENT, mode: MODE });
  zip.end();
  await pipeline(output, createWriteStream(to));
}

const packTar = (
  from: string,
  to: string,
  entry: string,
  compressor: NodeJS.ReadWriteStream,
): Promise<void> => pipeline(tarOf(from, entry, MOMENT), compressor, createWriteStream(to));
