import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Response } from 'express';
import type { AppContext } from '../context.ts';
import { FOREVER } from '../release-file.ts';
import { reply } from '../reply.ts';
import { keptRelease } from './kept-releases.ts';

/** What a manifest does not list: itself, and the checksums of all files, its own included. */
const UNLISTED: Readonly<Record<string, string>> = {
  'manifest.json': 'application/json',
  SHA256SUMS: 'text/plain',
};

const ADDRESS = /^\/releases\/([^/]+)\/([^/]+)$/;

/** Sends the manifest or the checksums of a kept release; tells whether the address is one of them. */
export async function sendUnlisted(context: AppContext, response: Response, path: string): Promise<boolean> {
  const [, id = '', name = ''] = ADDRESS.exec(path) ?? [];
  const mediaType = Object.hasOwn(UNLISTED, name) ? UNLISTED[name] : undefined;
  if (mediaType === undefined) return false;
  const { folder, manifest } = await keptRelease(context, id);
  const body = await readFile(join(folder, name), 'utf8');
  reply(response, { body, mediaType, lastModified: manifest.createdAt, cacheControl: FOREVER });
  return true;
}
