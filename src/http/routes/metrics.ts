import { isIPv4 } from 'node:net';
import type { Request } from 'express';
import type { Handler } from '../methods.ts';
import { notFound } from '../problem.ts';
import { reply } from '../reply.ts';
import type { ServedContext } from '../serving.ts';

/** `/metrics` for Prometheus: for clients on this machine, or for everybody; for others there is nothing here. */
export const metrics =
  ({ metrics: readers = 'local', serving }: ServedContext): Handler =>
  async (request, response) => {
    if (readers === 'local' && !isLocal(request)) throw notFound();
    const { body, mediaType } = await serving.metrics.text();
    reply(response, { body, mediaType, etag: false, cacheControl: 'no-store' });
  };

/** A peer on loopback that speaks for itself: a proxy on this machine says for whom it asks. */
function isLocal({ socket, headers }: Request): boolean {
  if (['forwarded', 'x-forwarded-for', 'via'].some((name) => headers[name] !== undefined)) return false;
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/i, '');
  return address === '::1' || (isIPv4(address) && address.startsWith('127.'));
}
