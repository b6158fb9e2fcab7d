import type { Response } from 'express';
import { variesByEncoding } from '../negotiation.ts';
import { contentType } from '../reply.ts';

/** An answer that comes in parts. */
export interface PartedAnswer {
  readonly parts: AsyncIterable<Uint8Array>;
  readonly mediaType: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Most octets kept to be remembered. */
  readonly kept: number;
}

/**
 * Sends parts as they come, at the speed of their reader. `Result-Status: complete` follows them as a trailer: headers
 * are gone before anybody knows. A part that fails is thrown: the connection is then broken, never ended properly.
 * @returns the whole answer where it was sent to the end and is small enough to be remembered
 */
export async function sendParts(response: Response, answer: PartedAnswer): Promise<Uint8Array | undefined> {
  const parts = answer.parts[Symbol.asyncIterator]();
  const leave = (): void => void parts.return?.().catch(() => {});
  response.once('close', leave);
  try {
    // Before the first part has come, a refusal can still be told.
    const first = await parts.next();
    if (response.destroyed) return undefined;
    begin(response, answer);
    if (response.req.method === 'HEAD') {
      response.end();
      return undefined;
    }
    return await passOn(response, { first, parts, most: answer.kept });
  } finally {
    leave();
  }
}

function begin(response: Response, { mediaType, headers }: PartedAnswer): void {
  response.status(200);
  variesByEncoding(response);
  response.setHeader('Content-Type', contentType(mediaType));
  if (response.req.method !== 'HEAD') response.setHeader('Trailer', 'Result-Status');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

interface Passing {
  readonly first: IteratorResult<Uint8Array>;
  readonly parts: AsyncIterator<Uint8Array>;
  readonly most: number;
}

async function passOn(response: Response, { first, parts, most }: Passing): Promise<Uint8Array | undefined> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for (let next = first; !next.done; next = await parts.next()) {
    if (response.destroyed) return undefined;
    size += next.value.length;
    if (size <= most) kept.push(next.value);
    else kept.length = 0;
    if (!response.write(next.value)) await drained(response);
  }
  if (response.destroyed) return undefined;
  response.addTrailers({ 'Result-Status': 'complete' });
  response.end();
  return size <= most ? Buffer.concat(kept) : undefined;
}

/** Until there is room again, or nobody reads any more. */
function drained(response: Response): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('close', done);
      resolve();
    };
    response.once('drain', done);
    response.once('close', done);
    if (response.destroyed) done();
  });
}
