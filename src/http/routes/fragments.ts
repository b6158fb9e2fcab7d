import type { Request, Response } from 'express';
import { fragmentPage } from '../../pages/index.ts';
import { PREFIXES, RDF_FORMATS, serialise, termText } from '../../rdf/index.ts';
import { describeFragment } from '../fragments/describe-fragment.ts';
import { fragmentOf } from '../fragments/fragment.ts';
import { type AskedFragment, readFragment } from '../fragments/pattern.ts';
import { frameOf } from '../frame.ts';
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

const HTML = 'text/html';

/** `/fragments?subject=&predicate=&object=`: Triple Pattern Fragments, a page at a time, in every RDF syntax. */
export const fragments =
  (context: ServedContext): Handler =>
  async (request, response) => {
    const asked = readFragment(request);
    const { mediaType } = negotiate(request, response, [...FORMATS, { mediaType: HTML }], []);
    if (mediaType === HTML) return sendPage(context, request, response, asked);
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

/** The same page for people. */
async function sendPage(
  context: ServedContext,
  request: Request,
  response: Response,
  asked: AskedFragment,
): Promise<void> {
  const fragment = await fragmentOf(context, response, asked);
  if (!fragment) return;
  const { index, terms } = context;
  const { pattern, page } = asked;
  const at = (number: number) => `/fragments${searchOfPage(request, number)}`;
  const written = Object.entries(pattern).map(([name, term]) => [
    name,
    term.termType === 'NamedNode' ? term.value : termText(term),
  ]);
  const frame = frameOf(context, request, withoutLanguage(at(page)));
  const body = fragmentPage(frame, {
    ...{ statements: fragment.statements, total: fragment.total, page, terms },
    asked: Object.fromEntries(written),
    label: (iri) => index.label(iri, frame.language),
    previous: page > 1 ? at(page - 1) : undefined,
    next: fragment.hasNext ? at(page + 1) : undefined,
  });
  reply(response, { body, mediaType: HTML, lastModified: context.release.manifest.createdAt });
}

/** The pairs behind it stay behind the sign that was before it. */
const withoutLanguage = (address: string): string =>
  address.replace(/([?&])lang=[a-z]+(&|$)/, (_, before: string, after: string) =>
    after === '' ? '' : before,
  );

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
