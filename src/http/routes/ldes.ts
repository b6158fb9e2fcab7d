import type { Request, Response } from 'express';
import type { Release } from '../../model/index.ts';
import { streamPage } from '../../pages/index.ts';
import { PREFIXES, type RDF, RDF_FORMATS, serialise } from '../../rdf/index.ts';
import { iriPathOf } from '../canonical-address.ts';
import type { AppContext } from '../context.ts';
import { changePage } from '../feeds/change-pages.ts';
import { describePage, describeStream } from '../feeds/event-stream.ts';
import { type TracedRelease, tracedHistory, tracedRelease } from '../feeds/traced-history.ts';
import { frameOf } from '../frame.ts';
import type { Handler } from '../methods.ts';
import { negotiate } from '../negotiation.ts';
import { notFound } from '../problem.ts';
import { FOREVER } from '../release-file.ts';
import { MINUTE, reply } from '../reply.ts';

/** `/ldes`, and `/ldes/<release>/<page>`. */
export const LDES = /^\/ldes(?:\/[^/]+\/[1-9]\d{0,8})?$/;

const HTML = 'text/html';
/** Programs get RDF, whatever they say that they take; browsers ask for HTML. */
const FORMATS = [...RDF_FORMATS, { mediaType: HTML }];

/** What changes from release to release, as a Linked Data Event Stream. */
export const eventStream =
  (context: AppContext): Handler =>
  async (request, response) => {
    const [, id = '', page] = /^\/ldes\/([^/]+)\/(\d+)$/.exec(iriPathOf(request)) ?? [];
    // Pages of events are for programs alone: people are told of them where the release is.
    const { mediaType } = negotiate(request, response, page === undefined ? FORMATS : RDF_FORMATS, []);
    if (page === undefined) return sendRoot(context, request, response, mediaType);
    const traced = await tracedRelease(context, id);
    return sendPage(context, response, { traced, page: Number(page), mediaType });
  };

async function sendRoot(
  context: AppContext,
  request: Request,
  response: Response,
  mediaType: string,
): Promise<void> {
  const { base, createdAt } = context.release.manifest;
  const releases: Release[] = [];
  let from: string | undefined;
  for await (const { release, before } of tracedHistory(context)) {
    if (await changePage(release, before, 1)) releases.push(release);
    if (!before && release.manifest.previous) from = release.manifest.createdAt;
  }
  if (mediaType === HTML) {
    const list = releases.map(({ manifest }) => ({ id: manifest.id, createdAt: manifest.createdAt }));
    const body = streamPage(frameOf(context, request, '/ldes'), { releases: list });
    return reply(response, { body, mediaType, lastModified: createdAt });
  }
  return send(response, {
    mediaType,
    quads: describeStream(base, releases.reverse(), from),
    lastModified: createdAt,
    cacheControl: MINUTE,
  });
}

interface AskedPage {
  readonly traced: TracedRelease;
  readonly page: number;
  readonly mediaType: string;
}

async function sendPage(
  { release: { manifest } }: AppContext,
  response: Response,
  { traced: { release, before }, page, mediaType }: AskedPage,
): Promise<void> {
  const changes = await changePage(release, before, page);
  if (!changes) throw notFound();
  return send(response, {
    mediaType,
    quads: describePage({ base: manifest.base, release, page, changes }),
    lastModified: release.manifest.createdAt,
    cacheControl: FOREVER,
  });
}

interface Sent {
  readonly mediaType: string;
  readonly quads: readonly RDF.Quad[];
  readonly lastModified: string;
  readonly cacheControl: string;
}

async function send(
  response: Response,
  { mediaType, quads, lastModified, cacheControl }: Sent,
): Promise<void> {
  const body = await serialise(quads, mediaType, PREFIXES);
  reply(response, { body, mediaType, lastModified, cacheControl });
}
