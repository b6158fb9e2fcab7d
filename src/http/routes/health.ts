import type { Response } from 'express';
import type { AppContext } from '../context.ts';
import type { Handler } from '../methods.ts';
import { reply } from '../reply.ts';

/** `/health/live`: the process answers. */
export const live = (): Handler => (_request, response) => send(response, 200, { status: 'live' });

/** `/health/ready`: the release answers, SPARQL included. */
export const ready =
  ({ store, release }: AppContext): Handler =>
  (_request, response) => {
    const isReady = store.isReady();
    if (!isReady) response.setHeader('Retry-After', '2');
    const status = isReady ? 'ready' : 'loading';
    send(response, isReady ? 200 : 503, { status, release: release.manifest.id, quads: store.size() });
  };

const send = (response: Response, status: number, what: object): void =>
  reply(response, {
    status,
    body: `${JSON.stringify(what)}\n`,
    mediaType: 'application/json',
    etag: false,
    cacheControl: 'no-store',
  });
