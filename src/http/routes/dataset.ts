import type { Request, Response } from 'express';
import { datasetIri } from '../../model/index.ts';
import { datasetPage } from '../../pages/index.ts';
import { encodeIri } from '../address.ts';
import { iriPathOf } from '../canonical-address.ts';
import type { CatalogueGraph } from '../catalogue-graph.ts';
import { type AppContext, type PublishedDataset, publishedDataset } from '../context.ts';
import { frameOf } from '../frame.ts';
import { sendGone, withdrawalAt } from '../gone.ts';
import type { Handler } from '../methods.ts';
import { type NegotiatedResource, sendResource, withoutExtension } from '../negotiated-resource.ts';
import { notFound } from '../problem.ts';
import { DUMP, sendReleaseFile } from '../release-file.ts';

/** Things of one page of the list. */
const THINGS = 100;
/** Points of the map. */
const PLACES = 2000;

/** `/dataset/<slug>`: the dataset's page and description; `/dataset/<slug>.nq.gz`: its dump. */
export const dataset =
  (context: AppContext, graph: CatalogueGraph): Handler =>
  (request, response) => {
    const rest = iriPathOf(request).slice('/dataset/'.length);
    if (rest.endsWith(DUMP)) return sendDump(context, rest.slice(0, -DUMP.length), response);
    const parts = withoutExtension(rest);
    const slug = parts?.path ?? rest;
    const found = publishedDataset(context, slug);
    const withdrawal = found ? undefined : withdrawalAt(context, `/dataset/${slug}`);
    if (withdrawal) return sendGone(context, request, response, { withdrawal, ...parts, asDocument: true });
    if (!found) throw notFound();
    return sendResource(request, response, resourceOf(context, graph, found, request), parts?.extension);
  };

function resourceOf(
  context: AppContext,
  graph: CatalogueGraph,
  found: PublishedDataset,
  request: Request,
): NegotiatedResource {
  const { base, createdAt } = context.release.manifest;
  const { slug, licence } = found.dataset;
  const uriPath = encodeIri(`/dataset/${slug}`);
  return {
    uriPath,
    base,
    lastModified: createdAt,
    page: () => pageOf(context, found, request, uriPath),
    quads: () => graph.about(datasetIri(base, slug)),
    links: [
      { iri: licence.iri, relation: 'license' },
      { iri: `${uriPath}${DUMP}`, relation: 'item' },
    ],
  };
}

function pageOf(context: AppContext, found: PublishedDataset, request: Request, uriPath: string): string {
  const { slug } = found.dataset;
  const frame = frameOf(context, request, uriPath);
  const after = new URLSearchParams(request.originalUrl.split('?')[1] ?? '').get('after') ?? '';
  return datasetPage(frame, {
    ...found,
    things: context.index.things(slug, { language: frame.language, limit: THINGS, ...(after && { after }) }),
    places: context.index.places(slug, PLACES),
    examples: context.queries.filter((query) => query.dataset === slug),
    ...(after && { after }),
  });
}

function sendDump(context: AppContext, slug: string, response: Response): Promise<void> {
  const found = publishedDataset(context, slug);
  if (!found) throw notFound();
  const file = found.released.dump;
  return sendReleaseFile(context, response, { file, name: `${slug}${DUMP}`, collection: `/dataset/${slug}` });
}
