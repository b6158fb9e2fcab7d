import type { Handler } from '../methods.ts';
import { reply } from '../reply.ts';

/** Everything may be read by robots; the endpoint is for questions, not for crawling. */
const BODY = 'User-agent: *\nDisallow: /sparql\nAllow: /\n';

/** `/robots.txt` (RFC 9309). */
export const robots = (): Handler => (_request, response) =>
  reply(response, { body: BODY, mediaType: 'text/plain', cacheControl: 'public, max-age=86400' });
