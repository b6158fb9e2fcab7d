import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { DumpFormat } from '../../model/index.ts';
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
 * Dumps for browsers, spreadsheets and maps, unpacked on their way. The stored octets are not passed on as they are:
 * they may be several members of gzip, of which some browsers read the first one only.
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
    variesByEncoding(response);
    response.setHeader('Content-Type', contentType(kind.mediaType));
    response.setHeader('Cache-Control', MINUTE);
    response.setHeader('ETag', `"${file.sha256}-plain"`);
    response.setHeader('Last-Modified', httpDate(context.release.manifest.createdAt));
    response.setHeader('Link', `<${encodeURI(`/dataset/${slug}`)}>; rel="collection"`);
    if (request.fresh) return void response.status(304).end();
    if (request.method === 'HEAD') return void response.status(200).end();
    return sendStream(response, unpacked(join(context.release.folder, file.path)));
  };

async function* unpacked(path: string): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const plain = file.pipe(createGunzip({ chunkSize: 1 << 18 }));
  file.on('error', (error) => plain.destroy(error));
  try {
    yield* plain as AsyncIterable<Uint8Array>;
  } finally {
    file.destroy();
  }
}
