import type { Response } from 'express';
import { isPlain } from './quick-answers.ts';
import { entityTag, httpDate, MINUTE, type Reply, reply } from './reply.ts';
import { type AnswerMemory, sendPacked } from './send-packed.ts';

/**
 * Sends a body as `reply` does, and remembers it: the next request like this one is answered from memory, before routes
 * are looked for. Requests with conditions, and HEAD, go the long way.
 */
export async function replyAgain(
  response: Response,
  what: Pick<Reply, 'body' | 'mediaType' | 'lastModified' | 'status'>,
  memory: AnswerMemory | undefined,
): Promise<void> {
  if (!memory || (what.status ?? 200) !== 200 || !isPlain(response.req)) return reply(response, what);
  const { body, mediaType, lastModified } = what;
  response.setHeader('Cache-Control', MINUTE);
  if (lastModified !== undefined) response.setHeader('Last-Modified', httpDate(lastModified));
  const etag = entityTag(mediaType, body);
  return sendPacked(response, memory.answers.get(etag) ?? memory.answers.put(etag, mediaType, body), memory);
}
