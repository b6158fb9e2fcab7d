import { Buffer } from 'node:buffer';
import type { Response } from 'express';
import type { AnswerBody, SparqlAnswer } from '../../model/index.ts';
import type { AppContext } from '../context.ts';
import type { ServedContext } from '../serving.ts';
import type { CheckedQuery } from './query-memory.ts';
import { malformed, notReady, overloaded, refusal, tooComplex, tooLarge } from './refusals.ts';
import { readOnly, type SparqlRequest } from './request.ts';

export type { CheckedQuery } from './query-memory.ts';
export type Answered = Extract<SparqlAnswer, { kind: 'answered' }>;

/**
 * Parses a query, or remembers it; throws a problem for what is malformed, too complex, or an update.
 * @param response of the client who asks: long texts count among what it has under way
 */
export async function checkQuery(
  { release, serving }: ServedContext,
  text: string,
  response: Response,
): Promise<CheckedQuery> {
  const known = serving.queries.get(text);
  if (known) return known;
  if (text.length > SHORT) serving.clients.admit(response);
  const parsed = await serving.parser.parse(text);
  if (parsed.kind === 'overloaded') throw overloaded(2);
  if (parsed.kind === 'update') throw readOnly();
  if (parsed.kind === 'too-complex') throw tooComplex(parsed);
  if (parsed.kind === 'malformed') throw malformed(parsed);
  const { kind: _parsed, queryKind: kind, ...rest } = parsed;
  const asksOthers = rest.services.some(({ iri }) => iri !== `${release.manifest.base}search`);
  const query = { ...rest, text, kind, isVolatile: rest.isVolatile || asksOthers };
  serving.queries.put(query);
  return query;
}

/** Texts that are parsed in no time, in UTF-16 code units. */
const SHORT = 500;

/**
 * Asks the store; every outcome but an answer is thrown as a problem. Undefined when the client has left: the query
 * was stopped and nobody is there to be told.
 */
export async function askStore(
  { store, serving }: ServedContext,
  response: Response,
  query: CheckedQuery,
  request: SparqlRequest,
  mediaType: string,
): Promise<Answered | undefined> {
  if (!store.isReady()) throw notReady();
  // Who left while the query was parsed is told of no more.
  if (response.destroyed) return undefined;
  serving.clients.admit(response);
  const started = performance.now();
  const answer = await store.answer({
    ...query,
    mediaType,
    ...protocolDataset(request),
    signal: leaving(response),
  });
  serving.metrics.answered(answer.kind, performance.now() - started);
  if (answer.kind === 'abandoned') return undefined;
  if (answer.kind !== 'answered') throw refusal(answer, query.text);
  response.setHeader('Server-Timing', `store;dur=${answer.milliseconds.toFixed(1)}`);
  return answer;
}

const MOST_GATHERED = 64 << 20;

/** The whole text of an answer; parts that come from elsewhere are gathered, within what an answer may have. */
export async function textOf(body: AnswerBody, { resultBytes = MOST_GATHERED }: AppContext): Promise<string> {
  if (typeof body === 'string') return body;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    // Leaving the loop ends what comes.
    if (size > resultBytes) throw tooLarge(resultBytes / 1e6);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Naming one graph says what the whole dataset is: the other part is then empty, not everything. */
function protocolDataset({ defaultGraphs, namedGraphs }: SparqlRequest) {
  return defaultGraphs.length + namedGraphs.length === 0 ? {} : { defaultGraphs, namedGraphs };
}

/** Aborts when the connection closes before the answer is sent. */
function leaving(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
