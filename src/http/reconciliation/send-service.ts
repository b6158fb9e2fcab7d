import { setImmediate } from 'node:timers/promises';
import type { Request, Response } from 'express';
import { variesByLanguage } from '../negotiation.ts';
import { MINUTE, reply } from '../reply.ts';
import type { ServedContext } from '../serving.ts';
import type { ReconciliationQuery } from './asked.ts';
import { extensionOf02, extensionOf10, extensionRow } from './extend.ts';
import { namingOf } from './naming.ts';
import type { AskedExtension } from './read-extend.ts';
import { type Candidate, type Reconciling, reconcileQuery } from './reconcile-query.ts';
import type { ReconciliationContext, Scope } from './scope.ts';

/** A request to a service. */
export interface Exchange {
  readonly context: ServedContext & ReconciliationContext;
  readonly scope: Scope;
  readonly request: Request;
  readonly response: Response;
}

export const reconcilingOf = ({ context, scope, request }: Exchange): Reconciling => ({
  context,
  scope,
  naming: namingOf(context, request),
});

/** Sends JSON in the language of the request; what was posted is not kept. */
export function sendJson({ context, request, response }: Exchange, value: unknown): void {
  variesByLanguage(response);
  const isKept = request.method !== 'POST';
  reply(response, {
    body: `${JSON.stringify(value)}\n`,
    mediaType: 'application/json',
    cacheControl: isKept ? MINUTE : 'no-store',
    ...(isKept ? { lastModified: context.release.manifest.createdAt } : { etag: false }),
  });
}

/** Answers a batch of version 0.2. */
export async function sendResults02(
  exchange: Exchange,
  batch: ReadonlyMap<string, ReconciliationQuery>,
): Promise<void> {
  const results = await eachInTurn(exchange, [...batch.values()], reconcileQuery);
  if (!results) return;
  const names = [...batch.keys()];
  sendJson(
    exchange,
    Object.fromEntries(results.map((one, at) => [names[at], { result: one.map(candidateOf02) }])),
  );
}

/** Answers a batch of the draft of 1.0. */
export async function sendResults10(
  exchange: Exchange,
  queries: readonly ReconciliationQuery[],
): Promise<void> {
  const results = await eachInTurn(exchange, queries, reconcileQuery);
  if (results)
    sendJson(exchange, { results: results.map((one) => ({ candidates: one.map(candidateOf02) })) });
}

const candidateOf02 = ({ iri: _, ...told }: Candidate) => told;

/** Answers an extension, in the version of the address. */
export async function sendExtension(exchange: Exchange, asked: AskedExtension): Promise<void> {
  const rows = await eachInTurn(exchange, asked.ids, (id, reconciling) =>
    extensionRow(id, asked, reconciling),
  );
  if (!rows) return;
  const written = exchange.scope.version === '0.2' ? extensionOf02 : extensionOf10;
  sendJson(exchange, written(asked, rows, reconcilingOf(exchange)));
}

/**
 * One after the other; others are answered between them, and nothing is done for a client that has left.
 * @throws HttpProblem 429 for who asks too much
 */
async function eachInTurn<A, R>(
  exchange: Exchange,
  asked: readonly A[],
  answer: (one: A, reconciling: Reconciling) => R,
): Promise<readonly R[] | undefined> {
  const { context, response } = exchange;
  context.serving.clients.admit(response);
  const reconciling = reconcilingOf(exchange);
  const answers: R[] = [];
  for (const one of asked) {
    if (response.destroyed) return undefined;
    answers.push(answer(one, reconciling));
    await setImmediate();
  }
  return response.destroyed ? undefined : answers;
}
