import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';

/** What has come of a file so far, and how the rest of the same can be asked for. */
export interface Partial {
  /** The address that was asked. */
  readonly url: string;
  /** A strong entity tag, or else a date, for `If-Range`. */
  readonly validator: string;
  /** Content codings of the bytes: they are kept as they are sent. */
  readonly encoding: string;
  readonly bytes: number;
}

const notePath = (path: string): string => `${path}.json`;

/** What a broken download, in this process or one that was killed, left of an address. */
export async function readPartial(path: string, url: string): Promise<Partial | undefined> {
  try {
    const noted = JSON.parse(await readFile(notePath(path), 'utf8')) as Record<string, unknown>;
    const { size } = await stat(path);
    const { validator, encoding } = noted;
    if (noted['url'] !== url || typeof validator !== 'string' || typeof encoding !== 'string')
      return undefined;
    return size === 0 ? undefined : { url, validator, encoding, bytes: size };
  } catch {
    // Nothing there, or nothing that can be relied on: the file is asked for from its beginning.
    return undefined;
  }
}

/** Notes what is needed to go on later; where an answer gives no means to, nothing is. */
export async function notePartial(path: string, url: string, headers: IncomingHttpHeaders): Promise<void> {
  const validator = validatorOf(headers);
  if (validator === undefined) return forgetNote(path);
  const encoding = String(headers['content-encoding'] ?? '');
  await writeFile(notePath(path), JSON.stringify({ url, validator, encoding }));
}

export const forgetNote = (path: string): Promise<void> => rm(notePath(path), { force: true });

export async function forgetPartial(path: string): Promise<void> {
  await rm(path, { force: true });
  await forgetNote(path);
}

/** A date is a strong validator where it is at least a minute older than the answer (RFC 9110, 8.8.2.2). */
function validatorOf({ etag, date, ...headers }: IncomingHttpHeaders): string | undefined {
  if (headers['accept-ranges']?.toLowerCase() === 'none') return undefined;
  if (etag?.startsWith('"')) return etag;
  const changed = headers['last-modified'];
  const age = Date.parse(date ?? '') - Date.parse(changed ?? '');
  return changed !== undefined && age >= 60_000 ? changed : undefined;
}
