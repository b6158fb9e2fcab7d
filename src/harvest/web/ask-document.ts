import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import { failureIn, HarvestFailure } from '../failure.ts';
import { decoded } from './content-encoding.ts';
import { pauseAfter, waitFor } from './waits.ts';
import type { WebClient } from './web-client.ts';
import { documentTooLarge, otherStatus, unreachable } from './web-failures.ts';
import { discard, type WebRequest } from './web-request.ts';

/** A whole answer that is held in memory. */
export interface WebDocument {
  readonly text: string;
  readonly url: string;
  readonly status: number;
  readonly moved?: string;
}

/** Asks for a description or a page. Statuses but 200 are failures, unless `bears` says otherwise. @throws HarvestFailure */
export async function askDocument(
  client: WebClient,
  asked: WebRequest,
  {
    signal,
    bears = () => false,
  }: { readonly signal?: AbortSignal; readonly bears?: (status: number) => boolean } = {},
): Promise<WebDocument> {
  const headers = { 'accept-encoding': 'gzip, br', ...asked.headers };
  const { bounds } = client;
  for (let attempt = 1; ; attempt++) {
    const answer = await client.open({ ...asked, headers }, signal);
    const { status, url, moved } = answer;
    try {
      if (status !== 200 && !bears(status)) throw otherStatus(url, status);
      const body = decoded(answer.body, answer.headers['content-encoding'], url);
      const text = await gathered(body, url, bounds.documentBytes);
      return { text, url, status, ...(moved !== undefined && { moved }) };
    } catch (error) {
      signal?.throwIfAborted();
      const failure = failureIn(error);
      if (failure) throw failure;
      if (attempt >= bounds.attempts) throw unreachable(url, error);
    } finally {
      discard(answer);
    }
    await waitFor(pauseAfter(attempt, bounds), signal);
  }
}

/** The same, as JSON. */
export async function askJson(client: WebClient, asked: WebRequest, signal?: AbortSignal): Promise<unknown> {
  const headers = { accept: 'application/json', ...asked.headers };
  const { text, url } = await askDocument(client, { ...asked, headers }, signal ? { signal } : {});
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(url, text, error);
  }
}

const notJson = (url: string, text: string, cause: unknown): HarvestFailure => {
  const isPage = /^\s*<(!doctype\s+html|html)/i.test(text);
  return new HarvestFailure(
    'interface',
    {
      fr: `${url} répond par ${isPage ? 'une page HTML' : 'autre chose que du JSON'}, et non par ce que l’interface promet.`,
      en: `${url} answers with ${isPage ? 'an HTML page' : 'something else than JSON'}, not with what the interface promises.`,
    },
    {
      fr: 'Le portail a peut-être changé d’adresse ou de logiciel : corrigez « harvest » dans dataset.yml.',
      en: 'The portal has perhaps changed its address or its software: correct “harvest” in dataset.yml.',
    },
    cause,
  );
};

async function gathered(body: Readable, url: string, most: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > most) throw documentTooLarge(url, most);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
