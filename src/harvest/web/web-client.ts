import type { LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import { assertPublicHost, publicLookup } from '../../network/index.ts';
import type { HarvestBounds } from '../bounds.ts';
import { failureIn } from '../failure.ts';
import { HostQueue } from './host-queue.ts';
import { followed } from './redirects.ts';
import { isBusy, waitFor, waitOf } from './waits.ts';
import { busy, otherProtocol, privateHost, unreachable } from './web-failures.ts';
import { discard, type WebAnswer, type WebRequest } from './web-request.ts';

/** What is told while one waits. */
export type WebEvent = { readonly kind: 'waiting'; readonly host: string; readonly milliseconds: number };

export interface WebClientOptions {
  readonly userAgent: string;
  readonly bounds: HarvestBounds;
  /** Whether a host may have an address of an intranet or of this machine. */
  readonly allowsPrivate: (host: string) => boolean;
  /** Ends everything. */
  readonly signal?: AbortSignal;
  readonly lookup?: LookupFunction;
  readonly tell?: (event: WebEvent) => void;
}

export interface WebClient {
  readonly bounds: HarvestBounds;
  /**
   * Asks, follows redirects, waits where it is told to and tries again where a server stumbles. Other statuses are given as
   * they are. @throws HarvestFailure
   */
  open(asked: WebRequest, signal?: AbortSignal): Promise<WebAnswer>;
  close(): Promise<void>;
}

const LONGEST_HEADERS = 64 << 10;

/** A client that says who it is, asks a host one thing at a time, and judges addresses at the moment of connecting. */
export function createWebClient(options: WebClientOptions): WebClient {
  const { bounds } = options;
  const agents = createAgents(options);
  const queue = new HostQueue();
  const send = (asked: WebRequest, signal?: AbortSignal): Promise<WebAnswer> =>
    sendOnce({ ...options, agents, queue }, asked, signal);
  return {
    bounds,
    async open(asked, signal) {
      const leaving = eitherOf(signal, options.signal);
      let waited = 0;
      for (let attempt = 1; ; attempt++) {
        const given = await followed(asked, send, bounds, signal).catch((error) => {
          if (!isTransient(error, leaving) || attempt >= bounds.attempts) throw error;
          return undefined;
        });
        const again = waitOf(given, attempt, bounds);
        if (given && again === undefined) return given;
        const pause = again ?? 0;
        if (given) leaveAlone(given, { queue, pause, isTooLong: waited + pause > bounds.waitMilliseconds });
        waited += pause;
        options.tell?.({ kind: 'waiting', host: new URL(asked.url).host, milliseconds: pause });
        await waitFor(pause, leaving);
      }
    },
    close: async () => {
      await Promise.all([agents.open.destroy(), agents.checking.destroy()]);
    },
  };
}

/** Ends an answer that is to be asked for again. A server that is busy is not asked for anything meanwhile. */
function leaveAlone(
  answer: WebAnswer,
  {
    queue,
    pause,
    isTooLong,
  }: { readonly queue: HostQueue; readonly pause: number; readonly isTooLong: boolean },
): void {
  const { url, status } = answer;
  if (isBusy(answer) && !isTooLong) queue.rest(new URL(url).host, pause);
  discard(answer);
  if (isBusy(answer) && isTooLong) throw busy(url, status, pause);
}

interface Agents {
  readonly open: Agent;
  readonly checking: Agent;
}

function createAgents({ bounds, lookup }: WebClientOptions): Agents {
  const shared = { maxHeaderSize: LONGEST_HEADERS, connections: 2, pipelining: 1 };
  const timeout = bounds.connectMilliseconds;
  return {
    open: new Agent({ ...shared, connect: { timeout, ...(lookup && { lookup }) } }),
    checking: new Agent({ ...shared, connect: { timeout, lookup: publicLookup(privateHost, lookup) } }),
  };
}

type Sending = WebClientOptions & { readonly agents: Agents; readonly queue: HostQueue };

/** One request, no redirect followed. The host's turn ends with the body. */
async function sendOnce(
  { userAgent, bounds, allowsPrivate, signal, agents, queue }: Sending,
  { url, headers = {}, secret = {} }: WebRequest,
  leaving?: AbortSignal,
): Promise<WebAnswer> {
  const { protocol, host, hostname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') throw otherProtocol(url);
  const isOpen = allowsPrivate(hostname);
  if (!isOpen) assertPublicHost(url, privateHost);
  const ended = eitherOf(leaving, signal);
  const leave = await queue.enter(host, ended);
  try {
    const answer = await request(url, {
      method: 'GET',
      headers: { ...headers, ...secret, 'user-agent': userAgent },
      dispatcher: isOpen ? agents.open : agents.checking,
      headersTimeout: bounds.silenceMilliseconds,
      bodyTimeout: bounds.silenceMilliseconds,
      ...(ended && { signal: ended }),
    });
    answer.body.once('close', leave);
    return { status: answer.statusCode, headers: answer.headers, body: answer.body, url };
  } catch (error) {
    leave();
    leaving?.throwIfAborted();
    signal?.throwIfAborted();
    throw failureIn(error) ?? unreachable(url, error);
  }
}

/** A connection that failed may succeed the next time; what was refused here, or ended, will not. */
const isTransient = (error: unknown, leaving: AbortSignal | undefined): boolean =>
  failureIn(error)?.code === 'unreachable' && leaving?.aborted !== true;

function eitherOf(a?: AbortSignal, b?: AbortSignal): AbortSignal | undefined {
  return a && b ? AbortSignal.any([a, b]) : (a ?? b);
}
