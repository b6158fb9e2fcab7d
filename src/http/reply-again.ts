import { Buffer } from 'node:buffer';
import type { Response } from 'express';
import { isPlain } from './quick-answers.ts';
import { bodyTag, httpDate, MINUTE, type Reply, reply } from './reply.ts';
import { type AnswerMemory, sendPacked } from './send-packed.ts';

/** What `reply` takes, where the body may be made only when it is needed. */
export type RepeatedReply = Pick<Reply, 'mediaType' | 'lastModified' | 'status'> & {
  readonly body: string | (() => string);
};

/**
 * Sends a body as `reply` does, and remembers it: the next request like this one is answered from memory, before routes
 * are looked for. Requests with conditions, and HEAD, go the long way. A page that is known is not made.
 */
export async function replyAgain(
  response: Response,
  what: RepeatedReply,
  memory: AnswerMemory | undefined,
): Promise<void> {
  const isWhole = (what.status ?? 200) === 200;
  const known = isWhole ? memory?.page?.known() : undefined;
  if (!memory || !isWhole || !isPlain(response.req)) {
    if (known) return reply(response, { ...what, body: `${known.text.plain}`, etag: known.etag });
    return reply(response, { ...what, body: textOf(what) });
  }
  const { mediaType, lastModified } = what;
  // What goes wrong while it is made is answered otherwise: no header of this answer stands yet.
  const body = known ? '' : textOf(what);
  response.setHeader('Cache-Control', MINUTE);
  if (lastModified !== undefined) response.setHeader('Last-Modified', httpDate(lastModified));
  if (known) return sendPacked(response, known, memory);
  const octets = Buffer.from(body, 'utf8');
  const etag = bodyTag(mediaType, octets);
  const answer = memory.answers.get(etag) ?? memory.answers.put(etag, mediaType, octets);
  memory.page?.remember(etag);
  return sendPacked(response, { ...answer, body }, memory);
}

const textOf = ({ body }: RepeatedReply): string => (typeof body === 'string' ? body : body());
