import { basename, dirname } from 'node:path';
import type { Response } from 'express';
import { Fault } from '../model/index.ts';

/** A file and the headers it goes with. */
export interface SentFile {
  /** Absolute path. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Sends a file with ranges and conditions (RFC 9110 sections 13 and 14): 206, 304, 416. The headers given stand; the
 * validators in them are the ones that conditions are judged by.
 */
export function sendFile(response: Response, { path, headers }: SentFile): Promise<void> {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const options = {
    root: dirname(path),
    lastModified: false,
    cacheControl: false,
    dotfiles: 'allow',
  } as const;
  return new Promise((resolve, reject) => {
    response.sendFile(basename(path), options, (error?: FileError) => {
      // Nobody is left to tell when the client broke off.
      if (!error || GONE.has(error.code) || response.destroyed) resolve();
      else reject(error.status === 404 ? missing(path, error) : error);
    });
  });
}

/** How a client that breaks off is noticed, by who notices first. */
const GONE: ReadonlySet<string | undefined> = new Set(['ECONNABORTED', 'ECONNRESET', 'EPIPE']);

type FileError = Error & { readonly code?: string; readonly status?: number };

/** What is published and not there is a fault of ours, not a wrong address. */
const missing = (path: string, cause: FileError) =>
  new Fault(
    { fr: `Il manque un fichier : ${basename(path)}.`, en: `A file is missing: ${basename(path)}.` },
    { fr: 'Refaites la version publiée.', en: 'Make the release again.' },
    cause,
  );
