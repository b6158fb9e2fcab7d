import type { Request, Response } from 'express';
import { releasePage, releasesPage } from '../../pages/index.ts';
import { iriPathOf } from '../canonical-address.ts';
import type { AppContext } from '../context.ts';
import { changeSummaries } from '../feeds/change-summaries.ts';
import { frameOf } from '../frame.ts';
import type { Handler } from '../methods.ts';
import { sendResource, withoutExtension } from '../negotiated-resource.ts';
import { notFound } from '../problem.ts';
import {
  allKept,
  keptRelease,
  keptReleases,
  previousId,
  readableRelease,
} from '../releases/kept-releases.ts';
import { listGraph, releaseGraph } from '../releases/release-graph.ts';
import { MINUTE } from '../reply.ts';

/** `/releases` and `/releases/<id>`, with an extension or without; `/releases/<id>/dataset/<slug>`. */
export const RELEASES = /^\/releases(?:\.[a-z]+|\/[^/]+|\/[^/]+\/dataset\/[^/]+)?$/;

/** The releases that are kept, and each of them: what it holds, what it changed, its files. */
export const releases =
  (context: AppContext): Handler =>
  (request, response) => {
    const path = iriPathOf(request);
    const [, id, slug] = /^\/releases\/([^/]+)\/dataset\/([^/]+)$/.exec(path) ?? [];
    if (id !== undefined && slug !== undefined) return toRelease(context, response, id, slug);
    const parts = withoutExtension(path);
    const [, asked] = /^\/releases\/(.+)$/.exec(parts?.path ?? path) ?? [];
    return asked === undefined
      ? sendList(context, request, response, parts?.extension)
      : sendRelease(context, request, response, { id: asked, extension: parts?.extension });
  };

/** A dataset as it stood in a release is no document: its files are told of where the release is. */
async function toRelease(context: AppContext, response: Response, id: string, slug: string): Promise<void> {
  const { manifest } = await keptRelease(context, id);
  if (!manifest.datasets.some((one) => one.slug === slug)) throw notFound();
  response.setHeader('Location', `/releases/${manifest.id}`);
  response.setHeader('Cache-Control', MINUTE);
  response.status(303).end();
}

async function sendList(
  context: AppContext,
  request: Request,
  response: Response,
  extension: string | undefined,
): Promise<void> {
  const kept = (await allKept(context)).toReversed();
  const { base, createdAt } = context.release.manifest;
  const frame = frameOf(context, request, '/releases');
  const resource = {
    uriPath: '/releases',
    base,
    lastModified: createdAt,
    page: () => releasesPage(frame, { releases: kept.map(({ manifest }) => manifest) }),
    quads: () => listGraph(base, kept),
    links: [
      { iri: `/releases/${context.release.manifest.id}`, relation: 'latest-version' },
      { iri: '/feed.atom', relation: 'alternate', mediaType: 'application/atom+xml' },
    ],
  };
  return sendResource(request, response, resource, extension);
}

interface AskedRelease {
  readonly id: string;
  readonly extension: string | undefined;
}

async function sendRelease(
  context: AppContext,
  request: Request,
  response: Response,
  { id, extension }: AskedRelease,
): Promise<void> {
  const release = await keptRelease(context, id);
  const { manifest } = release;
  const ids = await keptReleases(context).ids();
  const previous = previousId(release, ids);
  const before = previous === undefined ? undefined : await readableRelease(context, previous);
  const next = ids[ids.indexOf(id) + 1];
  const uriPath = `/releases/${manifest.id}`;
  const changes = await changeSummaries(release, before);
  const frame = frameOf(context, request, uriPath);
  return sendResource(
    request,
    response,
    {
      uriPath,
      base: manifest.base,
      lastModified: manifest.createdAt,
      page: () =>
        releasePage(frame, {
          manifest,
          changes,
          datasets: context.datasets,
          ...(before && { previous: before.manifest.id }),
          ...(next !== undefined && { next }),
        }),
      quads: () => releaseGraph(manifest.base, release),
      links: [
        { iri: '/releases', relation: 'collection' },
        { iri: `${uriPath}/SHA256SUMS`, relation: 'describedby', mediaType: 'text/plain' },
        ...(before ? [{ iri: `/releases/${before.manifest.id}`, relation: 'predecessor-version' }] : []),
        ...(next === undefined ? [] : [{ iri: `/releases/${next}`, relation: 'successor-version' }]),
      ],
    },
    extension,
  );
}
