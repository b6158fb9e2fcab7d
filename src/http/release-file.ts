import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import type { Response } from 'express';
import type { ReleaseFile } from '../model/index.ts';
import { encodeIri } from './address.ts';
import type { AppContext } from './context.ts';
import { httpDate, MINUTE } from './reply.ts';
import { sendFile } from './send-file.ts';

/** How addresses of dumps end. */
export const DUMP = '.nq.gz';

/** A file as it is handed out. */
export interface SentFile {
  readonly file: ReleaseFile;
  /** Under which it is saved. */
  readonly name: string;
  /** Path of what it holds all of. */
  readonly collection: string;
}

/** A stored file as it is: packed once, never again, its digest the one of the manifest. */
export function sendReleaseFile(
  { release }: AppContext,
  response: Response,
  { file, name, collection }: SentFile,
): Promise<void> {
  return sendFile(response, {
    path: join(release.folder, file.path),
    headers: {
      'Content-Type': 'application/gzip',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': MINUTE,
      ETag: `"${file.sha256}"`,
      'Last-Modified': httpDate(release.manifest.createdAt),
      'Repr-Digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
      Link: `<${encodeIri(collection)}>; rel="collection"`,
    },
  });
}
