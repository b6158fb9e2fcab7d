import { encodeIri, readAddress } from '../address.ts';
import { type AppContext, publishedDataset } from '../context.ts';
import { documentPath, thingIri } from '../document.ts';
import { sendGone, withdrawalAt } from '../gone.ts';
import type { Handler } from '../methods.ts';
import { varies, variesByProfile } from '../negotiation.ts';
import { notFound } from '../problem.ts';
import { NO_OCTETS } from '../quick-answers.ts';
import { MINUTE } from '../reply.ts';
import type { ServedContext } from '../serving.ts';

/**
 * A thing is not a document: its IRI leads by 303 to the document about it (https://www.w3.org/TR/cooluris/).
 * `/id/x` → `/doc/x`; `/def/x` → `/doc/def/x`. `/id/<slug>`, where a dataset's things begin, leads to the dataset.
 * What is gone leads to what stands in its place, or to nothing (410).
 */
export const thing =
  (context: ServedContext): Handler =>
  (request, response) => {
    const address = readAddress(request.originalUrl);
    if (address.kind === 'undecodable') throw notFound();
    const withdrawal = withdrawalAt(context, address.iriPath);
    if (withdrawal) return sendGone(context, request, response, { withdrawal, asDocument: false });
    const location = locationOf(context, address);
    if (location === undefined) throw notFound();
    varies(response);
    if (context.profiles?.length) variesByProfile(response);
    response.setHeader('Location', location + address.search);
    response.setHeader('Cache-Control', MINUTE);
    response.setHeader('Content-Length', 0);
    response.status(303).end();
    if (context.serving.documents.largest > 0) context.serving.quick.remember(response, NO_OCTETS);
  };

function locationOf(
  context: AppContext,
  { iriPath, uriPath }: { iriPath: string; uriPath: string },
): string | undefined {
  const { index, release } = context;
  if (index.has(thingIri(iriPath, release.manifest.base))) return documentPath(uriPath);
  const slug = /^\/id\/([^/]+)$/.exec(iriPath)?.[1];
  if (slug === undefined) return undefined;
  const path = `/dataset/${slug}`;
  const isKnown = publishedDataset(context, slug) !== undefined || withdrawalAt(context, path) !== undefined;
  return isKnown ? encodeIri(path) : undefined;
}
