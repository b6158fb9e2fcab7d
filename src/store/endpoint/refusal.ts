import type { SparqlAnswer } from '../../model/index.ts';
import type { StoreLimits } from '../pool/store-limits.ts';
import { unbasedReason } from '../remote/based-query.ts';
import { isDone, type Received, textOf } from '../remote/exchange.ts';

/** What a response means that is not an answer, or not a whole one, in the asked media type; undefined where it is one. */
export async function refusalOf(
  received: Received,
  mediaType: string,
  limits: StoreLimits,
): Promise<SparqlAnswer | undefined> {
  if (isDone(received) && received.mediaType === mediaType) return cutAnswer(received, limits);
  const words = await textOf(received);
  const { status } = received;
  if (isDone(received))
    return { kind: 'failed', reason: `answered ${received.mediaType} where ${mediaType} was asked` };
  if (status === 400) return { kind: 'malformed', reason: unbasedReason(words) };
  const isTimeout = status === 504 || status === 408 || (status >= 500 && /time[sd]?[ -]?out/i.test(words));
  if (isTimeout) return { kind: 'timed-out', limitMilliseconds: limits.milliseconds };
  if (status === 503 || status === 429) return overloaded(limits, retryAfter(received));
  return { kind: 'failed', reason: `status ${status}: ${words}` };
}

/** Virtuoso cuts answers at limits of its own, with status 200, and tells it in headers. */
function cutAnswer({ headers }: Received, { milliseconds }: StoreLimits): SparqlAnswer | undefined {
  const rows = Number(headers['x-sparql-maxrows']);
  if (rows > 0) return { kind: 'too-large', unit: 'rows', limit: rows };
  return headers['x-sql-state'] ? { kind: 'timed-out', limitMilliseconds: milliseconds } : undefined;
}

export const overloaded = ({ milliseconds }: StoreLimits, seconds?: number): SparqlAnswer => ({
  kind: 'overloaded',
  retryAfterSeconds: Math.max(1, seconds ?? Math.ceil(milliseconds / 1000)),
});

/** Seconds that a server asks to wait, bounded; undefined where it says nothing, or a date. */
function retryAfter({ headers }: Received): number | undefined {
  const seconds = Number(headers['retry-after']);
  return Number.isInteger(seconds) && seconds > 0 ? Math.min(seconds, 3600) : undefined;
}
