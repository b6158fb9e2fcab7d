import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Encoding } from '../packed-text.ts';
import type { AnswerCache } from './answer-cache.ts';

/**
 * Requests that were answered from memory, by all that decided their answer: the next one like them needs no reading, no
 * negotiation and no routes, which cost three times what sending does. Headers are those of the answer before, to the
 * letter; only the time is told anew.
 */
export interface QuickAnswers {
  /** Answers a request like one before; false where it needs to be looked at. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** Remembers how a request was answered; headers are those that were sent. */
  remember(response: ServerResponse, etag: string, encoding: Encoding): void;
}

interface Known {
  readonly etag: string;
  readonly encoding: Encoding;
  readonly headers: Readonly<Record<string, OutgoingHttpHeader>>;
}

/** Requests are remembered within so many characters. */
const CHARACTERS = 4 << 20;
const ENTRY = 1500;

export function createQuickAnswers(answers: AnswerCache): QuickAnswers {
  const known = new LRUCache<string, Known>({
    maxSize: CHARACTERS,
    sizeCalculation: (_known, key) => ENTRY + key.length,
  });
  return {
    answer: (request, response) => {
      if (!isPlain(request)) return false;
      const found = known.get(keyOf(request));
      const octets = found && answers.peek(found.etag)?.text.ready(found.encoding);
      if (!octets) return false;
      answers.get(found.etag);
      response.writeHead(200, found.headers);
      response.end(octets);
      return true;
    },
    remember: (response, etag, encoding) => {
      if (!isPlain(response.req) || answers.largest === 0) return;
      // Whoever packed the answer otherwise, on its way, did so for once.
      if ((response.getHeader('Content-Encoding') ?? 'identity') !== encoding) return;
      const headers = { ...(response.getHeaders() as Known['headers']), 'server-timing': 'cache' };
      known.set(keyOf(response.req), { etag, encoding, headers });
    },
  };
}

/** Conditions are judged elsewhere. */
const isPlain = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' && headers['if-none-match'] === undefined && headers.range === undefined;

/** What `Vary` names, and the target. */
const keyOf = ({ url, originalUrl, headers }: IncomingMessage & { originalUrl?: string }): string =>
  [headers.accept, headers['accept-language'], headers['accept-encoding'], originalUrl ?? url].join('\n');
