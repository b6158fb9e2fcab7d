import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/** A request to a server of ours. */
export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Ends the exchange, the reading of its body included. */
  readonly signal: AbortSignal;
  /**
   * On a connection of its own, and never sent twice. Otherwise connections are kept, and a request on one that the server
   * has closed is sent again.
   */
  readonly isAlone?: boolean;
}

/** The head of a response; the body is to be read to its end, or the signal aborted. */
export interface Received {
  readonly status: number;
  readonly mediaType: string;
  readonly headers: IncomingMessage['headers'];
  /** Throws when the connection ends before the body is whole. */
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * One exchange over http or https. Redirects are never followed: credentials and statements go to the address that was
 * set, and nowhere else. @throws Error of the connection, or the abort
 */
export async function exchange(address: string, sent: Sent): Promise<Received> {
  const first = await attempt(address, sent);
  // A kept connection that the server closed meanwhile: nothing of the request was read.
  const last = first === 'stale' ? await attempt(address, { ...sent, isAlone: true }) : first;
  if (last === 'stale') throw new Error('The connection was closed before the request was read.');
  return last;
}

function attempt(
  address: string,
  { method, headers, body, signal, isAlone }: Sent,
): Promise<Received | 'stale'> {
  const url = new URL(address);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sending = request(url, {
      method,
      signal,
      ...(isAlone && { agent: false }),
      headers: { 'accept-encoding': 'identity', ...length, ...headers },
    });
    sending.once('response', (response) => resolve(received(response)));
    sending.on('error', (error: NodeJS.ErrnoException) => {
      if (sending.reusedSocket && error.code === 'ECONNRESET') resolve('stale');
      else reject(error);
    });
    sending.end(body);
  });
}

const received = (response: IncomingMessage): Received => ({
  status: response.statusCode ?? 0,
  mediaType: (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
  headers: response.headers,
  body: response,
});

/** The beginning of a body as text, for messages; the rest is read and dropped. */
export async function textOf({ body }: Received, mostBytes = 4096): Promise<string> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    if (size < mostBytes) kept.push(chunk.subarray(0, mostBytes - size));
    size += chunk.length;
    if (size > 16 * mostBytes) break;
  }
  return Buffer.concat(kept).toString('utf8').trim();
}

export const isDone = ({ status }: Received): boolean => status >= 200 && status < 300;
