import { Buffer } from 'node:buffer';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';

/**
 * Requests that were answered, by all that decided their answer: the next one like them needs no reading, no negotiation
 * and no routes, which cost three times what sending does. Status and headers are those of the answer before, to the
 * letter; only the time is told anew.
 */
export interface QuickAnswers {
  /** Answers a request like one before; false where it needs to be looked at. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /**
   * Remembers how a request was answered: the status and headers that were sent, and what `differing` puts in their place.
   * @param again gives the octets, or nothing where they are no longer in memory
   */
  remember(response: ServerResponse, again: () => Buffer | undefined, differing?: OutgoingHttpHeaders): void;
  /** Forgets all, also what is being answered just now: pages say something else from here on. */
  forget(): void;
}

interface Known {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly again: () => Buffer | undefined;
}

/** Requests are remembered within so many characters. */
const CHARACTERS = 8 << 20;
const ENTRY = 1500;

/** For an answer without a body. */
export const NO_OCTETS = (): Buffer => EMPTY;
const EMPTY = Buffer.alloc(0);

export function createQuickAnswers(): QuickAnswers {
  const known = new LRUCache<string, Known>({
    maxSize: CHARACTERS,
    sizeCalculation: (_known, key) => ENTRY + key.length,
  });
  /** Requests that were looked at before all was forgotten are not remembered any more. */
  let begun = new WeakSet<IncomingMessage>();
  return {
    answer: (request, response) => {
      if (!isPlain(request)) return false;
      const found = known.get(keyOf(request));
      const octets = found?.again();
      if (!found || !octets) {
        begun.add(request);
        return false;
      }
      response.writeHead(found.status, found.headers);
      response.end(octets);
      return true;
    },
    remember: (response, again, differing = {}) => {
      if (!isPlain(response.req) || !begun.has(response.req)) return;
      // A copy of their own.
      const headers = Object.assign(response.getHeaders(), differing);
      known.set(keyOf(response.req), { status: response.statusCode, headers, again });
    },
    forget: () => {
      known.clear();
      begun = new WeakSet();
    },
  };
}

/** Conditions and ranges are judged elsewhere. */
export const isPlain = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' &&
  headers['if-none-match'] === undefined &&
  headers['if-modified-since'] === undefined &&
  headers.range === undefined;

/** What `Vary` names, and the target. */
const keyOf = ({ url, originalUrl, headers }: IncomingMessage & { originalUrl?: string }): string =>
  `${headers.accept ?? ''}\n${headers['accept-language'] ?? ''}\n${headers['accept-encoding'] ?? ''}\n${headers['accept-profile'] ?? ''}\n${originalUrl ?? url}`;
