import { Buffer } from 'node:buffer';
import { basename, join } from 'node:path';
import type { Response } from 'express';
import type { Release, ReleaseFile } from '../model/index.ts';
import { encodeIri } from './address.ts';
import { contentType, httpDate, MINUTE } from './reply.ts';
import { sendFile } from './send-file.ts';

/** A file of a release as it is handed out. */
export interface SentFile {
  readonly release: Release;
  readonly file: ReleaseFile;
  /** Under which it is saved. */
  readonly name: string;
  /** Path of what it is a part of. */
  readonly collection: string;
  /** Whether the address names the release too, so that it always gives these octets. */
  readonly isPinned?: boolean;
}

/** What never changes: kept for a year, and never asked again. */
export const FOREVER = 'public, max-age=31536000, immutable';

const PACKINGS: Readonly<Record<string, string>> = { gz: 'application/gzip', zst: 'application/zstd' };

/** A stored file as it is: packed once, never again, its digest the one of the manifest (RFC 9530). */
export function sendReleaseFile(
  response: Response,
  { release, file, name, collection, isPinned = false }: SentFile,
): Promise<void> {
  const packing = PACKINGS[/\.(gz|zst)$/.exec(file.path)?.[1] ?? ''];
  return sendFile(response, {
    path: join(release.folder, file.path),
    headers: {
      'Content-Type': packing ?? contentType(file.mediaType),
      ...(packing && { 'Content-Disposition': `attachment; filename="${asciiName(name)}"` }),
      // The digest is that of the octets: nobody on the way may pack them.
      'Cache-Control': `${isPinned ? FOREVER : MINUTE}, no-transform`,
      ETag: `"${file.sha256}"`,
      'Last-Modified': httpDate(release.manifest.createdAt),
      'Repr-Digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
      Link: `<${encodeIri(collection)}>; rel="collection"`,
    },
  });
}

/** A line of `sha256sum -c`. */
export const checksumLine = ({ file, name }: Pick<SentFile, 'file' | 'name'>): string =>
  `${file.sha256}  ${basename(name)}\n`;

const asciiName = (name: string): string => encodeIri(name).replaceAll('"', '%22');
