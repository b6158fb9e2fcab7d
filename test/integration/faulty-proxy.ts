import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Answer, Loopback } from './loopback.ts';

/** A request as a fault looks at it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly accept: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Asks the server behind for something else. */
  again(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

/** An answer that a fault may give instead: changed, cut in the middle, never ending, or none. */
export interface Given {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer | string;
  readonly how?: 'cut' | 'endless' | 'hanging';
}

/** Undefined leaves the answer as it is. */
export type Fault = (asked: Asked, answer: Answer) => Given | undefined | Promise<Given | undefined>;

/** A server that passes everything on to another one and does one thing wrong. */
export async function faultyProxy(
  behind: Loopback,
  fault: Fault,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) =>
        name === 'host' ? [] : [[name, String(value)]],
      ),
    );
    const { method = 'GET', url: path = '/' } = request;
    const body = await buffer(request);
    const answer = await behind.ask(path, { method, headers, body });
    const asked: Asked = {
      ...{ method, path, headers, accept: headers['accept'] ?? '', body: body.toString('utf8') },
      again: (other, more = headers) => behind.ask(other, { method, headers: more }),
    };
    send(response, method, (await fault(asked, answer)) ?? answer);
  };
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, method: string, given: Given): void {
  const { status, headers, body, how } = given;
  if (how === 'hanging') return;
  const bytes = Buffer.from(body);
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !HOP_BY_HOP.test(name)) response.setHeader(name, value);
  response.statusCode = status;
  if (how === 'endless') writeOn(response);
  else if (method === 'HEAD' || status === 304 || status === 204) endWithout(response, headers);
  else {
    response.setHeader('content-length', bytes.length);
    if (how === 'cut') response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
    else response.end(bytes);
  }
}

const HOP_BY_HOP = /^(transfer-encoding|content-length|connection|keep-alive)$/;

function writeOn(response: ServerResponse): void {
  if (!response.destroyed) response.write(' '.repeat(1 << 16), () => writeOn(response));
}

function endWithout(response: ServerResponse, { 'content-length': length }: Given['headers']): void {
  if (length !== undefined) response.setHeader('content-length', length);
  response.end();
}
