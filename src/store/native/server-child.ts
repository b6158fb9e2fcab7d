import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Asked, Reply } from '../pool/messages.ts';
import { basedQuery, unbasedReason } from '../remote/based-query.ts';
import { boundedBody, Excess } from '../remote/bounded-body.ts';
import { exchange, type Received, textOf } from '../remote/exchange.ts';
import { notStarted } from './faults.ts';
import { type GuardedChild, spawnGuarded } from './guarded-child.ts';

/** What a child answers within. */
export interface ChildOptions {
  readonly program: string;
  /** Folder of the database, opened read-only: several children may share it. */
  readonly folder: string;
  readonly base: string;
  readonly resultBytes: number;
  readonly resultRows: number;
}

/** A running server of ours on loopback. */
export interface ServerChild {
  ask(question: Asked): Promise<Reply>;
  readonly ended: Promise<string>;
  kill(): Promise<void>;
}

/** A port may be taken by another between our choice and the child's: then another one is tried. */
const ATTEMPTS = 4;
/** Opening a database of hundreds of millions of statements after a crash of the machine may take long. */
const START_MILLISECONDS = 120_000;
const LISTENING = /\blistening\b/i;
/**
 * An error in the middle of an answer does not break the connection: the server appends its words to the answer, ends it
 * well, and tells it here.
 */
const SPOILT = /error while streaming/i;

/** Starts a server on a free port. @throws Fault with its own words when it ends before it listens */
export async function startServer(options: ChildOptions, signal: AbortSignal): Promise<ServerChild> {
  let words = '';
  for (let attempt = 0; attempt < ATTEMPTS && !signal.aborted; attempt += 1) {
    const bind = `127.0.0.1:${await freePort()}`;
    const child = spawnGuarded(options.program, [
      'serve-read-only',
      '--location',
      options.folder,
      '--bind',
      bind,
    ]);
    const ended = await untilListening(child, signal);
    if (ended === undefined) return serverChild(child, `http://${bind}/query`, options);
    words = ended;
    await child.kill();
    if (!/in use|EADDRINUSE/i.test(words)) break;
  }
  throw notStarted(words);
}

/** Undefined when it listens; else why it does not. */
async function untilListening(child: GuardedChild, signal: AbortSignal): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const stop = (): void => resolve('stopped');
  child.onLine((line) => LISTENING.test(line) && resolve(undefined));
  void child.ended.then(({ reason }) => resolve(reason));
  signal.addEventListener('abort', stop, { once: true });
  const done = new AbortController();
  void sleep(START_MILLISECONDS, undefined, { ref: false, signal: done.signal }).then(
    () => resolve(`${child.lastLines()}\nnot listening after ${START_MILLISECONDS / 1000} s`),
    // the wait was ended because it listens, or has ended
    () => {},
  );
  const reason = await promise;
  done.abort();
  signal.removeEventListener('abort', stop);
  return signal.aborted ? 'stopped' : reason;
}

function serverChild(child: GuardedChild, address: string, options: ChildOptions): ServerChild {
  const ended = child.ended.then(({ reason }) => reason);
  let spoilt: string | undefined;
  child.onLine((line) => {
    if (SPOILT.test(line)) spoilt = line;
  });
  return {
    ended,
    kill: () => child.kill(),
    ask: async (asked) => {
      const started = performance.now();
      spoilt = undefined;
      try {
        const reply = await read(await send(address, asked, options.base), asked, options);
        if (reply.kind !== 'answered') return reply;
        await linesRead();
        if (spoilt !== undefined) return { kind: 'broken', reason: spoilt };
        return { ...reply, milliseconds: performance.now() - started };
      } catch (error) {
        if (error instanceof Excess) return { kind: 'too-large', unit: error.unit, isRunning: true };
        return { kind: 'broken', reason: await reasonOf(error, ended) };
      }
    },
  };
}

function send(address: string, asked: Asked, base: string): Promise<Received> {
  const { text, mediaType, union, defaultGraphs = [], namedGraphs = [] } = asked;
  const form = new URLSearchParams({ query: basedQuery(text, base) });
  // By request, not by the option of the program: that one would outdo FROM.
  if (union) form.append('union-default-graph', '');
  else {
    for (const iri of defaultGraphs) form.append('default-graph-uri', iri);
    for (const iri of namedGraphs) form.append('named-graph-uri', iri);
    // The server takes a dataset of no graph for none given: then all graphs would be the default one.
    const isEmpty = asked.defaultGraphs && defaultGraphs.length + namedGraphs.length === 0;
    if (isEmpty) form.append('default-graph-uri', NO_GRAPH);
  }
  return exchange(address, {
    method: 'POST',
    headers: { accept: mediaType, 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    // Ending the child ends the exchange.
    signal: new AbortController().signal,
    isAlone: true,
  });
}

/** Names no graph of any release. */
const NO_GRAPH = 'urn:cimaise:none';

async function read(received: Received, { mediaType }: Asked, options: ChildOptions): Promise<Reply> {
  if (received.status === 400) return { kind: 'malformed', reason: unbasedReason(await textOf(received)) };
  if (received.status !== 200)
    return { kind: 'broken', reason: `status ${received.status}: ${await textOf(received)}` };
  if (received.mediaType !== mediaType)
    return { kind: 'broken', reason: `answered ${received.mediaType} where ${mediaType} was asked` };
  const bounds = { mediaType, bytes: options.resultBytes, rows: options.resultRows };
  const parts: Uint8Array[] = [];
  for await (const part of boundedBody(received.body, bounds)) parts.push(part);
  return { kind: 'answered', body: Buffer.concat(parts).toString('utf8'), milliseconds: 0 };
}

/** What a child wrote to standard error before its answer ended is there: two turns of the event loop read it. */
async function linesRead(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A connection that breaks when a child ends says less than the child's last words. */
async function reasonOf(error: unknown, ended: Promise<string>): Promise<string> {
  const told = error instanceof Error ? error.message : String(error);
  const words = await Promise.race([ended, sleep(50, '', { ref: false })]);
  return words === '' ? told : `${told} (${words})`;
}

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
