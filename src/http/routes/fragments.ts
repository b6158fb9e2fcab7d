import type { Request } from 'express';
import { PREFIXES, RDF_FORMATS, serialise } from '../../rdf/index.ts';
import { describeFragment } from '../fragments/describe-fragment.ts';
import { fragmentOf } from '../fragments/fragment.ts';
import { readFragment } from '../fragments/pattern.ts';
import type { Handler } from '../methods.ts';
import { negotiate } from '../negotiation.ts';
import { SERVICE_DESC } from '../openapi/service-desc.ts';
import { entityTag, reply } from '../reply.ts';
import type { ServedContext } from '../serving.ts';
import { isHeld } from '../sparql/held.ts';

/** The preferred one first: TriG tells the page from its data for people, too. */
const FORMATS = RDF_FORMATS.toSorted(
  (one, other) => Number(other.extension === 'trig') - Number(one.extension === 'trig'),
);

/** `/fragments?subject=&predicate=&object=`: Triple Pattern Fragments, a page at a time, in every RDF syntax. */
export const fragments =
  (context: ServedContext): Handler =>
  async (request, response) => {
    const asked = readFragment(request);
    const { mediaType } = negotiate(request, response, FORMATS, []);
    const { base, id, createdAt, toolVersion } = context.release.manifest;
    const search = request.originalUrl.slice('/fragments'.length);
    const etag = entityTag('fragment', id, createdAt, toolVersion, mediaType, search);
    if (isHeld(request, response, etag)) return;
    const fragment = await fragmentOf(context, response, asked);
    if (!fragment) return;
    const described = describeFragment({
      base,
      address: `${base}fragments${search}`,
      pageAddress: (page) => `${base}fragments${searchOfPage(request, page)}`,
      page: asked.page,
      fragment,
    });
    response.setHeader('Link', SERVICE_DESC);
    const body = await serialise([...fragment.statements, ...described], mediaType, {
      ...PREFIXES,
      def: `${base}def/`,
    });
    reply(response, { body, mediaType, etag, lastModified: createdAt });
  };

/** The same pattern, another page; the first one has no number. */
function searchOfPage({ originalUrl }: Request, page: number): string {
  const pairs = originalUrl
    .split('?')
    .slice(1)
    .join('?')
    .split('&')
    .filter((pair) => pair !== '' && !/^page=/.test(pair));
  const all = page === 1 ? pairs : [...pairs, `page=${page}`];
  return all.length === 0 ? '' : `?${all.join('&')}`;
}
