import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/** What fails at once is told; what fails midway breaks the connection; a reader who leaves ends the reading. */
export async function sendStream(response: Response, octets: AsyncGenerator<Uint8Array>): Promise<void> {
  const first = await octets.next();
  response.status(200);
  try {
    await pipeline(after(first, octets), response);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

async function* after(
  first: IteratorResult<Uint8Array>,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
