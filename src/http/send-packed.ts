import type { OutgoingHttpHeaders } from 'node:http';
import type { Response } from 'express';
import type { AnswerCache, RememberedAnswer } from './answer-cache.ts';
import { THRESHOLD } from './encoding.ts';
import { packingOf, variesByEncoding } from './negotiation.ts';
import type { QuickAnswers } from './quick-answers.ts';
import { contentType } from './reply.ts';

/** Octets that are packed before they are sent; larger answers are packed on their way. */
const MOST_PACKED = 8 << 20;

/** A text to send; without a tag it is not remembered. */
export type WholeAnswer = Omit<RememberedAnswer, 'etag'> & { readonly etag: string | undefined };

/** Where what is sent is remembered. */
export interface AnswerMemory {
  readonly answers: AnswerCache;
  readonly quick: QuickAnswers;
  /** Headers that differ where the answer is given again. */
  readonly differing?: OutgoingHttpHeaders;
}

/** Sends a whole text with status 200: the same headers and octets whether it is new or from memory. */
export async function sendPacked(
  response: Response,
  { etag, mediaType, text }: WholeAnswer,
  { answers, quick, differing }: AnswerMemory,
): Promise<void> {
  const isPacked = text.plain.length >= THRESHOLD && text.plain.length <= MOST_PACKED;
  const encoding = isPacked ? packingOf(response.req.headers['accept-encoding']) : 'identity';
  const octets = await text.as(encoding);
  if (etag !== undefined && encoding !== 'identity') answers.weighAgain(etag);
  variesByEncoding(response);
  response.setHeader('Content-Type', contentType(mediaType));
  if (etag !== undefined) response.setHeader('ETag', etag);
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', octets.length);
  response.status(200);
  if (response.req.method === 'HEAD') response.end();
  else response.end(octets);
  // Whoever packed the answer otherwise, on its way, did so for once.
  const wasSent = (response.getHeader('Content-Encoding') ?? 'identity') === encoding;
  if (etag === undefined || answers.largest === 0 || !wasSent) return;
  const again = () => {
    const ready = answers.peek(etag)?.text.ready(encoding);
    if (ready) answers.get(etag);
    return ready;
  };
  quick.remember(response, again, differing);
}
