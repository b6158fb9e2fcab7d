import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  request,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly signal?: AbortSignal;
}

/** A running application on a free port of loopback. */
export interface Loopback {
  /** Without a slash at its end. */
  readonly url: string;
  /** Sends a request target as it is, without tidying it. */
  ask(target: string, sent?: Sent): Promise<Answer>;
  close(): Promise<void>;
}

export async function listen(app: RequestListener): Promise<Loopback> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    ask: askOf(port),
    close: () => closed(server),
  };
}

/** Asks a port of loopback. */
export const askOf =
  (port: number): Loopback['ask'] =>
  (target, sent = {}) =>
    send(port, target, sent);

function send(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body, signal }: Sent,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      path,
      method,
      headers,
      agent: false,
      ...(signal && { signal }),
    };
    const sending = request(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const whole = Buffer.concat(parts);
        const { statusCode = 0, headers: received } = response;
        resolve({ status: statusCode, headers: received, body: whole, text: whole.toString('utf8') });
      });
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
  });
}
