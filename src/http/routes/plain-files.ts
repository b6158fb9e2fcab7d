import { createReadStream, type ReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { Response } from 'express';
import type { DumpFile, DumpFormat } from '../../model/index.ts';
import { encodeIri } from '../address.ts';
import { iriPathOf } from '../canonical-address.ts';
import { type AppContext, publishedDataset } from '../context.ts';
import type { Handler } from '../methods.ts';
import { variesByEncoding } from '../negotiation.ts';
import { notFound } from '../problem.ts';
import { dumpsOf } from '../releases/file-addresses.ts';
import { contentType, httpDate, MINUTE } from '../reply.ts';
import { sendStream } from '../send-stream.ts';

/** `/dataset/<slug>/table.csv`, `/dataset/<slug>/places.geojson`. */
export const PLAIN_FILES = /^\/dataset\/([^/]+)\/(table\.csv|places\.geojson)$/;

const KINDS: Readonly<Record<string, { readonly format: DumpFormat; readonly mediaType: string }>> = {
  'table.csv': { format: 'csv', mediaType: 'text/csv' },
  'places.geojson': { format: 'geojson', mediaType: 'application/geo+json' },
};

/**
 * Dumps for browsers, spreadsheets and maps: the stored gzip as an encoding for who takes it, else unpacked on its way.
 * Never packed anew: a stored file is one member of gzip, which every client unpacks whole.
 */
export const plainFiles =
  (context: AppContext): Handler =>
  (request, response) => {
    const [, slug = '', name = ''] = PLAIN_FILES.exec(iriPathOf(request)) ?? [];
    const kind = KINDS[name];
    const found = publishedDataset(context, slug);
    const file =
      found && dumpsOf(found.released).find((one) => one.format === kind?.format && one.packing === 'gz');
    if (!kind || !file) throw notFound();
    const isPacked = request.acceptsEncodings('gzip') === 'gzip';
    variesByEncoding(response);
    response.setHeader('Content-Type', contentType(kind.mediaType));
    response.setHeader('Cache-Control', MINUTE);
    response.setHeader('ETag', `"${file.sha256}-${isPacked ? 'gzip' : 'plain'}"`);
    response.setHeader('Last-Modified', httpDate(context.release.manifest.createdAt));
    response.setHeader('Link', `<${encodeIri(`/dataset/${slug}`)}>; rel="collection"`);
    if (request.fresh) return void response.status(304).end();
    if (isPacked) setPacked(response, file);
    else response.setHeader('Cache-Control', `${MINUTE}, no-transform`);
    if (request.method === 'HEAD') return void response.status(200).end();
    const stored = createReadStream(join(context.release.folder, file.path), { highWaterMark: 1 << 18 });
    return sendStream(response, isPacked ? partsOf(stored) : unpacked(stored));
  };

function setPacked(response: Response, { bytes }: DumpFile): void {
  response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Length', bytes);
}

async function* partsOf(stored: ReadStream): AsyncGenerator<Uint8Array> {
  yield* stored as AsyncIterable<Uint8Array>;
}

async function* unpacked(stored: ReadStream): AsyncGenerator<Uint8Array> {
  const plain = stored.pipe(createGunzip({ chunkSize: 1 << 18 }));
  stored.on('error', (error) => plain.destroy(error));
  try {
    yield* plain as AsyncIterable<Uint8Array>;
  } finally {
    stored.destroy();
  }
}
