import type { OutgoingHttpHeaders } from 'node:http';
import type { Response } from 'express';
import type { AnswerCache, RememberedAnswer } from './answer-cache.ts';
import { packOnItsWay, THRESHOLD, weakTag } from './encoding.ts';
import { packingOf, variesByEncoding } from './negotiation.ts';
import type { PageMemory } from './page-tags.ts';
import type { QuickAnswers } from './quick-answers.ts';
import { contentType } from './reply.ts';

/** Octets that are packed before they are sent; larger answers are packed on their way. */
const MOST_PACKED = 8 << 20;

/** A text to send; without a tag it is not remembered. */
export interface WholeAnswer extends Omit<RememberedAnswer, 'etag'> {
  readonly etag: string | undefined;
  /** The text itself, where it is at hand: node:http writes it together with the head, octets after it. */
  readonly body?: string;
}

/** Where what is sent is remembered. */
export interface AnswerMemory {
  readonly answers: AnswerCache;
  /** Absent: something may change while it is remembered, so each request is looked at. */
  readonly quick?: QuickAnswers;
  /** Absent: what is sent is no page, or its text is made for each request that is not like one before. */
  readonly page?: PageMemory;
  /** Headers that differ where the answer is given again. */
  readonly differing?: OutgoingHttpHeaders;
}

/** Sends a whole text with status 200: the same headers and octets whether it is new or from memory. */
export async function sendPacked(
  response: Response,
  { etag, mediaType, text, body }: WholeAnswer,
  { answers, quick, differing }: AnswerMemory,
): Promise<void> {
  const isPacked = text.plain.length >= THRESHOLD && text.plain.length <= MOST_PACKED;
  const encoding = isPacked ? packingOf(response.req.headers['accept-encoding']) : 'identity';
  if (text.plain.length > MOST_PACKED) packOnItsWay(response);
  const octets = await text.as(encoding);
  if (etag !== undefined && encoding !== 'identity') answers.weighAgain(etag);
  variesByEncoding(response);
  response.setHeader('Content-Type', contentType(mediaType));
  if (etag !== undefined) response.setHeader('ETag', encoding === 'identity' ? etag : weakTag(etag));
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', octets.length);
  response.status(200);
  if (response.req.method === 'HEAD') response.end();
  else response.end(encoding === 'identity' ? (body ?? octets) : octets);
  // Whoever packed the answer otherwise, on its way, did so for once.
  const wasSent = (response.getHeader('Content-Encoding') ?? 'identity') === encoding;
  if (!quick || etag === undefined || answers.largest === 0 || !wasSent) return;
  const again = () => {
    const ready = answers.peek(etag)?.text.ready(encoding);
    if (ready) answers.get(etag);
    return ready;
  };
  quick.remember(response, again, differing);
}
