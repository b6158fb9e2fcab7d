import { Buffer } from 'node:buffer';
import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { assertPublicHost, publicLookup } from '../network/index.ts';
import { NoOutcome } from './outcomes.ts';
import { unpacked } from './unpacked.ts';
import { hangs, otherProtocol, privateHost, tooLong, tooSlow, unreachable } from './web-faults.ts';

/** A request. */
export interface Asked {
  readonly url: string;
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What comes before a body. */
export interface AnswerHead {
  readonly url: string;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

/** A whole answer; the body is unpacked. */
export interface WebAnswer extends AnswerHead {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly trailers: Readonly<Record<string, string | undefined>>;
}

/** How long and how much. */
export interface WebBounds {
  /** Of one answer, from the request to its last byte. */
  readonly milliseconds: number;
  /** Of one answer that is held in memory. */
  readonly bytes: number;
  /** Of one dump, and the time it may take. */
  readonly dumpBytes: number;
  readonly dumpMilliseconds: number;
}

export interface WebClientOptions {
  readonly userAgent: string;
  /** `public`: no address of an intranet or of this machine is connected to. */
  readonly reach: 'public' | 'any';
  readonly bounds: WebBounds;
  /** Ends everything. */
  readonly signal?: AbortSignal;
  readonly lookup?: LookupFunction;
}

/** Asks over the Web, one request at a time, following nothing by itself. */
export interface WebClient {
  readonly bounds: WebBounds;
  /** @throws Unanswered where no whole answer comes in the bounds */
  ask(asked: Asked): Promise<WebAnswer>;
  /** Hands over a body while it comes, as it is sent. @throws Unanswered */
  stream<T>(asked: Asked, take: (head: AnswerHead, body: Readable) => Promise<T>): Promise<T>;
  close(): void;
}

/** After so many requests without an answer, in a row or in all, nothing more is asked. */
const PATIENCE = { inARow: 3, inAll: 12 };
const LONGEST_HEADERS = 32 << 10;
/** Longest that is waited where a busy server says when to come back. */
const LONGEST_WAIT_SECONDS = 5;

/**
 * A client with bounds in time, size and reach. Addresses are judged at the moment of connecting. It says who it is, waits
 * where it is told to (`Retry-After`, once, shortly), and gives up on a server that hangs.
 */
export function createWebClient(options: WebClientOptions): WebClient {
  const { bounds, reach, signal, userAgent } = options;
  const lookup = reach === 'public' ? publicLookup(privateHost, options.lookup) : options.lookup;
  const agents = { 'http:': new http.Agent(KEPT), 'https:': new https.Agent(KEPT) };
  let hanging = { inARow: 0, inAll: 0 };

  const open = ({ url, method = 'GET', headers = {}, body }: Asked, leaving: AbortSignal) => {
    const target = new URL(url);
    if (target.protocol !== 'http:' && target.protocol !== 'https:') throw otherProtocol(url);
    if (reach === 'public') assertPublicHost(url, privateHost);
    const send = target.protocol === 'https:' ? https.request : http.request;
    return new Promise<IncomingMessage>((resolve, reject) => {
      const request = send(target, {
        method,
        headers: { 'user-agent': userAgent, 'accept-encoding': 'identity', ...headers },
        agent: agents[target.protocol as 'http:' | 'https:'],
        maxHeaderSize: LONGEST_HEADERS,
        signal: leaving,
        ...(lookup && { lookup }),
      });
      request.once('response', resolve);
      request.once('error', reject);
      request.end(body);
    });
  };

  const within = async <T>(milliseconds: number, act: (leaving: AbortSignal) => Promise<T>): Promise<T> => {
    signal?.throwIfAborted();
    if (hanging.inARow >= PATIENCE.inARow || hanging.inAll >= PATIENCE.inAll) throw hangs(hanging.inAll);
    const deadline = AbortSignal.timeout(milliseconds);
    try {
      const given = await act(signal ? AbortSignal.any([deadline, signal]) : deadline);
      hanging = { ...hanging, inARow: 0 };
      return given;
    } catch (error) {
      signal?.throwIfAborted();
      if (!deadline.aborted) throw faultOf(error);
      hanging = { inARow: hanging.inARow + 1, inAll: hanging.inAll + 1 };
      throw tooSlow(milliseconds);
    }
  };

  const askOnce = (asked: Asked): Promise<WebAnswer> =>
    within(bounds.milliseconds, async (leaving) => {
      const message = await open(asked, leaving);
      // A HEAD tells how a body would be packed, and has none.
      const packing = asked.method === 'HEAD' ? undefined : message.headers['content-encoding'];
      const bytes = await gathered(message, packing, bounds.bytes);
      return { ...headOf(asked, message), bytes, text: bytes.toString('utf8'), trailers: message.trailers };
    });

  return {
    bounds,
    async ask(asked) {
      const answer = await askOnce(asked);
      const seconds = waitOf(answer);
      if (seconds === undefined) return answer;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      return askOnce(asked);
    },
    stream: (asked, take) =>
      within(bounds.dumpMilliseconds, async (leaving) => {
        const message = await open(asked, leaving);
        try {
          return await take(headOf(asked, message), message);
        } finally {
          message.destroy();
        }
      }),
    close: () => Object.values(agents).forEach((agent) => void agent.destroy()),
  };
}

const KEPT = { keepAlive: true, maxSockets: 1 } as const;

const headOf = ({ url }: Asked, { statusCode = 0, headers }: IncomingMessage): AnswerHead => ({
  url,
  status: statusCode,
  headers,
});

/** Seconds to wait before asking a busy server again; undefined for any other answer. */
function waitOf({ status, headers }: WebAnswer): number | undefined {
  if (status !== 503 && status !== 429) return undefined;
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  return seconds >= 0 && seconds <= LONGEST_WAIT_SECONDS ? seconds : undefined;
}

async function gathered(
  message: IncomingMessage,
  packing: string | undefined,
  most: number,
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of unpacked(message, packing)) {
      size += part.length;
      if (size > most) throw tooLong(most);
      parts.push(part);
    }
  } finally {
    // Whatever is not read would keep the connection.
    if (!message.complete) message.destroy();
  }
  return Buffer.concat(parts);
}

function faultOf(error: unknown): Error {
  for (let one: unknown = error; one instanceof Error; one = one.cause)
    if (one instanceof NoOutcome) return one;
  return unreachable(error instanceof Error ? error.message || error.name : String(error));
}
