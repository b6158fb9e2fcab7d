import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { DEFAULT_BOUNDS, type HarvestBounds } from '../../../src/harvest/index.ts';

/** A portal on loopback that answers as a test has it, and remembers what it was asked. */
export interface Portal {
  /** `http://127.0.0.1:…/` */
  readonly url: string;
  readonly port: number;
  readonly asked: readonly IncomingMessage[];
  close(): Promise<void>;
}

const open: Portal[] = [];
const folders: string[] = [];
afterAll(async () => {
  await Promise.all(open.map((one) => one.close()));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export async function openPortal(answer: RequestListener): Promise<Portal> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const portal: Portal = {
    url: `http://127.0.0.1:${port}/`,
    port,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  open.push(portal);
  return portal;
}

/** Answers one after the other; the last one is given again. */
export function inTurn(...answers: readonly RequestListener[]): RequestListener {
  let count = 0;
  return (request, response) => answers[Math.min(count++, answers.length - 1)]?.(request, response);
}

/** Breaks off until the rest is asked for by a range, and then answers: a busy machine may not have kept anything yet. */
export function breakOffThen(
  broken: RequestListener,
  ...answers: readonly RequestListener[]
): RequestListener {
  const later = inTurn(...answers);
  let isResumed = false;
  return (request, response) => {
    isResumed ||= request.headers.range !== undefined;
    return (isResumed ? later : broken)(request, response);
  };
}

/** A whole answer. */
export const send =
  (
    body: string | Uint8Array,
    headers: Readonly<Record<string, string>> = {},
    status = 200,
  ): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/csv', ...headers }).end(body);
  };

/** An answer that breaks off after some of its bytes. */
export const breakOff =
  (body: string, after: number, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(200, {
      'content-type': 'text/csv',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    });
    response.write(Buffer.from(body).subarray(0, after), () => setTimeout(() => response.destroy(), 100));
  };

/** An answer that says nothing more after some of its bytes. */
export const stall =
  (body: string, after: number, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_, response: ServerResponse) => {
    response.writeHead(200, {
      'content-type': 'text/csv',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    });
    response.write(Buffer.from(body).subarray(0, after));
  };

/** A folder of its own. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cimaise-harvest-'));
  folders.push(folder);
  return folder;
}

/** Bounds under which a test does not wait. */
export const QUICK: HarvestBounds = {
  ...DEFAULT_BOUNDS,
  connectMilliseconds: 2000,
  silenceMilliseconds: 1500,
  wholeMilliseconds: 20_000,
  waitMilliseconds: 3000,
  pauseMilliseconds: 10,
  bytes: 1e6,
  attempts: 3,
};

/** Who harvests in tests: this machine may be asked. */
export const FETCHER = {
  userAgent: 'Cimaise/0.0.0 (+http://localhost:3000/)',
  allowsPrivate: () => true,
  bounds: QUICK,
};
