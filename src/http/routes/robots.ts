import type { AppContext } from '../context.ts';
import type { Handler } from '../methods.ts';
import { reply } from '../reply.ts';

/** `/robots.txt` (RFC 9309): everything may be read; what answers questions without end is not for crawling. */
export const robots =
  ({ release }: AppContext): Handler =>
  (_request, response) =>
    reply(response, {
      body: `User-agent: *\nDisallow: /sparql\nDisallow: /fragments\nAllow: /\n\nSitemap: ${release.manifest.base}sitemap.xml\n`,
      mediaType: 'text/plain',
      cacheControl: 'public, max-age=86400',
    });
