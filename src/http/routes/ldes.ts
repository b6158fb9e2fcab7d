import type { Request, Response } from 'express';
import type { Release } from '../../model/index.ts';
import { PREFIXES, type RDF, RDF_FORMATS, serialise } from '../../rdf/index.ts';
import { iriPathOf } from '../canonical-address.ts';
import type { AppContext } from '../context.ts';
import { changePage } from '../feeds/change-pages.ts';
import { describePage, describeStream } from '../feeds/event-stream.ts';
import { type TracedRelease, tracedHistory, tracedRelease } from '../feeds/traced-history.ts';
import type { Handler } from '../methods.ts';
import { negotiate } from '../negotiation.ts';
import { notFound } from '../problem.ts';
import { FOREVER } from '../release-file.ts';
import { MINUTE, reply } from '../reply.ts';

/** `/ldes`, and `/ldes/<release>/<page>`. */
export const LDES = /^\/ldes(?:\/[^/]+\/[1-9]\d{0,8})?$/;

/** What changes from release to release, as a Linked Data Event Stream. */
export const eventStream =
  (context: AppContext): Handler =>
  async (request, response) => {
    const [, id = '', page] = /^\/ldes\/([^/]+)\/(\d+)$/.exec(iriPathOf(request)) ?? [];
    if (page === undefined) return sendRoot(context, request, response);
    const traced = await tracedRelease(context, id);
    return sendPage(context, request, response, { traced, page: Number(page) });
  };

async function sendRoot(context: AppContext, request: Request, response: Response): Promise<void> {
  const { base, createdAt } = context.release.manifest;
  const releases: Release[] = [];
  let from: string | undefined;
  for await (const { release, before } of tracedHistory(context)) {
    if (await changePage(release, before, 1)) releases.push(release);
    if (!before && release.manifest.previous) from = release.manifest.createdAt;
  }
  return send(request, response, {
    quads: describeStream(base, releases.reverse(), from),
    lastModified: createdAt,
    cacheControl: MINUTE,
  });
}

async function sendPage(
  { release: { manifest } }: AppContext,
  request: Request,
  response: Response,
  { traced: { release, before }, page }: { readonly traced: TracedRelease; readonly page: number },
): Promise<void> {
  const changes = await changePage(release, before, page);
  if (!changes) throw notFound();
  return send(request, response, {
    quads: describePage({ base: manifest.base, release, page, changes }),
    lastModified: release.manifest.createdAt,
    cacheControl: FOREVER,
  });
}

interface Sent {
  readonly quads: readonly RDF.Quad[];
  readonly lastModified: string;
  readonly cacheControl: string;
}

async function send(
  request: Request,
  response: Response,
  { quads, lastModified, cacheControl }: Sent,
): Promise<void> {
  const { mediaType } = negotiate(request, response, RDF_FORMATS, []);
  const body = await serialise(quads, mediaType, PREFIXES);
  reply(response, { body, mediaType, lastModified, cacheControl });
}
