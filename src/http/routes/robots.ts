import type { AppContext } from '../context.ts';
import type { Handler } from '../methods.ts';
import { reply } from '../reply.ts';

/**
 * What crawlers are asked to leave: `*` stands for anything (RFC 9309 section 2.2.3). Each line says why, for the file is
 * read by people too.
 */
const LEFT: readonly (readonly [why: string, paths: readonly string[]])[] = [
  [
    'Questions have no end: each is worked out anew. Whole files are on the pages of datasets.',
    ['/sparql?', '/sparql/', '/fragments', '/reconcile?', '/reconcile/', '/api/'],
  ],
  [
    'Choices can be combined without end. Every thing is in the sitemap; /search itself may be read.',
    ['/search?', '/map?', '/map/'],
  ],
  ['Forms, and the way to them.', ['/contribute/']],
  ['The same descriptions, page by page or by other models.', ['/*?*after=', '/*?*_profile=']],
];

/** `/robots.txt` (RFC 9309): everything may be read; what answers questions without end is not for crawling. */
export const robots =
  ({ release }: AppContext): Handler =>
  (_request, response) => {
    const rules = LEFT.map(([why, paths]) =>
      [`# ${why}`, ...paths.map((path) => `Disallow: ${path}`)].join('\n'),
    );
    reply(response, {
      body: `User-agent: *\n${rules.join('\n')}\nAllow: /\n\nSitemap: ${release.manifest.base}sitemap.xml\n`,
      mediaType: 'text/plain',
      cacheControl: 'public, max-age=86400',
    });
  };
